/** What there are words for. `pseudo` shows what bypassed the catalogs; no packaged build has it. */
export const languages = ['en', 'pseudo'] as const

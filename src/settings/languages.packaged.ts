/** What a packaged build takes in place of languages.ts (electron.vite.config.ts). */
export const languages = ['en'] as const

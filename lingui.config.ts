import { defineConfig } from '@lingui/conf'

/** Words stand in English in the code; `npm run words` collects them. `pseudo` is for tests only. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { pseudo: 'en' },
  catalogs: [{ path: 'resources/languages/{locale}', include: ['renderer', 'electron'] }],
  orderBy: 'origin',
})

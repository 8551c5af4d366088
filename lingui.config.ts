import { defineConfig } from '@lingui/conf'

/**
 * Words stand in English in the code; `npm run words` collects them. `pseudo` is for tests only. The
 * guide has catalogs of its own, so that no small window loads its pages.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { pseudo: 'en' },
  catalogs: [
    {
      path: 'resources/languages/{locale}',
      include: ['renderer', 'electron'],
      exclude: ['renderer/i18n/guide/**'],
    },
    { path: 'resources/languages/guide/{locale}', include: ['renderer/i18n/guide'] },
  ],
  orderBy: 'origin',
})

import { defineConfig } from '@lingui/conf'

/**
 * Words stand in English in the code; `npm run words` collects them. `pseudo` is for tests only. The
 * main window, the guide, and what comes after a note have catalogs of their own, so that no small
 * window loads their words before it needs them.
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
      exclude: [
        'renderer/main/**',
        'renderer/i18n/main/**',
        'renderer/i18n/guide/**',
        'renderer/note/after/**',
        'renderer/i18n/after/**',
      ],
    },
    {
      path: 'resources/languages/main/{locale}',
      include: ['renderer/main', 'renderer/i18n/main'],
    },
    {
      path: 'resources/languages/after/{locale}',
      include: ['renderer/note/after', 'renderer/i18n/after'],
    },
    { path: 'resources/languages/guide/{locale}', include: ['renderer/i18n/guide'] },
  ],
  orderBy: 'origin',
})

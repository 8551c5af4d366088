import { defineConfig } from '@lingui/conf'

/**
 * Words stand in English in the code; `npm run words` collects them. `pseudo` is for tests only. The
 * shell, the main window, the unlock window, the note, what comes after a note, a sealed note, the guide, and the pages about Lull have catalogs of their own, so that no
 * other small window loads their words; what two of them say stands in both.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { pseudo: 'en' },
  catalogs: [
    {
      path: 'resources/languages/{locale}',
      include: ['renderer'],
      exclude: [
        'renderer/main/**',
        'renderer/note/**',
        'renderer/unlock/**',
        'renderer/i18n/main/**',
        'renderer/i18n/note/**',
        'renderer/i18n/guide/**',
        'renderer/i18n/after/**',
        'renderer/i18n/sealed/**',
        'renderer/i18n/keys/**',
        'renderer/i18n/about/**',
      ],
    },
    { path: 'resources/languages/shell/{locale}', include: ['electron'] },
    {
      path: 'resources/languages/main/{locale}',
      include: ['renderer/main', 'renderer/i18n/main', 'renderer/i18n/note', 'renderer/i18n/keys'],
    },
    {
      path: 'resources/languages/note/{locale}',
      include: ['renderer/note', 'renderer/i18n/note'],
    },
    {
      path: 'resources/languages/after/{locale}',
      include: ['renderer/note/after', 'renderer/i18n/after'],
    },
    {
      path: 'resources/languages/sealed/{locale}',
      include: ['renderer/i18n/sealed'],
    },
    {
      path: 'resources/languages/unlock/{locale}',
      include: ['renderer/unlock', 'renderer/i18n/keys'],
    },
    { path: 'resources/languages/guide/{locale}', include: ['renderer/i18n/guide'] },
    {
      path: 'resources/languages/about/{locale}',
      include: ['renderer/i18n/about', 'renderer/main/about'],
    },
  ],
  orderBy: 'origin',
})

/** The words of the note window, a file a language: no other small window needs them. */
export const noteCatalogs = {
  en: () => import('../../../resources/languages/note/en.po'),
  pseudo: () => import('../../../resources/languages/note/pseudo.po'),
}

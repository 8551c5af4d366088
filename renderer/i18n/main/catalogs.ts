/** The words of the main window, a file a language: no small window needs them. */
export const mainCatalogs = {
  en: () => import('../../../resources/languages/main/en.po'),
  pseudo: () => import('../../../resources/languages/main/pseudo.po'),
}

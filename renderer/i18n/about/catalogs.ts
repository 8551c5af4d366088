/** The words of the pages about Lull, a file a language, loaded when one is first looked at. */
export const aboutCatalogs = {
  en: () => import('../../../resources/languages/about/en.po'),
  pseudo: () => import('../../../resources/languages/about/pseudo.po'),
}

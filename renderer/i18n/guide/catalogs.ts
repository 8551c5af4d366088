/** The guide's words, a file a language, loaded when the guide is first looked at. */
export const guideCatalogs = {
  en: () => import('../../../resources/languages/guide/en.po'),
  pseudo: () => import('../../../resources/languages/guide/pseudo.po'),
}

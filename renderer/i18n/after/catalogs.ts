/** The words of what comes after a note, and of plans: loaded when one of them is first shown. */
export const afterCatalogs = {
  en: () => import('../../../resources/languages/after/en.po'),
  pseudo: () => import('../../../resources/languages/after/pseudo.po'),
}

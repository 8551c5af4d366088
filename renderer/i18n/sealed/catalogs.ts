/** The words of a note that is written while the journal is locked, and of what became of it. */
export const sealedCatalogs = {
  en: () => import('../../../resources/languages/sealed/en.po'),
  pseudo: () => import('../../../resources/languages/sealed/pseudo.po'),
}

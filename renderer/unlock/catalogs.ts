/** The words of the unlock window, which no other one loads. */
export const unlockCatalogs = {
  en: () => import('../../resources/languages/unlock/en.po'),
  pseudo: () => import('../../resources/languages/unlock/pseudo.po'),
}

import { i18n } from '@lingui/core'
import type { Device } from '../../src/contract.ts'

/** Loads the words of a language; each is a file of its own, so that a window loads one. */
const catalogs = {
  en: () => import('../../resources/languages/en.po'),
  pseudo: () => import('../../resources/languages/pseudo.po'),
} satisfies Record<Device['language'], unknown>

/** Makes `language` the one that is spoken. Call it before the first word is shown. */
export async function speak(language: Device['language']): Promise<void> {
  const { messages } = await catalogs[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = languageTag()
}

/** The language for dates and numbers, as a BCP 47 tag; the pseudo-language has English ones. */
export const languageTag = (): string =>
  i18n.locale === 'pseudo' || i18n.locale === '' ? 'en' : i18n.locale

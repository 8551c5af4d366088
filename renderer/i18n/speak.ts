import { i18n, type Messages } from '@lingui/core'
import type { Device } from '../../src/contract.ts'

/** Loads the words of a language; each is a file of its own, so that a window loads one. */
const catalogs = {
  en: () => import('../../resources/languages/en.po'),
  pseudo: () => import('../../resources/languages/pseudo.po'),
} satisfies Catalogs

type Catalogs = Record<Device['language'], () => Promise<{ messages: Messages }>>

/** What this window speaks: its own words, and those of parts that were looked at. */
const spoken = new Set<Catalogs>([catalogs])
let now: Device['language'] = 'en'

/** Makes `language` the one that is spoken. Call it before the first word is shown. */
export async function speak(language: Device['language']): Promise<void> {
  const parts = await Promise.all([...spoken].map((each) => each[language]()))
  now = language
  const messages = Object.assign({}, ...parts.map((part) => part.messages))
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = languageTag()
}

/** Adds the words of a part of the window, in the language that is spoken and in each one after it. */
export async function speakAlso(part: Catalogs): Promise<void> {
  if (spoken.has(part)) return
  spoken.add(part)
  await speak(now)
}

/** The language for dates and numbers, as a BCP 47 tag; the pseudo-language has English ones. */
export const languageTag = (): string =>
  i18n.locale === 'pseudo' || i18n.locale === '' ? 'en' : i18n.locale

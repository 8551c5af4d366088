import { i18n, type Messages } from '@lingui/core'
import type { Device } from '../src/contract.ts'

const catalogs: Record<Device['language'], () => Promise<{ messages: Messages }>> = {
  en: () => import('../resources/languages/shell/en.po'),
  pseudo: () => import('../resources/languages/shell/pseudo.po'),
}

/** Gives main its language, for the tray and the few words outside of windows. */
export async function speak(language: Device['language']): Promise<void> {
  const { messages } = await catalogs[language]()
  i18n.loadAndActivate({ locale: language === 'pseudo' ? 'en' : language, messages })
}

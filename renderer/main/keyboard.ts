import type { KeyboardEvent } from 'react'
import type { Layout } from '../i18n/main/shortcuts.ts'

/** Whether this keyboard has Command and Option. */
export const isMac = (): boolean => navigator.userAgent.includes('Mac')

/** Chromium's own, not in TypeScript's DOM: https://wicg.github.io/keyboard-map/ */
interface Keyboard {
  getLayoutMap(): Promise<Layout>
}
const hasLayout = (keyboard: unknown): keyboard is Keyboard =>
  typeof keyboard === 'object' && keyboard !== null && 'getLayoutMap' in keyboard

/** What stands on the keys of the layout that is in use; empty where the system doesn't say. */
export async function readLayout(): Promise<Layout> {
  const keyboard: unknown = 'keyboard' in navigator ? navigator.keyboard : null
  return hasLayout(keyboard) ? keyboard.getLayoutMap().catch(() => new Map()) : new Map()
}

/** Esc, or Ctrl+Enter (⌘ on macOS): done with what is open; never in the middle of composing a word. */
export const isDone = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean =>
  !nativeEvent.isComposing && (key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey)))

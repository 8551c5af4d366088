import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type {
  ShortcutName,
  ShortcutProblem,
  ShortcutState,
} from '../../../src/settings/shortcuts.ts'

const names: Record<ShortcutName, MessageDescriptor> = {
  mark: msg`Tough one`,
  answer: msg`Answer what Lull offers`,
  hide: msg`Hide everything, and lock`,
  pause: msg`Take a pause`,
  note: msg`Note`,
  checkIn: msg`Check in`,
}
const states: Record<ShortcutState, MessageDescriptor> = {
  none: msg`none`,
  untried: msg`Press it now, to see that it works.`,
  works: msg`It works.`,
  taken: msg`Another program has these keys. Choose others.`,
}
const problems: Record<ShortcutProblem, MessageDescriptor> = {
  'no-key': msg`A letter, a digit or a function key, please, with Ctrl, Alt or Shift.`,
  'too-common': msg`Other programs need these keys. Hold one more of Ctrl, Alt and Shift with them.`,
  'types-a-sign': msg`Ctrl and Alt with a letter types a sign on many keyboards. Take Shift with one of them.`,
  'system-key': msg`The Windows key is the system’s own. Take Ctrl, Alt or Shift.`,
}
/** The same, with the keys that a Mac has. */
const problemsOnMac: Record<ShortcutProblem, MessageDescriptor> = {
  ...problems,
  'no-key': msg`A letter, a digit or a function key, please, with Control, Option, Shift or Command.`,
  'too-common': msg`Other programs need these keys. Hold one more of Control, Option, Shift and Command with them.`,
  'types-a-sign': msg`Option with Control or Command and a letter is taken by many programs. Take Shift with one of them.`,
}

export const shortcutName = (name: ShortcutName): string => i18n._(names[name])
export const shortcutStateWords = (state: ShortcutState): string => i18n._(states[state])
export const shortcutProblemWords = (problem: ShortcutProblem, mac: boolean): string =>
  i18n._((mac ? problemsOnMac : problems)[problem])

/** As a Mac writes its modifiers, in its order, and as it speaks of them. */
const onMac: readonly [modifier: string, sign: string, spoken: string][] = [
  ['Control', '\u2303', 'Control'],
  ['Alt', '\u2325', 'Option'],
  ['Shift', '\u21e7', 'Shift'],
  ['CommandOrControl', '\u2318', 'Command'],
]
const elsewhere: readonly [modifier: string, sign: string, spoken: string][] = [
  ['Control', 'Ctrl', 'Ctrl'],
  ['CommandOrControl', 'Ctrl', 'Ctrl'],
  ['Alt', 'Alt', 'Alt'],
  ['Shift', 'Shift', 'Shift'],
]

/** A layout's own letters by the keys' places; empty where nobody knows them. */
export type Layout = ReadonlyMap<string, string>

/**
 * Keys as the platform writes them: `Ctrl Shift F9`, `\u21e7 \u2318 F9`. `spoken` for who hears them.
 * On macOS an accelerator names a place, so the letter that stands there is shown.
 */
export function keysOf(
  accelerator: string,
  mac: boolean,
  layout: Layout,
): { shown: string[]; spoken: string[] } {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  const letter = mac ? layout.get(`Key${key}`) : undefined
  const last = letter !== undefined && letter !== '' ? letter.toUpperCase() : key
  const held = (mac ? onMac : elsewhere).filter(([modifier]) => parts.includes(modifier))
  return {
    shown: [...new Set([...held.map(([, sign]) => sign), last])],
    spoken: [...new Set([...held.map(([, , word]) => word), last])],
  }
}

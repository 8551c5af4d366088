import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type {
  ShortcutName,
  ShortcutProblem,
  ShortcutState,
} from '../../../src/settings/shortcuts.ts'

const names: Record<ShortcutName, MessageDescriptor> = {
  mark: msg`Tough one`,
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
}

export const shortcutName = (name: ShortcutName): string => i18n._(names[name])
export const shortcutStateWords = (state: ShortcutState): string => i18n._(states[state])
export const shortcutProblemWords = (problem: ShortcutProblem): string => i18n._(problems[problem])

/** Keys as they stand on the keyboard: `Ctrl Shift F9`. */
export const keysOf = (accelerator: string): string[] =>
  accelerator
    .split('+')
    .map((key) =>
      key !== 'CommandOrControl' ? key : navigator.userAgent.includes('Mac') ? '\u2318' : 'Ctrl',
    )

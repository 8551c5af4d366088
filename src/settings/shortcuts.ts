/** What has keys that work in every program. Words for these live in renderer/i18n. */
export const shortcutNames = ['mark', 'hide', 'pause', 'note', 'checkIn'] as const
export type ShortcutName = (typeof shortcutNames)[number]
/** As Electron writes keys, `CommandOrControl+Shift+F9`; null where there are none. */
export type Shortcuts = Readonly<Record<ShortcutName, string | null>>

/** How a shortcut stands: it counts as working once it was pressed. */
export type ShortcutState = 'none' | 'untried' | 'works' | 'taken'
export type ShortcutStates = Readonly<Record<ShortcutName, ShortcutState>>

export type ShortcutProblem = 'no-key' | 'too-common' | 'types-a-sign'

/** Two to mark a call and to hide everything; the others wait until somebody wants them. */
export const plainShortcuts: Shortcuts = {
  mark: 'CommandOrControl+Shift+F9',
  hide: 'CommandOrControl+Shift+F12',
  pause: null,
  note: null,
  checkIn: null,
}

const modifiers = ['CommandOrControl', 'Alt', 'Shift'] as const
type Modifier = (typeof modifiers)[number]

/**
 * What is wrong with an accelerator, or null. Every program would lose these keys, so they must be
 * rare: a letter or digit needs two modifiers, a function key one; and Ctrl+Alt (AltGr) with a letter
 * or a digit types a sign on half the keyboards of the world.
 */
export function shortcutProblem(accelerator: string): ShortcutProblem | null {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  const held = parts.filter((part): part is Modifier => modifiers.some((each) => each === part))
  if (held.length !== parts.length || new Set(held).size !== held.length) return 'no-key'
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return held.length > 0 ? null : 'too-common'
  if (!/^[A-Z0-9]$/.test(key)) return 'no-key'
  if (held.includes('CommandOrControl') && held.includes('Alt')) return 'types-a-sign'
  return held.length > 1 ? null : 'too-common'
}

/** The keys of one press, as the page tells them. */
export interface Press {
  /** The key's place, `KeyL`, `Digit3`, `F9`: the same key whatever the layout writes on it. */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** The accelerator of a press; null while only modifiers are held, or for a key that can't be one. */
export function acceleratorOf({ code, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  const key = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code)?.slice(1).find(Boolean)
  if (key === undefined) return null
  const held: Modifier[] = []
  if (ctrlKey || metaKey) held.push('CommandOrControl')
  if (altKey) held.push('Alt')
  if (shiftKey) held.push('Shift')
  return [...held, key].join('+')
}

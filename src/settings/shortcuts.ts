/** What has keys that work in every program. Words for these live in renderer/i18n. */
export const shortcutNames = ['mark', 'answer', 'hide', 'pause', 'note', 'checkIn'] as const
export type ShortcutName = (typeof shortcutNames)[number]
/** As Electron writes keys, `CommandOrControl+Shift+F9`; null where there are none. */
export type Shortcuts = Readonly<Record<ShortcutName, string | null>>

/** How a shortcut stands: it counts as working once it was pressed. */
export type ShortcutState = 'none' | 'untried' | 'works' | 'taken'
export type ShortcutStates = Readonly<Record<ShortcutName, ShortcutState>>

export type ShortcutProblem = 'no-key' | 'too-common' | 'types-a-sign' | 'system-key'

/** Two to mark a call and to hide everything; the others wait until somebody wants them. */
export const plainShortcuts: Shortcuts = {
  mark: 'CommandOrControl+Shift+F9',
  answer: null,
  hide: 'CommandOrControl+Shift+F12',
  pause: null,
  note: null,
  checkIn: null,
}

/** `CommandOrControl` is Command on macOS, where `Control` is another key; elsewhere it is Ctrl. */
export const modifiers = ['Control', 'CommandOrControl', 'Alt', 'Shift'] as const
export type Modifier = (typeof modifiers)[number]

/**
 * What is wrong with an accelerator, or null. Every program would lose these keys, so they must be
 * rare: a letter or digit needs two modifiers, a function key one; and Ctrl+Alt (AltGr) with a letter
 * or a digit types a sign on half the keyboards of the world. The Windows key is the system's own.
 */
export function shortcutProblem(accelerator: string): ShortcutProblem | null {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  if (parts.includes('Super')) return 'system-key'
  const held = parts.filter((part): part is Modifier => modifiers.some((each) => each === part))
  if (held.length !== parts.length || new Set(held).size !== held.length) return 'no-key'
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return held.length > 0 ? null : 'too-common'
  if (!/^[A-Z0-9]$/.test(key)) return 'no-key'
  const isControl = held.includes('CommandOrControl') || held.includes('Control')
  if (isControl && held.includes('Alt')) return 'types-a-sign'
  return held.length > 1 ? null : 'too-common'
}

/** The keys of one press, as the page tells them. */
export interface Press {
  /** What the key types: a letter or digit by the layout, or another sign with Shift or Option. */
  key: string
  /** Its place, `KeyL`, `Digit3`, `F9`: named by what a US keyboard has there. */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * The accelerator of a press; null while only modifiers are held, or for a key that can't be one.
 * Windows and Linux find a letter's key by the layout, so what counts is what the key types; macOS
 * finds it by its place on a US keyboard (electron/electron#19747), so there the place counts.
 */
export function acceleratorOf(press: Press, mac: boolean): string | null {
  const key = keyOf(press, mac)
  if (key === null) return null
  const { ctrlKey, metaKey, altKey, shiftKey } = press
  const held: (Modifier | 'Super')[] = []
  if (mac ? ctrlKey : metaKey) held.push(mac ? 'Control' : 'Super')
  if (mac ? metaKey : ctrlKey) held.push('CommandOrControl')
  if (altKey) held.push('Alt')
  if (shiftKey) held.push('Shift')
  return [...held, key].join('+')
}

function keyOf({ key, code }: Press, mac: boolean): string | null {
  const place = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code)
  const [, , digitHere] = place ?? []
  // Cyrillic or Greek letters have none of these; their keys go by the place.
  if (!mac && /^[A-Za-z]$/.test(key)) return key.toUpperCase()
  // Digits with Shift are signs here, and without it there: the place is the same.
  if (!mac && digitHere !== undefined && /^\d$/.test(key)) return key
  return place?.slice(1).find(Boolean) ?? null
}

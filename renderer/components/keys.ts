import { useEffect, useEffectEvent, type KeyboardEvent as ReactKeyboardEvent } from 'react'

type AnyKeyboardEvent = KeyboardEvent | ReactKeyboardEvent

/**
 * The digit that a key stands for, or null. Keyboards that need Shift for digits (French ones) send
 * a sign instead, so the key's place counts too, but not while Shift asks for a sign.
 */
export function digitOf(event: AnyKeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (/^\d$/.test(event.key)) return Number(event.key)
  const place = event.shiftKey ? null : /^Digit(\d)$/.exec(event.code)
  return place ? Number(place[1]) : null
}

/** In a text field letters are letters and digits are digits. */
export const isWriting = (event: AnyKeyboardEvent): boolean =>
  event.target instanceof HTMLTextAreaElement ||
  (event.target instanceof HTMLInputElement && event.target.type !== 'radio')

/** Enter, but not on a button: there it presses that button. */
export const isGoingOn = (event: AnyKeyboardEvent): boolean =>
  event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)

/**
 * Hears every key that this window gets and nobody took before; never in the middle of composing a
 * word. `hear` says whether it took the key: that key then does nothing else, such as typing into
 * the field that it brought up.
 */
export function useKeys(hear: (event: KeyboardEvent) => boolean): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    if (hear(event)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
}

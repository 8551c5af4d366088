import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceleratorOf,
  plainShortcuts,
  shortcutProblem,
  type Press,
} from '../../../src/settings/shortcuts.ts'
import { keysOf } from '../../../renderer/i18n/main/shortcuts.ts'

/** A press of the key at this place, which types `key`; `held` names modifiers by their first letter. */
const press = (code: string, held = '', key = ''): Press => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
})

describe('keys for every program', () => {
  it.each([
    ['F9', 'cs', 'F9', 'CommandOrControl+Shift+F9'],
    ['KeyL', 'as', 'L', 'Alt+Shift+L'],
    ['F5', 'a', 'F5', 'Alt+F5'],
    // AZERTY: A and Q, Z and W stand in each other's places, M on the place of the semicolon.
    ['KeyQ', 'cs', 'A', 'CommandOrControl+Shift+A'],
    ['KeyW', 'cs', 'Z', 'CommandOrControl+Shift+Z'],
    ['Semicolon', 'cs', 'M', 'CommandOrControl+Shift+M'],
    // QWERTZ: Z and Y; with Caps Lock, Shift types the small one.
    ['KeyY', 'cs', 'Z', 'CommandOrControl+Shift+Z'],
    ['KeyZ', 'cs', 'y', 'CommandOrControl+Shift+Y'],
    // Letters beyond A to Z: the place.
    ['KeyL', 'cs', '\u0414', 'CommandOrControl+Shift+L'],
    ['KeyI', 'cs', '\u0131', 'CommandOrControl+Shift+I'],
    // Digits: a sign with Shift on US and German keyboards, the digit itself on French ones.
    ['Digit3', 'cs', '#', 'CommandOrControl+Shift+3'],
    ['Digit3', 'cs', '\u00a7', 'CommandOrControl+Shift+3'],
    ['Digit3', 'cs', '3', 'CommandOrControl+Shift+3'],
    ['Digit1', 'cs', '7', 'CommandOrControl+Shift+7'],
  ])('can be %s with %s, which types %s', (code, held, key, accelerator) => {
    expect(acceleratorOf(press(code, held, key), false)).toBe(accelerator)
    expect(shortcutProblem(accelerator)).toBeNull()
  })

  it.each([
    ['KeyL', 'ms', 'L', 'CommandOrControl+Shift+L'],
    // Control is a key of its own there, beside Command.
    ['KeyL', 'cs', 'L', 'Control+Shift+L'],
    ['KeyL', 'cm', 'l', 'Control+CommandOrControl+L'],
    // Option types a sign, and macOS goes by the place.
    ['KeyL', 'as', '\u00d2', 'Alt+Shift+L'],
    ['KeyQ', 'ms', 'A', 'CommandOrControl+Shift+Q'],
    ['Digit3', 'ms', '#', 'CommandOrControl+Shift+3'],
  ])('can be %s with %s on a Mac, which types %s', (code, held, key, accelerator) => {
    expect(acceleratorOf(press(code, held, key), true)).toBe(accelerator)
    expect(shortcutProblem(accelerator)).toBeNull()
  })

  it('leave the Windows key to the system', () => {
    const accelerator = acceleratorOf(press('KeyL', 'ms', 'L'), false) ?? ''
    expect(shortcutProblem(accelerator)).toBe('system-key')
  })

  it.each(['ShiftLeft', 'ControlRight', 'Escape', 'Space', 'ArrowUp', 'Numpad1', 'Semicolon'])(
    'are not there yet at %s',
    (code) => {
      for (const mac of [true, false])
        expect(acceleratorOf(press(code, 'cs', code), mac)).toBeNull()
    },
  )

  it.each([
    // Copy, paste and save are everybody's.
    ['CommandOrControl+C', 'too-common'],
    ['Shift+A', 'too-common'],
    ['A', 'too-common'],
    ['F1', 'too-common'],
    // The euro sign, the at sign, the backslash: AltGr is Ctrl and Alt.
    ['CommandOrControl+Alt+E', 'types-a-sign'],
    ['CommandOrControl+Alt+Shift+Q', 'types-a-sign'],
    ['CommandOrControl+Alt+2', 'types-a-sign'],
    ['Control+Alt+E', 'types-a-sign'],
    ['Super+Shift+L', 'system-key'],
    ['', 'no-key'],
    ['Shift', 'no-key'],
    ['CommandOrControl+Shift+', 'no-key'],
    ['Hyper+Shift+A', 'no-key'],
    ['Shift+Shift+A', 'no-key'],
    ['CommandOrControl+Shift+F25', 'no-key'],
    ['CommandOrControl+Shift+a', 'no-key'],
    ['CommandOrControl+Shift+F9\nquit', 'no-key'],
  ])('are not "%s" (%s)', (accelerator, problem) => {
    expect(shortcutProblem(accelerator)).toBe(problem)
  })

  it('that Lull brings along keep to its own rules', () => {
    const brought = Object.values(plainShortcuts).filter((keys) => keys !== null)
    expect(brought.map(shortcutProblem)).toEqual([null, null])
  })

  it('never are Ctrl and Alt with a letter or a digit, whatever is pressed', () => {
    const code = fc.constantFrom('KeyA', 'KeyQ', 'Digit7', 'F3', 'Escape')
    const key = fc.constantFrom('a', 'Q', '7', '/', 'F3', '\u0414')
    const held = fc.subarray(['c', 'm', 'a', 's']).map((keys) => keys.join(''))
    fc.assert(
      fc.property(code, held, key, fc.boolean(), (each, keys, typed, mac) => {
        const accelerator = acceleratorOf(press(each, keys, typed), mac)
        if (accelerator === null || shortcutProblem(accelerator) !== null) return
        expect(accelerator).not.toMatch(/Control.*Alt.*\+[A-Z0-9]$/)
      }),
    )
  })
})

describe('keys in words', () => {
  const nothing = new Map<string, string>()
  it.each([
    ['CommandOrControl+Shift+F9', false, ['Ctrl', 'Shift', 'F9'], 'Ctrl Shift F9'],
    ['Control+Shift+L', false, ['Ctrl', 'Shift', 'L'], 'Ctrl Shift L'],
    ['CommandOrControl+Shift+F9', true, ['\u21e7', '\u2318', 'F9'], 'Shift Command F9'],
    ['Control+Alt+F2', true, ['\u2303', '\u2325', 'F2'], 'Control Option F2'],
  ])('%s (on a Mac: %s)', (accelerator, mac, shown, spoken) => {
    const keys = keysOf(accelerator, mac, nothing)
    expect(keys.shown).toEqual(shown)
    expect(keys.spoken.join(' ')).toBe(spoken)
  })

  it('name the letter that stands on the place, on a Mac', () => {
    const azerty = new Map([['KeyQ', 'a']])
    expect(keysOf('CommandOrControl+Shift+Q', true, azerty).shown).toContain('A')
    expect(keysOf('CommandOrControl+Shift+Q', false, azerty).shown).toContain('Q')
  })
})

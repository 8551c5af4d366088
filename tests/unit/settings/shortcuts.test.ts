import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceleratorOf,
  plainShortcuts,
  shortcutProblem,
  type Press,
} from '../../../src/settings/shortcuts.ts'

const press = (code: string, held = ''): Press => ({
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
})

describe('keys for every program', () => {
  it.each([
    ['F9', 'cs', 'CommandOrControl+Shift+F9'],
    ['KeyL', 'as', 'Alt+Shift+L'],
    ['Digit3', 'ms', 'CommandOrControl+Shift+3'],
    ['F5', 'a', 'Alt+F5'],
  ])('can be %s with %s', (code, held, accelerator) => {
    expect(acceleratorOf(press(code, held))).toBe(accelerator)
    expect(shortcutProblem(accelerator)).toBeNull()
  })

  it.each(['ShiftLeft', 'ControlRight', 'Escape', 'Space', 'ArrowUp', 'Numpad1'])(
    'are not there yet at %s',
    (code) => {
      expect(acceleratorOf(press(code, 'cs'))).toBeNull()
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
    const held = fc.subarray(['c', 'm', 'a', 's']).map((keys) => keys.join(''))
    fc.assert(
      fc.property(code, held, (each, keys) => {
        const accelerator = acceleratorOf(press(each, keys))
        if (accelerator === null || shortcutProblem(accelerator) !== null) return
        expect(accelerator).not.toMatch(/CommandOrControl.*Alt.*\+[A-Z0-9]$/)
      }),
    )
  })
})

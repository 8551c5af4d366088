import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRecoveryKey, readRecoveryKey } from '../../../src/store/recovery-key.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const key = fc
  .uint8Array({ minLength: 26, maxLength: 26 })
  .map((bytes) => makeRecoveryKey({ bytes: () => bytes }))
const place = fc.nat(27)
const character = fc.nat(31).map((at) => alphabet.charAt(at))

const bare = (shown: string) => shown.replaceAll('-', '')
const put = (text: string, at: number, character: string) =>
  text.slice(0, at) + character + text.slice(at + 1)

describe('a recovery key', () => {
  it('is seven groups of four, and what it says is 130 of the bits it was made from', () => {
    const shown = makeRecoveryKey({ bytes: (length) => new Uint8Array(length).fill(0b1110_0001) })
    expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(readRecoveryKey(shown)).toBe('1'.repeat(26))
  })

  it('is read as it was made', () => {
    fc.assert(
      fc.property(key, (shown) => {
        expect(readRecoveryKey(shown)).toBe(bare(shown).slice(0, 26))
      }),
    )
  })

  it('may be typed in any case, with any spaces and dashes, O for 0, I and L for 1', () => {
    const habits = [
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('0', 'o').replaceAll('1', 'l'),
      (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'I'),
      (text: string) => text.replaceAll('-', ''),
      (text: string) => text.replaceAll('-', ' \u2013 '),
      (text: string) => ` ${text.replaceAll('-', '\u00a0')}\n`,
    ]
    fc.assert(
      fc.property(key, fc.subarray(habits), (shown, some) => {
        const typed = some.reduce((text, habit) => habit(text), shown)
        expect(readRecoveryKey(typed)).toBe(readRecoveryKey(shown))
      }),
    )
  })

  it('with one or two wrong characters is no key', () => {
    fc.assert(
      fc.property(key, place, character, place, character, (shown, at, one, then, other) => {
        const right = bare(shown)
        const wrong = put(put(right, at, one), then, other)
        expect(readRecoveryKey(wrong)).toBe(wrong === right ? right.slice(0, 26) : null)
      }),
      { numRuns: 2000 },
    )
  })

  it('with any single wrong character, or any two characters swapped, is no key', () => {
    const right = bare(
      makeRecoveryKey({ bytes: (n) => Uint8Array.from({ length: n }, (_, i) => i * 7) }),
    )
    for (let at = 0; at < 28; at += 1) {
      for (const other of alphabet.replace(right.charAt(at), '')) {
        expect(readRecoveryKey(put(right, at, other))).toBeNull()
      }
      for (let then = at + 1; then < 28; then += 1) {
        if (right[at] === right[then]) continue
        const swapped = put(put(right, at, right.charAt(then)), then, right.charAt(at))
        expect(readRecoveryKey(swapped)).toBeNull()
      }
    }
  })

  it.each(['', 'ABCD', 'U'.repeat(28), '0'.repeat(29), '!'.repeat(28)])('%j is no key', (typed) => {
    expect(readRecoveryKey(typed)).toBeNull()
  })
})

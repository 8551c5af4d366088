import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineProblem } from '../../../src/words/line.ts'

describe('a line of own words', () => {
  it.each([
    ['', 'empty'],
    [' \u00A0 ', 'empty'],
    ['x'.repeat(61), 'long'],
    ['two\nlines', 'signs'],
    ['a bell \u0007', 'signs'],
    ['a separator \u2028', 'signs'],
    ['half a sign \uD83D', 'signs'],
    ['x'.repeat(60), null],
    [`  ${'x'.repeat(60)}  `, null],
    ['👩‍👩‍👧‍👦'.repeat(60), null],
    ['👩‍👩‍👧‍👦'.repeat(61), 'long'],
    ['שלום', null],
    ['x'.repeat(1_000_000), 'long'],
  ])('%j: %s', (text, problem) => {
    expect(lineProblem(text, 60)).toBe(problem)
  })

  it('is kept exactly, or refused: whatever is allowed survives a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (lineProblem(text, 60) !== null) return
        expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text)
        expect(text).not.toMatch(/[\n\r\0]/)
      }),
      { numRuns: 2000 },
    )
  })
})

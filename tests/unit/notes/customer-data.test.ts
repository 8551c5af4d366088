import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blank, blanked, findCustomerData } from '../../../src/notes/customer-data.ts'

const foundIn = (text: string) =>
  findCustomerData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

describe('what looks like customer data', () => {
  it.each([
    ['Called from 0171 2345678 twice', [['number', '0171 2345678']]],
    ['+49 (0)30 1234-567.', [['number', '+49 (0)30 1234-567']]],
    ['ticket 1234567', [['number', '1234567']]],
    ['555.123.4567', [['number', '555.123.4567']]],
    ['٠١٢٣٤٥٦٧', [['number', '٠١٢٣٤٥٦٧']]],
    ['paid with 4111 1111 1111 1111 today', [['card', '4111 1111 1111 1111']]],
    ['4111-1111-1111-1112', [['number', '4111-1111-1111-1112']]],
    ['4222222222222', [['card', '4222222222222']]],
    ['wrote from ana.b+x@mail.example.org, loud', [['email', 'ana.b+x@mail.example.org']]],
    ['josé@exämple.de', [['email', 'josé@exämple.de']]],
    ['12345678@example.org', [['email', '12345678@example.org']]],
    ['Mrs. Álvarez-Núñez was kind', [['name', 'Álvarez-Núñez']]],
    [
      "mr O'Brien and Ms Ada King said",
      [
        ['name', "O'Brien"],
        ['name', 'Ada King'],
      ],
    ],
    ['Mx  Lee', [['name', 'Lee']]],
    [
      'Mr Ito, 0171 234567, ito@example.jp',
      [
        ['name', 'Ito'],
        ['number', '0171 234567'],
        ['email', 'ito@example.jp'],
      ],
    ],
  ])('in %j is %j', (text, found) => {
    expect(foundIn(text)).toEqual(found)
  })

  it.each([
    ['six digits', 'order 123456'],
    ['an amount', '1,200 euros, 45 minutes, 11 times'],
    ['a date', 'on 2026-11-22, or 22.11.2026, or 11/22/2026'],
    ['a date and a count', 'On 2026-11-22 3 calls'],
    ['an at sign', 'met @ 5, a@b'],
    ['a title without a name', 'the Mr was loud; Mrs and i'],
    ['a title within a word', 'Programs Anna likes'],
    ['a name without a title', 'Anna from the second floor'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(foundIn(text)).toEqual([])
    expect(blanked(text)).toBe(text)
  })

  it('is blanked, and nothing else is', () => {
    expect(blanked('Mr Ito (0171 234567) wrote from ito@example.jp.')).toBe(
      `Mr ${blank} ${blank}) wrote from ${blank}.`,
    )
  })

  /** Texts in which such things lie beside each other and anything else. */
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom('Mr ', 'Ms. ', 'Ito', '4111 1111 1111 1111', '0171-2345678', 'a@b.example'),
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.string({
          unit: fc.constantFrom('1', '7', ' ', '-', '@', '.', 'A', 'b', '\n'),
          maxLength: 20,
        }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('').replaceAll('•', ''))

  it('lies in the text, in its order, none over another', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0
        for (const { from, to } of findCustomerData(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('goes, and what was around it stays', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = blanked(text)
        const pieces = once.split(blank)
        let at = 0
        for (const piece of pieces) {
          const next = text.indexOf(piece, at)
          expect(next).toBeGreaterThanOrEqual(at)
          at = next + piece.length
        }
      }),
    )
  })

  it('is found wherever a number of seven digits or more stands among words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 24 }),
        fc.constantFrom('', ' ', '-'),
        (digits, between) => {
          const run = digits.join(between)
          expect(foundIn(`said ${run} and`)).toEqual([[expect.stringMatching(/card|number/), run]])
        },
      ),
    )
  })
})

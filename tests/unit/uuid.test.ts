import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuidv7, uuidv7 } from '../../src/uuid.ts'

const source = () => ({ bytes: (length: number) => new Uint8Array(randomBytes(length)) })
const instants = fc.integer({ min: 0, max: 2 ** 45 })

describe('an id', () => {
  it('is a UUID of version 7 that says when it was made', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const id = uuidv7(at, source())
        expect(isUuidv7(id)).toBe(true)
        expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
      }),
    )
  })

  it('sorts by the moment it was made, and within a millisecond by the order', () => {
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 5 }), (moments) => {
        const random = source()
        const made = moments
          .toSorted((one, other) => one - other)
          .flatMap((at) => Array.from({ length: 200 }, () => uuidv7(at, random)))
        expect(made.toSorted()).toEqual(made)
        expect(new Set(made).size).toBe(made.length)
      }),
    )
  })

  it('differs between two sources of the same millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => uuidv7(1, source()))
    expect(new Set(ids).size).toBe(1000)
  })
})

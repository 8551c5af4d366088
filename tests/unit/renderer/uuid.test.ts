import { describe, expect, it } from 'vitest'
import { newId } from '../../../renderer/state/uuid.ts'

describe('an id made in a window', () => {
  it('is a UUID of version 7', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('sorts by the moment it was made', () => {
    const times = [0, 1, 255, 256, 1_700_000_000_000, 1_700_000_000_001, 2 ** 47]
    const ids = times.map((at) => newId(at))
    expect(ids.toSorted()).toEqual(ids)
  })

  it('is new each time', () => {
    expect(newId(1)).not.toBe(newId(1))
  })
})

import { i18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { foundHere, togetherHere } from '../../../renderer/i18n/main/sheet.ts'
import type { FactorSaid } from '../../../src/contract.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const wait: FactorSaid = {
  factor: { of: 'trigger', id: 'long-wait' },
  with: 24,
  without: 61,
  found: { difference: 1, interval: [0.3, 2.3], comesWith: [] },
}
const easier: FactorSaid['found'] = { difference: -1, interval: [-2.3, -0.3], comesWith: [] }
const night: FactorSaid['factor'] = { of: 'kind', id: 'night' }

describe('what the sheet says of a situation', () => {
  it.each<[FactorSaid, string]>([
    [wait, 'A long wait: I rated these 1.0 harder than my others in the same shifts'],
    [
      { ...wait, found: easier },
      'A long wait: I rated these 1.0 easier than my others in the same shifts',
    ],
    [
      { ...wait, factor: night },
      'Night shifts: I rated stress 1.0 higher than on other shifts in the same weeks',
    ],
    [
      { ...wait, factor: night, found: easier },
      'Night shifts: I rated stress 1.0 lower than on other shifts in the same weeks',
    ],
  ])('is said by the agent', (said, words) => {
    expect(foundHere(said, 'calls')).toBe(`${words} (between 0.3 and 2.3; 24 with, 61 without).`)
  })

  it('is said by the agent of what comes together, too, and is nothing where nothing was found', () => {
    const comesWith = [{ of: 'type' as const, id: 'angry' as const }]
    const said = { ...wait, found: { difference: 1, interval: [0.3, 2.3] as const, comesWith } }
    expect(togetherHere(said, 'calls')).toBe(
      'These usually come together for me, so one can’t be told from the other: A long wait and Angry.',
    )
    expect(togetherHere(wait, 'calls')).toBeNull()
    expect(foundHere({ ...wait, found: null }, 'calls')).toBeNull()
  })
})

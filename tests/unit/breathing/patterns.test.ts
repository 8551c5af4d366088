import { describe, expect, it } from 'vitest'
import { breathsAMinute, longestPauseMs } from '../../../src/breathing/own.ts'
import {
  isPatternId,
  lengthLabel,
  patternIds,
  patterns,
  type Phase,
} from '../../../src/breathing/patterns.ts'
import { breathMs } from '../../../src/breathing/timeline.ts'

const all = patternIds.map((id) => patterns[id])
const msOf = (phases: readonly Phase[], ...names: Phase['name'][]) =>
  breathMs({ phases: phases.filter(({ name }) => names.includes(name)) })

describe('the patterns that come with Lull', () => {
  it('are found under their own ids, and no other word is one', () => {
    for (const id of patternIds) expect(patterns[id].id).toBe(id)
    for (const word of ['', 'Box', 'box ', 'constructor', '__proto__', 'toString', 'rest-eyes'])
      expect(isPatternId(word)).toBe(false)
  })

  it.each([
    ['longer-exhale', 'in 4000, out 6000'],
    ['three-sighs', 'in 2500, top-up 1000, out 6500'],
    ['cyclic-sighing', 'in 2500, top-up 1000, out 6500'],
    ['coherent', 'in 5000, out 5000'],
    ['coherent-slower', 'in 5500, out 5500'],
    ['box', 'in 4000, hold 4000, out 4000, rest 4000'],
    ['4-7-8', 'in 4000, hold 7000, out 8000'],
  ] as const)('breathe in their order: %s is %s', (id, phases) => {
    expect(patterns[id].phases.map(({ name, ms }) => `${name} ${ms}`).join(', ')).toBe(phases)
  })

  it('begin with four in front, the longer exhale first, none of them with a hold', () => {
    const front = all.filter((pattern) => pattern.front)
    expect(front.map(({ id }) => id)).toEqual([
      'longer-exhale',
      'three-sighs',
      'cyclic-sighing',
      'coherent',
    ])
    expect(front.filter(({ holds }) => holds)).toEqual([])
  })

  it.each(all)('$id says whether it holds, and holds nothing over 7 s', (pattern) => {
    const held = pattern.phases.filter(({ name }) => name === 'hold' || name === 'rest')
    expect(pattern.holds).toBe(held.length > 0)
    for (const { ms } of held) expect(ms).toBeLessThanOrEqual(7000)
    // Long to hold for somebody who never did: not for beginners.
    expect(pattern.notForBeginners).toBe(held.some(({ ms }) => ms > 4000))
  })

  it.each(all)('$id is slow, and never takes in for longer than it lets out', ({ phases }) => {
    expect(breathsAMinute(phases)).toBeGreaterThanOrEqual(3)
    expect(breathsAMinute(phases)).toBeLessThanOrEqual(20)
    expect(msOf(phases, 'in', 'top-up')).toBeLessThanOrEqual(msOf(phases, 'out'))
  })

  it.each(all)('$id is offered in lengths that end with a whole breath', (pattern) => {
    expect(pattern.lengths.length).toBeGreaterThan(0)
    for (const ms of pattern.lengths) {
      expect(ms % breathMs(pattern)).toBe(0)
      expect(ms).toBeLessThanOrEqual(longestPauseMs)
    }
  })

  it('offer a minute of longer exhale first, thirty seconds of three sighs, five of cyclic sighing', () => {
    expect(patterns['longer-exhale'].lengths[0]).toBe(60_000)
    expect(patterns['three-sighs'].lengths).toEqual([30_000])
    expect(patterns['cyclic-sighing'].lengths[0]).toBe(300_000)
  })
})

describe('the label of a length', () => {
  it.each([
    ['longer-exhale', 299_999, 'short-pause'],
    ['longer-exhale', 300_000, 'studied'],
    ['cyclic-sighing', 60_000, 'short-pause'],
    ['cyclic-sighing', 300_000, 'studied'],
    ['coherent', 300_000, 'short-pause'],
    ['coherent', 600_000, 'short-pause'],
    ['coherent-slower', 605_000, 'studied'],
    ['box', 304_000, 'studied'],
    // No study of these at any length.
    ['three-sighs', 30_000, 'short-pause'],
    ['three-sighs', 1_800_000, 'short-pause'],
    ['4-7-8', 1_800_000, 'short-pause'],
  ] as const)('of %s for %i ms is %s', (id, ms, label) => {
    expect(lengthLabel(patterns[id], ms)).toBe(label)
  })

  it('of an own pattern is a short pause, however long, and even where it breathes like one of ours', () => {
    const own = { id: 'own:4000-0-0-6000-0', phases: patterns['longer-exhale'].phases } as const
    expect(lengthLabel(own, 1_800_000)).toBe('short-pause')
  })
})

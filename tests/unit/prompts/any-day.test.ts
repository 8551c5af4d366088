import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../src/prompts/decide.ts'
import { stateSchema } from '../../../src/prompts/state.ts'
import { dayOf, judge, live } from './days.ts'

describe('on any of 100,000 days', () => {
  it.each([0, 1, 2, 3])(
    'Lull keeps every rule (quarter %i): 3 uncalled offers at most, none during a call, asked-for never refused, nothing lost',
    (quarter) => {
      const broken: string[] = []
      for (let seed = quarter * 25_000; seed < (quarter + 1) * 25_000; seed++)
        if (broken.length < 5) broken.push(...judge(dayOf(seed)))
      expect(broken).toEqual([])
    },
  )

  it('the days have all of it in them: offers, holds, counts, two noes and three offers', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 2_000; seed++)
      live(dayOf(seed), ({ decisions }) => {
        for (const { do: did, reason } of decisions) seen.add(`${did} ${reason}`)
      })
    expect([...seen].toSorted((one, other) => one.localeCompare(other))).toEqual(
      expect.arrayContaining([
        'drop gave-way',
        'drop held-too-long',
        'drop newer-call',
        'drop one-long-call',
        'drop three-offers',
        'drop two-noes',
        'hold call-told',
        'hold do-not-disturb',
        'hold full-screen',
        'hold long-call-ended',
        'hold quiet',
        'hold quiet-hours',
        'hold screen-locked',
        'offer asked-for',
        'offer long-call-ended',
        'offer marked-call-ended',
        'offer reminder',
        'withdraw call-running',
        'withdraw call-told',
      ]),
    )
  })

  it('the same is decided of the same, nothing that was handed in is changed, and the state can be stored', () => {
    let otherwise = 0
    for (let seed = 0; seed < 1_000; seed++) {
      const day = dayOf(seed)
      live(day, ({ before, event, now, after, decisions }) => {
        const text = JSON.stringify(before)
        const stored = v.parse(stateSchema, JSON.parse(text))
        const { state, decision, dropped } = decide(stored, event, day.settings, now)
        const isSame =
          JSON.stringify([state, [...dropped, decision]]) === JSON.stringify([after, decisions])
        if (!isSame || JSON.stringify(before) !== text) otherwise++
      })
    }
    expect(otherwise).toBe(0)
  })
})

import { i18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import {
  chanceSentences,
  clearSentence,
  foundSentence,
  linkOdds,
  pausesSentence,
  togetherSentence,
  usedSentence,
  workloadSentences,
} from '../../../renderer/i18n/main/recent.ts'
import {
  energyNotes,
  energySentence,
  tenth,
  watchNotes,
  watchOdds,
  watchSentence,
} from '../../../renderer/i18n/main/trends.ts'
import type { FactorSaid, PausesFollowed } from '../../../src/contract.ts'
import { followed, type RatedPause } from '../../../src/trends/pauses-followed.ts'
import { nothingSaid } from '../../../src/trends/series.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const wait: FactorSaid = {
  factor: { of: 'trigger', id: 'long-wait' },
  with: 24,
  without: 61,
  found: { difference: 1.3, interval: [0.3, 2.3], comesWith: [] },
}

describe('what Trends says of a situation', () => {
  it('is that they go together, by how much, and both counts', () => {
    expect(foundSentence(wait, 'calls')).toBe(
      'A long wait: you rated these 1.3 harder than your others in the same shifts (between 0.3 and 2.3; 24 with, 61 without).',
    )
    const easier = {
      ...wait,
      found: { difference: -1.3, interval: [-2.3, -0.3], comesWith: [] },
    } as const
    expect(foundSentence({ ...easier, found: { ...easier.found, comesWith: [] } }, 'calls')).toBe(
      'A long wait: you rated these 1.3 easier than your others in the same shifts (between 0.3 and 2.3; 24 with, 61 without).',
    )
    const night: FactorSaid = { ...wait, factor: { of: 'kind', id: 'night' } }
    expect(foundSentence(night, 'calls')).toBe(
      'Night shifts: you rated stress 1.3 higher than on other shifts in the same weeks (between 0.3 and 2.3; 24 with, 61 without).',
    )
  })

  it('is that it isn’t clear yet, as it is for months', () => {
    const open = Array.from({ length: 11 }, () => ({ ...wait, found: null }))
    expect(clearSentence([wait, ...open])).toBe(
      'Not clear yet for 11 of the 12 situations that came up.',
    )
    expect(clearSentence(open.slice(0, 1))).toBe(
      'Not clear yet for the one situation that came up.',
    )
    expect(clearSentence([wait])).toBe('Clear for all that came up.')
    expect(foundSentence({ ...wait, found: null }, 'calls')).toBeNull()
  })

  it('names what comes together, and how often a link is wrong', () => {
    const comesWith = [{ of: 'type' as const, id: 'angry' as const }]
    const found = { difference: 1.3, interval: [0.3, 2.3] as const, comesWith }
    expect(togetherSentence({ ...wait, found }, 'calls')).toContain('A long wait and Angry')
    expect(togetherSentence(wait, 'calls')).toBeNull()
    expect(linkOdds()).toContain('about 1 in 20 people')
    expect(linkOdds()).toContain('at most 1 in 5')
  })
})

describe('what Trends says of what one did', () => {
  it('is the agent’s own word on it', () => {
    const use = { technique: 'boundary', times: 12, helped: 9, didntHelp: 1 } as const
    expect(usedSentence(use, 'calls')).toBe('Set a boundary: helped 9 of the 12 times you used it.')
    expect(usedSentence({ ...use, times: 1, helped: 0 }, 'calls')).toBe(
      'Set a boundary: helped 0 of the 1 time you used it.',
    )
  })
})

describe('what Trends says of pauses', () => {
  const pauses = (count: number, chosen: 'me' | 'chance'): RatedPause[] =>
    Array.from({ length: count }, (_, nth) => ({
      kind: nth % 2 === 0 ? 'box' : 'coherent',
      before: 6 + (nth % 3),
      after: (nth % 2 === 0 ? 2 : 5) + (nth % 3) - (nth % 5 === 0 ? 1 : 0),
      chosen,
    }))

  it('is what followed, and that tension also eases by itself', () => {
    expect(pausesSentence(followed(pauses(14, 'me'), 20), 218)).toMatch(
      /^14 rated pauses in the last 218 shifts: before 6\.9, after 4\.\d on average\. Tension also eases by itself: a part of this would have happened anyway\.$/,
    )
    expect(pausesSentence(followed(pauses(3, 'me'), 3), 5)).toMatch(/^3 pauses\. From 10 /)
  })

  it('never is a comparison of what one chose oneself, and never that anything helps', () => {
    const said = (of: PausesFollowed) => chanceSentences(of).join(' ')
    expect(said(followed(pauses(200, 'me'), 200))).toContain('only where Lull chose by chance')
    expect(said(followed(pauses(12, 'chance'), 12))).toContain('12 rated pauses by chance')
    const named = said(followed(pauses(60, 'chance'), 60))
    expect(named).toMatch(/^Box: when Lull chose by chance, you rated 3\.\d lower after it than/)
    expect(named).toMatch(/starting from the same tension \(between .* and .*; 30 and 30 pauses\)/)
    const alike = pauses(60, 'chance').map((pause) => ({
      ...pause,
      after: pause.before - 1 - (pause.before % 2),
    }))
    expect(said(followed(alike, 60))).toContain('No clear difference so far')
    expect(named).not.toMatch(/help|better|work/i)
  })
})

describe('what Trends says of the load', () => {
  it('is that it isn’t known, isn’t clear, or points to the workload', () => {
    expect(workloadSentences({ counted: 0, says: null })[0]).toContain('Calls that you mark aren')
    expect(workloadSentences({ counted: 30, says: null })[0]).toContain('Not clear yet')
    const says = { by: 'calls', points: 0.7, more: 8, lately: null } as const
    expect(workloadSentences({ counted: 80, says })).toEqual([
      'Your harder shifts were the busier ones, week by week (about 0.7 points for 8 more calls).',
    ])
    expect(workloadSentences({ counted: 80, says: { ...says, lately: 14 } }).slice(1)).toEqual([
      'Lately you have had about 14 more calls a shift than in your first twenty.',
      'That points to the workload, not to you.',
    ])
    const fewer = { ...says, by: 'minutes', lately: -30 } as const
    expect(workloadSentences({ counted: 80, says: fewer }).slice(1)).toEqual([
      'Lately you have had about 30 minutes less on calls a shift than in your first twenty.',
      'That points to the workload.',
    ])
  })
})

describe('what Trends says of energy', () => {
  const lower = {
    ...nothingSaid,
    says: 'lower' as const,
    usual: { low: 7, high: 9, average: 8, from: '2026-01-01' },
    since: { shiftId: 'a', shiftDate: '2026-03-03' },
    lately: { low: 3, high: 5 },
  }

  it('names energy, and warns of no high usual', () => {
    expect(energySentence(lower, '2026-05-01')).toBe(
      'Your energy has been lower than your usual since about March 3.',
    )
    expect(energyNotes(lower)).toEqual(['Usually 7 to 9, lately 3 to 5.'])
    expect(watchNotes(lower)).toContain(
      'Your usual shifts are already high. Staying there isn’t the same as being well.',
    )
  })

  it('promises less of two that are watched than of one', () => {
    expect(watchOdds(1).join(' ')).toContain(
      'in 75 of 100 people when that happens at the very start',
    )
    expect(watchOdds(2).join(' ')).toContain(
      'in about 85 of 100 later, typically after about 5 to 6',
    )
  })
})

describe('what Trends says of stress', () => {
  const usual = { low: 3, high: 6, average: 4, from: '2026-01-01' }
  const since = { shiftId: 'a', shiftDate: '2026-03-03' }
  const lately = { low: 5, high: 8 }
  it.each([
    ['usual', 'Your stress is about as in your usual shifts (average 4.0 of 10).'],
    ['higher', 'Your stress has been higher than your usual since about March 3.'],
    ['lower', 'Your stress has been lower than your usual since about March 3.'],
  ] as const)('names what is %s', (says, words) => {
    expect(watchSentence({ ...nothingSaid, says, usual, since, lately }, '2026-05-01')).toBe(words)
  })

  it('has a tenth in each average', () => {
    expect([5, 4.96, 6.1, 0].map(tenth)).toEqual(['5.0', '5.0', '6.1', '0.0'])
  })
})

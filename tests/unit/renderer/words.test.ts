import fc from 'fast-check'
import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { markdownWords } from '../../../renderer/i18n/main/data.ts'
import { knowTypes, momentName, noteWords, typeName } from '../../../renderer/i18n/names.ts'
import { isOwnPatternId } from '../../../src/breathing/own.ts'
import { pauseName } from '../../../renderer/i18n/pause-names.ts'
import { noticeWords } from '../../../renderer/i18n/main/notices.ts'
import { mainProblems } from '../../../renderer/i18n/main/problems.ts'
import { sealedProblems } from '../../../renderer/i18n/sealed/problems.ts'
import { knowProblems, problemWords } from '../../../renderer/i18n/problems.ts'
import { dayOf, lengthOf } from '../../../renderer/i18n/times.ts'
import { messages } from '../../../resources/languages/en.po'
import { keysProblems } from '../../../renderer/unlock/problems.ts'
import { messages as unlock } from '../../../resources/languages/unlock/en.po'
import { messages as sealed } from '../../../resources/languages/sealed/en.po'
import { messages as main } from '../../../resources/languages/main/en.po'
import { exerciseIds } from '../../../src/breathing/exercises.ts'
import { patternIds } from '../../../src/breathing/patterns.ts'
import { errorCodes } from '../../../src/contract.ts'
import { lullsTypes } from '../../../src/guidance/own-types.ts'
import { noteTypes } from '../../../src/guidance/types.ts'
import { works } from '../../../src/settings/choices.ts'

beforeAll(() => {
  i18n.loadAndActivate({ locale: 'en', messages: { ...messages, ...main, ...sealed, ...unlock } })
  knowProblems(mainProblems)
  knowProblems(sealedProblems)
  knowProblems(keysProblems)
})

describe('the words', () => {
  it.each(errorCodes)('for %s say what happened and what one can do', (code) => {
    expect(problemWords(code)).toMatch(/^[A-Z][^!]+\. [A-Z][^!]+\.$/)
  })

  it('are told apart: no two refusals that a person can do something about read alike', () => {
    const alike = new Set(['unknown-method', 'no-right', 'foreign-sender'])
    const codes = errorCodes.filter((code) => !alike.has(code))
    expect(new Set(codes.map(problemWords)).size).toBe(codes.length)
  })

  it('speak of bringing in where a file was to be read, and of no writing', () => {
    for (const code of ['no-file', 'unread-file'] as const) {
      expect(problemWords(code)).toContain('nothing was brought in')
      expect(problemWords(code)).not.toMatch(/writ/)
    }
  })

  it('say that an old file is kept beside the new one only where it is', () => {
    const kept = (['broken', 'newer', 'in-the-way', 'pattern'] as const).filter((notice) =>
      noticeWords(notice).includes('kept beside the new one'),
    )
    expect(kept).toEqual(['broken', 'newer'])
    expect(noticeWords('in-the-way')).toContain('stays as it is')
  })

  it('of Markdown have the agent’s own names of types only where words are wanted', () => {
    const own = { id: 'own-1', name: 'Fax of Ms Reyes', hidden: false } as const
    knowTypes([
      ...lullsTypes.map((type) => (type.id === 'angry' ? { ...type, name: 'Thunder' } : type)),
      own,
    ])
    try {
      const withWords = markdownWords('calls', true).types
      expect([withWords['angry'], withWords['own-1']]).toEqual(['Thunder', 'Fax of Ms Reyes'])
      const without = markdownWords('calls', false).types
      expect([without['angry'], without['own-1']]).toEqual(['Angry', 'Your type 1'])
      expect(JSON.stringify(without)).not.toMatch(/Thunder|Fax/)
    } finally {
      knowTypes(lullsTypes)
    }
  })

  it.each(works)('have a name of its own for every type, pattern and exercise (%s)', (work) => {
    const types = noteTypes.map((type) => typeName(type, work))
    const names = [...types, ...[...patternIds, ...exerciseIds].map(pauseName)]
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(works.filter((work) => work !== 'calls'))(
    'speak of no call to whoever has none (%s)',
    (work) => {
      const all = [
        ...noteTypes.map((type) => typeName(type, work)),
        momentName(work),
        noteWords(work),
      ]
      expect(all.join(', ')).not.toMatch(/call/i)
    },
  )

  it.each([
    ['own:4000-0-0-6000-0', '4 – 6'],
    ['own:4000-0-2000-6000-0', '4 – 2 – 6 (hold)'],
    ['own:2500-1000-0-6500-250', '2.5 – 1 – 6.5 – 0.25 (more, rest)'],
    ['own:4000-1000-2000-6000-1000', '4 – 1 – 2 – 6 – 1'],
  ] as const)('name an own pattern by its seconds: %s', (id, name) => {
    expect(pauseName(id)).toBe(name)
  })

  it('tell own patterns apart that have the same seconds', () => {
    const ids = ['own:4000-0-4000-4000-0', 'own:4000-0-0-4000-4000', 'own:4000-4000-0-4000-0']
    expect(ids.filter(isOwnPatternId).map(pauseName)).toEqual([
      '4 – 4 – 4 (hold)',
      '4 – 4 – 4 (rest)',
      '4 – 4 – 4 (more)',
    ])
    const quarter = (least: number, most: number) =>
      fc.integer({ min: least * 4, max: most * 4 }).map((count) => count * 250)
    const none = fc.constant(0)
    const some = fc
      .tuple(
        quarter(2, 5),
        fc.oneof(none, quarter(0.5, 3)),
        fc.oneof(none, quarter(0.25, 3)),
        quarter(2, 5),
        fc.oneof(none, quarter(0.25, 3)),
      )
      .map((lengths) => `own:${lengths.join('-')}`)
      .filter(isOwnPatternId)
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(pauseName(one) === pauseName(other)).toBe(one === other)
      }),
    )
  })

  it.each([
    [60_000, '1 min'],
    [23_999, '23 s'],
    [90_000, '1 min 30 s'],
    [0, '0 s'],
  ])('say %i ms as "%s"', (ms, words) => {
    expect(lengthOf(ms)).toBe(words)
  })

  it('name the day of a date, whatever the zone', () => {
    expect(dayOf('2026-11-22')).toBe('Sun, Nov 22')
  })
})

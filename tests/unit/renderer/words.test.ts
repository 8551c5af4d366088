import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { momentName, noteWords, patternName, typeName } from '../../../renderer/i18n/names.ts'
import { problemWords } from '../../../renderer/i18n/problems.ts'
import { dayOf, lengthOf } from '../../../renderer/i18n/times.ts'
import { messages } from '../../../resources/languages/en.po'
import { patternIds } from '../../../src/breathing/patterns.ts'
import { errorCodes } from '../../../src/contract.ts'
import { noteTypes } from '../../../src/guidance/types.ts'
import { works } from '../../../src/settings/choices.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages }))

describe('the words', () => {
  it.each(errorCodes)('for %s say what happened and what one can do', (code) => {
    expect(problemWords(code)).toMatch(/^[A-Z][^!]+\. [A-Z][^!]+\.$/)
  })

  it.each(works)('have a name of its own for every type and pattern (%s)', (work) => {
    const types = noteTypes.map((type) => typeName(type, work))
    const names = [...types, ...patternIds.map(patternName)]
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

import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { pauseName } from '../../../renderer/i18n/pause-names.ts'
import { stepWords } from '../../../renderer/i18n/exercises.ts'
import { caution, evidence, sourceOf } from '../../../renderer/i18n/main/pauses.ts'
import { messages } from '../../../resources/languages/en.po'
import { exerciseIds, exercises } from '../../../src/breathing/exercises.ts'
import type { PauseKind } from '../../../src/breathing/kinds.ts'
import { patternIds, patterns } from '../../../src/breathing/patterns.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages }))

const kinds: readonly PauseKind[] = [...patternIds, ...exerciseIds, 'own:4000-0-2000-6000-0']
const wordsOf = (kind: PauseKind): string[] => [
  pauseName(kind),
  evidence(kind),
  ...[caution(kind), sourceOf(kind)].filter((words) => words !== null),
  ...exerciseIds.filter((id) => id === kind).flatMap(stepWords),
]

describe('the words of a pause', () => {
  it.each(kinds)('%s has a name, and says what is known about it', (kind) => {
    expect(pauseName(kind)).not.toBe('')
    expect(evidence(kind)).toMatch(/^[A-Z].+\.$/)
  })

  it.each(kinds)('of %s are plain: nothing shouted, nothing promised, nothing judged', (kind) => {
    for (const words of wordsOf(kind)) {
      expect(words).not.toMatch(/!|\b(proven|enough|let go|shut down|should|must|helps?)\b/i)
      expect(words).not.toMatch(/\b(disorder|symptoms?|patients?|therapy|treatment|PANAS)\b/i)
    }
  })

  it.each([...patternIds, ...exerciseIds])('of %s name the same study as their source', (kind) => {
    const source = sourceOf(kind)
    if (source === null) return expect(evidence(kind)).toContain('found none')
    for (const study of source.split('; ')) {
      const [, author, year] = /^(\w+) and others, (20\d\d)/.exec(study) ?? []
      expect(evidence(kind)).toContain(`${author} and others, ${year}`)
    }
    expect(evidence(kind)).toMatch(/\d people/)
  })

  it.each([
    // What each study did not find (evidence.md, 2.1), which has to stand beside what it did.
    ['longer-exhale', 'with no group to compare them with'],
    ['longer-exhale', 'was not certain'],
    ['three-sighs', 'only in people who'],
    ['three-sighs', 'three sighs in a row were not tried'],
    ['cyclic-sighing', 'anxiety fell as much in every group'],
    ['cyclic-sighing', 'the seconds here are our own'],
    ['coherent', 'no better against stress'],
    ['coherent-slower', 'no better against stress'],
    ['box', 'not the exercise that came out ahead'],
    ['4-7-8', 'found none'],
    ['window', 'no trial of exactly this'],
    ['own:4000-0-0-6000-0', 'no trial of exactly this'],
  ] as const)('of %s leave out no null result: %s', (kind, words) => {
    expect(evidence(kind)).toContain(words)
  })

  it('warn before every pattern that holds, an own one too, and before no other', () => {
    const held = patternIds.filter((id) => patterns[id].holds)
    expect(kinds.filter((kind) => caution(kind) !== null)).toEqual([
      ...held,
      'own:4000-0-2000-6000-0',
    ])
    expect(caution('own:4000-0-0-6000-250')).toBe(caution('box'))
    expect(caution('own:4000-500-0-6000-0')).toBeNull()
    for (const id of patternIds.filter((each) => patterns[each].notForBeginners))
      expect(caution(id)).toContain('not for your first times')
  })

  it.each(exerciseIds)('%s has a sentence for each of its steps, and no two alike', (id) => {
    const words = stepWords(id)
    expect(words).toHaveLength(exercises[id].steps.length)
    expect(new Set(words).size).toBe(words.length)
    for (const sentence of words) expect(sentence).toMatch(/^[A-Z][^!]+[.?]$/)
  })
})

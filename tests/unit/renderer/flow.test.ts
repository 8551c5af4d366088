import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, begin, draftOf, noteOf, type Act, type Flow } from '../../../renderer/note/flow.ts'
import { errorCodes, type NoteStart, type Settings } from '../../../src/contract.ts'
import { difficulties, noteTypes } from '../../../src/guidance/types.ts'

const start: NoteStart = {
  id: 'a note',
  at: 0,
  types: [...noteTypes],
  named: [],
  work: 'calls',
  words: 'unasked',
  draft: null,
}
const play = (flow: Flow, ...acts: Act[]) => acts.reduce(after, flow)
const open = (words: Settings['words'], ...acts: Act[]) => play(begin({ ...start, words }), ...acts)

const hard: Act = { act: 'difficulty', difficulty: 4 }
const angry: Act = { act: 'type', type: 'angry' }
const next: Act = { act: 'next' }
const back: Act = { act: 'back' }
const saved: Act = { act: 'saved' }
const write = (words: string): Act => ({ act: 'words', words })
const refused = (code: 'no-journal' | 'locked' | 'disk-full' | 'words-off'): Act => ({
  act: 'refused',
  code,
})

describe('the way through a note', () => {
  it.each([
    ['starts at how hard it was', open('numbers'), 'difficulty', 'asking'],
    ['does not go on without an answer', open('numbers', next), 'difficulty', 'asking'],
    ['goes from hardness to type', open('numbers', hard, next), 'type', 'asking'],
    [
      'saves after the type with numbers only',
      open('numbers', hard, next, angry, next),
      'type',
      'saving',
    ],
    ['saves without a type', open('numbers', hard, next, next), 'type', 'saving'],
    ['is done when numbers are saved', open('numbers', hard, next, next, saved), 'type', 'done'],
    [
      'asks for words where they are allowed',
      open('numbers-and-words', hard, next, next),
      'words',
      'asking',
    ],
    ['saves after the words', open('numbers-and-words', hard, next, next, next), 'words', 'saving'],
    [
      'asks about the desk once numbers are saved',
      open('unasked', hard, next, next, saved),
      'desk',
      'asking',
    ],
    ['goes back from type to hardness', open('numbers', hard, next, back), 'difficulty', 'asking'],
    [
      'goes back from words to type',
      open('numbers-and-words', hard, next, next, back),
      'type',
      'asking',
    ],
    ['does not go back before the start', open('numbers', back), 'difficulty', 'asking'],
  ] as const)('%s', (_name, flow, step, stage) => {
    expect(flow).toMatchObject({ step, stage })
  })

  it('keeps the answers when going back and on', () => {
    const flow = open('numbers', hard, next, angry, back, next)
    expect(flow).toMatchObject({ step: 'type', difficulty: 4, type: 'angry' })
  })
})

describe('the question about this desk', () => {
  const asked = open('unasked', hard, next, angry, next, saved)

  it('ends the note when the answer is numbers only', () => {
    expect(after(asked, { act: 'desk', mode: 'numbers' })).toMatchObject({ stage: 'done' })
  })

  it('goes on to words for the same note when words are chosen', () => {
    const flow = play(asked, { act: 'desk', mode: 'numbers-and-words' }, write(' a few '), next)
    expect(flow).toMatchObject({ step: 'words', stage: 'saving' })
    expect(noteOf(flow)).toEqual({ id: 'a note', difficulty: 4, type: 'angry', words: 'a few' })
  })

  it('does not save again when no words come', () => {
    const flow = play(asked, { act: 'desk', mode: 'numbers-and-words' }, write('  '), next)
    expect(flow.stage).toBe('done')
  })

  it('offers no way back to what has been saved', () => {
    const flow = play(asked, { act: 'desk', mode: 'numbers-and-words' }, back)
    expect(flow.step).toBe('words')
  })
})

describe('without an open journal', () => {
  const waiting = open('unasked', hard, next, next, refused('no-journal'))

  it.each(['no-journal', 'locked'] as const)('a finished note waits (%s)', (code) => {
    const flow = open('unasked', hard, next, next, refused(code))
    expect(flow).toMatchObject({ stage: 'waiting', difficulty: 4 })
  })

  it('is saved when a journal opens, by what that journal says about words', () => {
    const flow = play(waiting, { act: 'opened', mode: 'numbers' })
    expect(flow.stage).toBe('saving')
    expect(after(flow, saved).stage).toBe('done')
  })

  it('still offers the words that the opened journal allows', () => {
    const flow = play(waiting, { act: 'opened', mode: 'numbers-and-words' }, saved)
    expect(flow).toMatchObject({ step: 'words', stage: 'asking', saved: true })
  })
})

describe('a refusal', () => {
  it('shows its code, keeps the words and lets the agent try again', () => {
    const flow = open(
      'numbers-and-words',
      hard,
      next,
      next,
      write('kept'),
      next,
      refused('disk-full'),
    )
    expect(flow).toMatchObject({ stage: 'asking', problem: 'disk-full', words: 'kept' })
    expect(after(flow, next)).toMatchObject({ stage: 'saving', problem: null })
  })

  it('of words leaves the numbers, which can then be saved', () => {
    const flow = open('numbers-and-words', hard, next, next, write('x'), next, refused('words-off'))
    expect(flow).toMatchObject({ step: 'type', mode: 'numbers', words: '', problem: 'words-off' })
    expect(noteOf(after(flow, next))).toMatchObject({ difficulty: 4, words: '' })
  })
})

describe('a draft', () => {
  const draft = { id: 'old', step: 'words', difficulty: 3, type: 'blaming', words: 'half' } as const

  it('comes back where it was left', () => {
    const flow = begin({ ...start, id: 'old', words: 'numbers-and-words', draft })
    expect(flow).toMatchObject({ id: 'old', step: 'words', difficulty: 3, words: 'half' })
    expect(draftOf(flow)).toEqual(draft)
  })

  it('says that words are kept only once the very same words are', () => {
    const flow = open('numbers-and-words', hard, next, next, write('half a'))
    expect(flow.kept).toBe(false)
    const kept = after(flow, { act: 'kept', words: 'half a' })
    expect(kept.kept).toBe(true)
    const on = after(kept, write('half a sentence'))
    expect(on.kept).toBe(false)
    expect(after(on, { act: 'kept', words: 'half a' }).kept).toBe(false)
  })

  it.each(['numbers', 'unasked'] as const)('shows no words where they are off (%s)', (words) => {
    expect(begin({ ...start, words, draft })).toMatchObject({ step: 'type', words: '' })
  })

  it('without an answer begins at the beginning', () => {
    const flow = begin({ ...start, draft: { ...draft, step: 'type', difficulty: null } })
    expect(flow.step).toBe('difficulty')
  })

  it('is not made of nothing, nor left behind by a note that is kept', () => {
    expect(draftOf(open('numbers'))).toBeNull()
    expect(draftOf(open('numbers', hard, next, next, saved))).toBeNull()
    expect(draftOf(open('unasked', hard, next, next, saved))).toBeNull()
  })
})

describe('any acts in any order', () => {
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({
      act: fc.constant('difficulty' as const),
      difficulty: fc.constantFrom(...difficulties),
    }),
    fc.record({ act: fc.constant('type' as const), type: fc.constantFrom(null, ...noteTypes) }),
    fc.record({ act: fc.constant('words' as const), words: fc.string() }),
    fc.constantFrom<Act>(
      next,
      back,
      saved,
      { act: 'kept', words: '' },
      { act: 'drop' },
      { act: 'dropped' },
    ),
    fc.record({ act: fc.constant('refused' as const), code: fc.constantFrom(...errorCodes) }),
    fc.record({
      act: fc.constantFrom('opened' as const, 'desk' as const),
      mode: fc.constantFrom('numbers' as const, 'numbers-and-words' as const),
    }),
  )
  const mode = fc.constantFrom<Settings['words']>('unasked', 'numbers', 'numbers-and-words')

  const sound = (flow: Flow) =>
    (!['saving', 'waiting'].includes(flow.stage) || noteOf(flow) !== null) &&
    (flow.mode === 'numbers-and-words' || (flow.words === '' && flow.step !== 'words'))

  it('never save without an answer, never hold words where they are not allowed', () => {
    const found = fc.check(
      fc.property(mode, fc.array(act, { maxLength: 30 }), (words, acts) => {
        let flow = open(words)
        return acts.every((one) => sound((flow = after(flow, one))))
      }),
    )
    expect(found.counterexample).toBeNull()
  })
})

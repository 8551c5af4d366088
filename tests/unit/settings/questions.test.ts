import { describe, expect, it } from 'vitest'
import { unsaid } from '../../../src/settings/choices.ts'
import { questionNow, type Facts } from '../../../src/settings/questions.ts'
import { idAt, openJournalDesk, testClock, type Desk } from '../../desk.ts'

const fresh: Facts = {
  settings: unsaid,
  done: [],
  askedThisShift: false,
  hasNotes: false,
  hasMarks: false,
}

describe('which question matters now', () => {
  it.each<[string, Partial<Facts>, string | null]>([
    ['nothing on the first day', {}, null],
    ['the work, once something was noted', { hasNotes: true }, 'work'],
    ['the gap, once a call was marked', { hasMarks: true }, 'gap'],
    ['the work first', { hasNotes: true, hasMarks: true }, 'work'],
    ['none after another in the same shift', { hasNotes: true, askedThisShift: true }, null],
    [
      'the gap after the work was skipped',
      { hasNotes: true, hasMarks: true, done: ['work'] },
      'gap',
    ],
    [
      'no gap for who writes chats',
      { hasMarks: true, settings: { ...unsaid, work: 'messages' } },
      null,
    ],
    ['nothing that is known', { hasMarks: true, settings: { ...unsaid, gap: '15s' } }, null],
    ['nothing twice', { hasNotes: true, hasMarks: true, done: ['work', 'gap'] }, null],
  ])('is %s', (_what, facts, question) => {
    expect(questionNow({ ...fresh, ...facts })).toBe(question)
  })
})

async function noted(desk: Desk): Promise<void> {
  await desk.ask('note', 'note.save', {
    id: idAt(desk.clock.now()),
    difficulty: 4,
    type: null,
    words: '',
  })
}
const question = async (desk: Desk) => (await desk.ask('main', 'today.get', {})).question

describe('a question', () => {
  it('comes after the first note, and not again once it is skipped', async () => {
    using desk = await openJournalDesk()
    expect(await question(desk)).toBeNull()
    await noted(desk)
    expect(await question(desk)).toBe('work')
    await desk.ask('main', 'question.skip', { question: 'work' })
    expect(await question(desk)).toBeNull()
    expect(await desk.ask('main', 'settings.get', {})).toEqual(unsaid)
  })

  it('is the only one in a shift; the next comes with the next shift', async () => {
    using desk = await openJournalDesk()
    await noted(desk)
    desk.companion.hear({ kind: 'call', event: 'marked', source: 'shortcut' })
    await desk.ask('main', 'settings.set', { work: 'calls' })
    expect(await question(desk)).toBeNull()
    desk.clock.pass(9 * 3_600_000)
    await noted(desk)
    expect(await question(desk)).toBe('gap')
  })

  it('stays answered when its answer is taken back', async () => {
    using desk = await openJournalDesk(testClock())
    await noted(desk)
    await desk.ask('main', 'settings.set', { work: 'email' })
    await desk.ask('main', 'settings.set', { work: null })
    desk.clock.pass(9 * 3_600_000)
    expect(await question(desk)).toBeNull()
  })
})

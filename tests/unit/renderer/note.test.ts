import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { openNote } from '../../../renderer/state/note.ts'
import { lullsTypes } from '../../../src/guidance/own-types.ts'
import type { NoteStart } from '../../../src/contract.ts'
import { fakeBridge, refuse, settled, silence } from './fake-bridge.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function openWith(words: NoteStart['words'], answers: Record<string, unknown> = {}) {
  const begun: NoteStart = {
    id: 'n',
    at: 0,
    types: ['angry', 'good'],
    named: [],
    work: 'calls',
    words,
    draft: null,
    ask: null,
    stopLine: 'on',
    seal: null,
  }
  const vault = fakeBridge({ 'note.begin': begun, 'settings.get': { words }, ...answers })
  const note = await openNote(connect(vault.bridge))
  const answer = () => {
    note.act({ act: 'difficulty', difficulty: 3 })
    note.act({ act: 'next' })
    note.act({ act: 'type', type: 'angry' })
    note.act({ act: 'next' })
  }
  return { ...vault, note, answer }
}

describe('the draft of a note', () => {
  it('is kept with every answered question, once each', async () => {
    const { note, inputs } = await openWith('numbers')
    note.act({ act: 'difficulty', difficulty: 4 })
    note.act({ act: 'difficulty', difficulty: 4 })
    note.act({ act: 'next' })
    await settled()
    expect(inputs('note.keepDraft')).toMatchObject([
      { step: 'difficulty', difficulty: 4 },
      { step: 'type', difficulty: 4 },
    ])
  })

  it('holds words within a second of their being typed, however fast they come', async () => {
    const { note, answer, inputs } = await openWith('numbers-and-words')
    answer()
    const before = inputs('note.keepDraft').length
    for (const words of ['a', 'ab', 'abc']) {
      note.act({ act: 'words', words })
      vi.advanceTimersByTime(333)
    }
    expect(inputs('note.keepDraft')).toHaveLength(before)
    vi.advanceTimersByTime(1)
    expect(inputs('note.keepDraft').slice(before)).toMatchObject([{ step: 'words', words: 'abc' }])
    vi.advanceTimersByTime(5000)
    expect(inputs('note.keepDraft')).toHaveLength(before + 1)
  })

  it('folds only once the vault has it, and stays in view first when it could not be kept', async () => {
    const { note, answer, answers, methods } = await openWith('numbers-and-words')
    answer()
    answers['note.keepDraft'] = refuse('disk-full')
    note.act({ act: 'words', words: 'must not go' })
    await note.close()
    expect(methods()).not.toContain('fold')
    expect(note.store.getState()).toMatchObject({ problem: 'disk-full', words: 'must not go' })
    answers['note.keepDraft'] = null
    await note.close()
    expect(methods().slice(-2)).toEqual(['note.keepDraft', 'fold'])
  })

  it('is let go by the save itself, never before it', async () => {
    const { note, answer, asked } = await openWith('unasked', { 'settings.set': {} })
    answer()
    await settled()
    note.answerDesk('numbers-and-words')
    await settled()
    note.act({ act: 'words', words: 'typed minutes ago' })
    vi.advanceTimersByTime(1001)
    await settled()
    note.act({ act: 'next' })
    await settled()
    expect(asked.map(({ method }) => method)).not.toContain('note.dropDraft')
  })

  it('takes the latest words along when the window folds or goes', async () => {
    const { note, answer, asked } = await openWith('numbers-and-words')
    answer()
    note.act({ act: 'words', words: 'at the last moment' })
    await note.close()
    expect(asked.slice(-2)).toMatchObject([
      { method: 'note.keepDraft', input: { words: 'at the last moment' } },
      { method: 'fold' },
    ])
    note.act({ act: 'words', words: 'and later' })
    note.leave()
    expect(asked.at(-1)).toMatchObject({ input: { words: 'and later' } })
  })

  it('is not written again after the note is saved', async () => {
    const { note, answer, methods } = await openWith('numbers-and-words')
    answer()
    note.act({ act: 'words', words: 'kept' })
    note.act({ act: 'next' })
    await settled()
    vi.advanceTimersByTime(5000)
    expect(methods().slice(-2)).toEqual(['note.save', 'fold'])
  })

  it('goes when the agent says "Not this one"', async () => {
    const { note, answer, methods } = await openWith('numbers-and-words')
    answer()
    note.act({ act: 'words', words: 'never mind' })
    note.act({ act: 'drop' })
    await settled()
    vi.advanceTimersByTime(5000)
    expect(methods().slice(-2)).toEqual(['note.dropDraft', 'fold'])
  })

  it('that cannot be kept is told once and does not start a storm', async () => {
    const { note, methods } = await openWith('numbers', { 'note.keepDraft': refuse('disk-full') })
    note.act({ act: 'difficulty', difficulty: 2 })
    await settled()
    expect(note.store.getState().problem).toBe('disk-full')
    expect(methods().filter((method) => method === 'note.keepDraft')).toHaveLength(1)
  })
})

describe('saving a note', () => {
  it('is not undone by a draft that is refused late', async () => {
    const { note, answer, asked, tell, methods } = await openWith('numbers', {
      'note.keepDraft': silence,
    })
    answer()
    const late = asked.find(({ method }) => method === 'note.keepDraft')?.id ?? -1
    tell({ id: late, ok: false, error: { code: 'disk-full', message: '' } })
    await settled()
    expect(note.store.getState()).toMatchObject({ stage: 'done', problem: null })
    expect(methods().at(-1)).toBe('fold')
  })

  it('folds the window once it is on the disk, not before', async () => {
    const { note, answer, asked, tell, methods } = await openWith('numbers', {
      'note.save': silence,
    })
    answer()
    await settled()
    expect(methods().at(-1)).toBe('note.save')
    tell({ id: asked.at(-1)?.id ?? -1, ok: true, value: { id: 'n' } })
    await settled()
    expect(note.store.getState().saved).toBe(true)
    expect(methods().at(-1)).toBe('fold')
  })

  it('adds words to the same note after the desk question', async () => {
    const { note, answer, inputs } = await openWith('unasked')
    answer()
    await settled()
    note.answerDesk('numbers-and-words')
    await settled()
    note.act({ act: 'words', words: 'two words' })
    note.act({ act: 'next' })
    await settled()
    expect(inputs('settings.set')).toEqual([{ words: 'numbers-and-words' }])
    expect(inputs('note.save')).toEqual([
      { id: 'n', difficulty: 3, type: 'angry', words: '', asked: null },
      { id: 'n', difficulty: 3, type: 'angry', words: 'two words', asked: null },
    ])
  })

  it('asks for a journal where there is none, and saves by itself when it opens', async () => {
    const none = refuse('no-journal')
    const { note, answer, answers, inputs, tell, methods } = await openWith('unasked', {
      'note.save': none,
      'note.keepDraft': none,
    })
    answer()
    await settled()
    expect(note.store.getState()).toMatchObject({ stage: 'waiting', problem: null })
    expect(inputs('open')).toEqual([{ window: 'unlock' }])

    answers['note.save'] = { id: 'n' }
    tell({ event: 'journal', state: 'open' })
    await settled()
    expect(note.store.getState()).toMatchObject({ step: 'desk', saved: true })
    expect(methods().filter((method) => method === 'note.save')).toHaveLength(2)
  })

  it('begins also while the journal is locked', async () => {
    const locked = fakeBridge({ 'note.begin': refuse('locked') })
    const note = await openNote(connect(locked.bridge))
    expect(note.store.getState()).toMatchObject({ step: 'difficulty', stage: 'asking' })
  })
})

describe('a call that begins', () => {
  it('keeps what was written, and takes nothing that is typed after it', async () => {
    const { note, answer, inputs, tellShell } = await openWith('numbers-and-words')
    answer()
    note.act({ act: 'words', words: 'half a sent' })
    tellShell({ event: 'call', running: true, sure: true })
    note.act({ act: 'words', words: 'half a sentence for somebody else' })
    note.act({ act: 'next' })
    note.leave()
    await settled()
    vi.advanceTimersByTime(5000)
    expect(inputs('note.keepDraft').at(-1)).toMatchObject({ words: 'half a sent' })
    expect(note.store.getState().words).toBe('half a sent')
    expect(inputs('note.save')).toEqual([])
  })

  it('is not one that ends', async () => {
    const { note, answer, tellShell } = await openWith('numbers-and-words')
    answer()
    tellShell({ event: 'call', running: false, sure: true })
    note.act({ act: 'words', words: 'still here' })
    expect(note.store.getState().words).toBe('still here')
  })
})

describe('the line that says one can stop', () => {
  const written = async (stopLine: NoteStart['stopLine'], seconds: number) => {
    const opened = await openWith('numbers-and-words', { 'note.begin': { ...begun, stopLine } })
    opened.answer()
    for (let second = 0; second < seconds; second++) {
      opened.note.act({ act: 'words', words: 'a'.repeat(second + 1) })
      vi.advanceTimersByTime(1000)
      await settled()
    }
    return opened.note.store.getState()
  }
  const begun: NoteStart = {
    id: 'n',
    at: 0,
    types: ['angry', 'good'],
    named: [...lullsTypes],
    work: 'calls',
    words: 'numbers-and-words',
    draft: null,
    ask: null,
    stopLine: 'on',
    seal: null,
  }

  it('comes after 90 s of writing, not before, and while all of it is on the disk', async () => {
    expect((await written('on', 89)).stopSaid).toBe(false)
    const flow = await written('on', 91)
    expect(flow).toMatchObject({ stopSaid: true, kept: true })
  })

  it('comes never where it is switched off', async () => {
    expect((await written('off', 120)).stopSaid).toBe(false)
  })
})

describe('a step onward', () => {
  it.each([
    ['pause', { window: 'pause' }],
    ['talk', { window: 'main', page: 'support' }],
  ] as const)('opens what was chosen and folds the note: %s', async (step, opens) => {
    const { note, inputs, methods } = await openWith('numbers')
    note.act({ act: 'difficulty', difficulty: 5 })
    note.act({ act: 'next' })
    note.act({ act: 'next' })
    await settled()
    expect(note.store.getState()).toMatchObject({ step: 'onward', saved: true })
    note.goOnward(step)
    expect(inputs('open')).toEqual([opens])
    expect(methods().at(-1)).toBe('fold')
  })
})

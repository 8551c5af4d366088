import { describe, expect, it } from 'vitest'
import type { Input, VaultDoor } from '../../src/contract.ts'
import type { Journal, Opened, Store } from '../../src/ports.ts'
import { StoreError } from '../../src/store/errors.ts'
import { idAt, openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../desk.ts'

const aNote = (desk: Desk, words = '') => ({
  id: idAt(desk.clock.now()),
  difficulty: 4 as const,
  type: 'angry' as const,
  words,
})
const aPause = (desk: Desk) => ({
  id: idAt(desk.clock.now()),
  kind: 'longer-exhale' as const,
  startedAt: desk.clock.now() - 60_000,
  elapsedMs: 60_000,
  plannedMs: 60_000,
  ended: 'completed' as const,
  before: null,
  after: null,
  chosen: 'me' as const,
})

const aRatedPause = (desk: Desk): Input<VaultDoor, 'pause.save'> => ({
  ...aPause(desk),
  before: 6,
  after: 5,
})

/** Long enough for an opening to have begun, and none has ended: stretching a passphrase takes a thread of its own. */
async function underWay() {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

describe('a first day, before there is a journal', () => {
  it('says that there is none, and asks nothing before the first save', async () => {
    using desk = openDesk()
    expect(await desk.ask('main', 'journal.state', {})).toEqual({
      state: 'absent',
      hasRecoveryKey: false,
      waiting: 0,
    })
    expect(desk.told).toEqual([{ kind: 'journal', state: 'absent' }])
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({
      words: 'unasked',
      draft: null,
    })
    await expect(desk.ask('note', 'note.save', aNote(desk))).rejects.toThrow('no-journal')
    await expect(desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })).rejects.toThrow(
      'no-journal',
    )
  })

  it('holds a first pause until there is a journal, and then keeps it as what it was', async () => {
    using desk = openDesk()
    const pause = { ...aPause(desk), elapsedMs: 23_000, ended: 'stopped' as const }
    expect(await desk.ask('pause', 'pause.save', pause)).toEqual({ kept: 'until-unlock' })
    desk.clock.pass(120_000)
    await desk.ask('unlock', 'journal.create', { passphrase })
    expect((await desk.ask('main', 'today.get', {})).pauses).toEqual([
      {
        id: pause.id,
        at: pause.startedAt,
        kind: 'longer-exhale',
        elapsedMs: 23_000,
        ended: 'stopped',
      },
    ])
  })

  it('brings an unfinished note back, before there is a journal and after', async () => {
    using desk = openDesk()
    const draft = { ...aNote(desk), step: 'type' as const }
    await desk.ask('note', 'note.keepDraft', draft)
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({ id: draft.id, draft })
    await desk.ask('unlock', 'journal.create', { passphrase })
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({ id: draft.id, draft })
    await expect(
      desk.ask('note', 'note.keepDraft', { ...draft, words: 'not yet' }),
    ).rejects.toThrow('words-off')
  })

  it('makes a journal that stays locked where whoever began it has gone', async () => {
    using desk = openDesk()
    const beginning = desk.ask('unlock', 'journal.create', { passphrase })
    await underWay()
    desk.companion.hear({ kind: 'left' })
    await expect(beginning).rejects.toThrow('locked')
    expect(desk.told.at(-1)).toEqual({ kind: 'journal', state: 'locked' })
    await desk.ask('unlock', 'journal.open', { passphrase })
  })

  it('will not make a second journal over the first', async () => {
    using desk = await openJournalDesk()
    await expect(desk.ask('unlock', 'journal.create', { passphrase })).rejects.toThrow('exists')
    desk.restart()
    await expect(desk.ask('unlock', 'journal.create', { passphrase })).rejects.toThrow('exists')
  })
})

describe('locked', () => {
  it('opens to the passphrase and the recovery key, and to nothing else', async () => {
    using desk = await openJournalDesk()
    const { recoveryKey, asked } = await desk.ask('unlock', 'recovery.create', {
      secret: { passphrase },
    })
    const [first = '', second = ''] = asked.map((at) => recoveryKey.split('-')[at])
    await desk.ask('unlock', 'recovery.keep', { groups: [first, second] })
    desk.restart()
    await expect(desk.ask('unlock', 'journal.open', { passphrase: 'another one' })).rejects.toThrow(
      'wrong-secret',
    )
    await expect(desk.ask('main', 'today.get', {})).rejects.toThrow('locked')
    await desk.ask('unlock', 'journal.open', { passphrase })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { recoveryKey: recoveryKey.toLowerCase() })
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ hasRecoveryKey: true })
  })

  it('stays locked where whoever was opening it has gone, and opens to who comes next', async () => {
    using desk = await openJournalDesk()
    desk.restart()
    const opening = desk.ask('unlock', 'journal.open', { passphrase })
    await underWay()
    desk.companion.hear({ kind: 'left' })
    // Somebody at the same screen, with another window, before the first has come to an end.
    const guess = desk.ask('unlock', 'journal.open', { passphrase: 'another one' })
    await expect(opening).rejects.toThrow('locked')
    await expect(guess).rejects.toThrow('wrong-secret')
    await expect(desk.ask('main', 'today.get', {})).rejects.toThrow('locked')
    const gone = desk.ask('unlock', 'journal.open', { passphrase })
    desk.companion.hear({ kind: 'left' })
    const next = desk.ask('unlock', 'journal.open', { passphrase })
    await expect(gone).rejects.toThrow('locked')
    expect(await next).toMatchObject({ notice: null })
    desk.companion.hear({ kind: 'left' })
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ hasRecoveryKey: false })
  })

  it('still takes pauses and signals, offers the card, and puts them in at the unlock', async () => {
    using desk = await openJournalDesk()
    desk.restart()
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    desk.clock.pass(30_000)
    desk.companion.hear({ kind: 'call', event: 'marked', source: 'shortcut' })
    desk.companion.hear({ kind: 'call', event: 'ended', source: 'command' })
    desk.clock.pass(20_000)
    expect(desk.told.filter((news) => news.kind === 'offer')).toEqual([
      { kind: 'offer', asked: false, fits: 'sighs', note: true },
    ])
    await desk.ask('pause', 'pause.save', aPause(desk))
    expect(await desk.ask('main', 'journal.state', {})).toMatchObject({
      state: 'locked',
      waiting: 1,
    })
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect((await desk.ask('main', 'today.get', {})).pauses).toHaveLength(1)
  })
})

describe('before a pause', () => {
  const begin = { kind: 'longer-exhale', plannedMs: 60_000 } as const
  /** A pause that was rated, or one that was only long enough to be. */
  async function took(desk: Desk, changes: Partial<ReturnType<typeof aRatedPause>>) {
    desk.clock.pass(600_000)
    await desk.ask('pause', 'pause.save', { ...aRatedPause(desk), ...changes })
  }

  it('tension is asked about every third time, counting pauses of a minute or more', async () => {
    using desk = await openJournalDesk()
    const asked: boolean[] = []
    for (const plannedMs of [60_000, 60_000, 60_000, 30_000, 300_000, 60_000, 60_000]) {
      asked.push((await desk.ask('pause', 'pause.begin', { ...begin, plannedMs })).askTension)
      await took(desk, { plannedMs, elapsedMs: plannedMs, before: null, after: null })
    }
    expect(asked).toEqual([false, false, true, false, false, false, true])
  })

  it('something without breath is offered once tension rose in two of the last three', async () => {
    using desk = await openJournalDesk()
    const first = async () => (await desk.ask('pause', 'pause.begin', begin)).withoutBreathFirst
    await took(desk, { before: 3, after: 5 })
    await took(desk, { before: 5, after: 4 })
    // What has no rating, or no breath, isn't counted among the three.
    await took(desk, { before: null, after: null })
    await took(desk, { before: 5, after: null })
    await took(desk, { kind: 'noticing', before: 2, after: 9 })
    expect(await first()).toBe(false)
    await took(desk, { kind: 'own:4000-0-0-6000-0', before: 3, after: 6 })
    expect(await first()).toBe(true)
    expect(
      await desk.ask('card', 'pause.begin', { kind: 'window', plannedMs: 60_000 }),
    ).toMatchObject({ withoutBreathFirst: false })
    await took(desk, { before: 6, after: 6 })
    expect(await first()).toBe(false)
  })

  it('nothing is asked and nothing offered while the journal is locked, or before there is one', async () => {
    using desk = openDesk()
    const nothing = { askTension: false, withoutBreathFirst: false }
    expect(await desk.ask('pause', 'pause.begin', begin)).toEqual(nothing)
    await desk.ask('unlock', 'journal.create', { passphrase })
    for (let pause = 0; pause < 5; pause++) await took(desk, { before: 2, after: 9 })
    expect(await desk.ask('pause', 'pause.begin', begin)).toEqual({
      askTension: true,
      withoutBreathFirst: true,
    })
    desk.restart()
    expect(await desk.ask('pause', 'pause.begin', begin)).toEqual(nothing)
  })
})

describe('a pause', () => {
  it.each([
    ['an own pattern that holds for 8 s', { kind: 'own:4000-0-8000-6000-0' }],
    ['a kind that nobody knows', { kind: 'sleep' }],
    ['a pattern under its old name', { pattern: 'longer-exhale' }],
    ['a rating after and none before', { before: null, after: 3 }],
    ['a rating of less than a minute', { plannedMs: 59_000, elapsedMs: 59_000 }],
    ['a rating of 11', { before: 11 }],
    ['more than half an hour', { plannedMs: 1_800_001, elapsedMs: 1_800_001 }],
    ['more time than was planned', { elapsedMs: 60_001 }],
    ['a completion half way', { elapsedMs: 30_000 }],
    ['somebody else who chose', { chosen: 'boss' }],
    ['no word about who chose', { chosen: undefined }],
  ])('is refused with %s, and nothing is kept', async (_what, changes) => {
    using desk = await openJournalDesk()
    const input = { ...aRatedPause(desk), ...changes }
    const answer = await desk.raw('pause', { id: 1, method: 'pause.save', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect((await desk.ask('main', 'pauses.get', {})).sessions).toEqual([])
  })

  it('of every kind is kept under its own name, an own pattern too', async () => {
    using desk = await openJournalDesk()
    const kinds = ['4-7-8', 'own:4000-500-2000-6000-250', 'rest-eyes'] as const
    for (const kind of kinds) {
      desk.clock.pass(300_000)
      await desk.ask('card', 'pause.save', { ...aRatedPause(desk), kind, chosen: 'chance' })
    }
    const today = await desk.ask('main', 'today.get', {})
    expect(today.pauses.map(({ kind }) => kind)).toEqual(kinds)
    const { sessions } = await desk.ask('main', 'pauses.get', {})
    expect(sessions).toEqual(today.pauses.toReversed())
  })

  it('can be rated after it was saved, and the last rating counts', async () => {
    using desk = await openJournalDesk()
    for (let pause = 0; pause < 10; pause++) {
      const taken = { ...aRatedPause(desk), before: 7, after: null }
      await desk.ask('pause', 'pause.save', taken)
      expect((await desk.ask('main', 'pauses.get', {})).described).toBeNull()
      await desk.ask('pause', 'pause.rate', { id: taken.id, after: 9 })
      await desk.ask('pause', 'pause.rate', { id: taken.id, after: 4 })
      // Sent once more, as after a lock: the rating stays.
      await desk.ask('pause', 'pause.save', taken)
    }
    expect((await desk.ask('main', 'pauses.get', {})).described).toEqual({
      count: 10,
      before: 7,
      after: 4,
    })
    expect(desk.heard.at(-1)).toEqual({ event: 'changed' })
  })

  it('that is not there, or had no rating before, can’t be rated after', async () => {
    using desk = await openJournalDesk()
    const unrated = { ...aRatedPause(desk), before: null, after: null }
    await desk.ask('pause', 'pause.save', unrated)
    for (const id of [unrated.id, idAt(desk.clock.now())])
      await expect(desk.ask('pause', 'pause.rate', { id, after: 3 })).rejects.toThrow('bad-input')
  })

  it.each(['absent', 'locked'])(
    'that waits while the journal is %s can be rated, too',
    async (state) => {
      using desk = openDesk()
      if (state === 'locked') {
        await desk.ask('unlock', 'journal.create', { passphrase })
        for (let pause = 0; pause < 9; pause++)
          await desk.ask('pause', 'pause.save', { ...aRatedPause(desk), before: 5, after: 5 })
        desk.restart()
      } else
        for (let pause = 0; pause < 9; pause++)
          await desk.ask('pause', 'pause.save', { ...aRatedPause(desk), before: 5, after: 5 })
      const waiting = { ...aRatedPause(desk), before: 10, after: null }
      const unrated = { ...aRatedPause(desk), before: null, after: null }
      for (const each of [waiting, waiting, unrated]) await desk.ask('pause', 'pause.save', each)
      const held = state === 'locked' ? 2 : 11
      expect((await desk.ask('main', 'journal.state', {})).waiting).toBe(held)
      await desk.ask('pause', 'pause.rate', { id: waiting.id, after: 0 })
      await expect(desk.ask('pause', 'pause.rate', { id: unrated.id, after: 0 })).rejects.toThrow(
        'bad-input',
      )
      // One that doesn't wait may be in the journal, which can't be written in now.
      await expect(
        desk.ask('pause', 'pause.rate', { id: idAt(desk.clock.now()), after: 0 }),
      ).rejects.toThrow(state === 'locked' ? 'locked' : 'bad-input')
      if (state === 'locked') await desk.ask('unlock', 'journal.open', { passphrase })
      else await desk.ask('unlock', 'journal.create', { passphrase })
      expect((await desk.ask('main', 'pauses.get', {})).described).toEqual({
        count: 10,
        before: 5.5,
        after: 4.5,
      })
    },
  )
})

describe('the pauses that were taken', () => {
  it('are described from ten rated ones on, by their means to one decimal', async () => {
    using desk = await openJournalDesk()
    for (const after of [4, 4, 4, 5, 5, 5, 5, 5, 6]) {
      desk.clock.pass(300_000)
      await desk.ask('pause', 'pause.save', { ...aRatedPause(desk), before: 6, after })
      await desk.ask('pause', 'pause.save', { ...aRatedPause(desk), before: 9, after: null })
    }
    expect((await desk.ask('main', 'pauses.get', {})).described).toBeNull()
    await desk.ask('pause', 'pause.save', { ...aRatedPause(desk), before: 9, after: 6 })
    expect((await desk.ask('main', 'pauses.get', {})).described).toEqual({
      count: 10,
      before: 6.3,
      after: 4.9,
    })
  })

  it('are the last fifty, the newest first, of every shift', async () => {
    using desk = await openJournalDesk()
    const ids: string[] = []
    for (let pause = 0; pause < 53; pause++) {
      desk.clock.pass(2 * 3_600_000)
      const taken = aRatedPause(desk)
      ids.push(taken.id)
      await desk.ask('pause', 'pause.save', taken)
    }
    const { sessions } = await desk.ask('main', 'pauses.get', {})
    expect(sessions.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 50))
  })

  it('are none before there is a journal, and nobody’s business while it is locked', async () => {
    using desk = openDesk()
    expect(await desk.ask('main', 'pauses.get', {})).toEqual({ sessions: [], described: null })
    await desk.ask('unlock', 'journal.create', { passphrase })
    desk.restart()
    await expect(desk.ask('main', 'pauses.get', {})).rejects.toThrow('locked')
  })
})

describe('a disk that is full', () => {
  /** The real journal, whose disk is full while `full` says so. */
  function onADisk() {
    const disk = { full: false }
    const failing = (store: Store): Store => ({
      prepare: (sql) => store.prepare(sql),
      tuples: (sql) => store.tuples(sql),
      write(work) {
        if (disk.full) throw new StoreError('disk-full', 'The disk is full.')
        return store.write(work)
      },
      forget: (noteIds) => store.forget(noteIds),
    })
    const through = (journal: Journal): Journal => {
      const open = async (opening: Promise<Opened>): Promise<Opened> => {
        const opened = await opening
        return opened.ok ? { ...opened, store: failing(opened.store) } : opened
      }
      return {
        ...journal,
        create: (secret) => open(journal.create(secret)),
        open: (secret) => open(journal.open(secret)),
      }
    }
    return { disk, desk: openDesk(testClock(), through) }
  }

  it('shuts the journal again when what waited can\u2019t go in, and opens once there is room', async () => {
    const { disk, desk } = onADisk()
    using _end = desk
    await desk.ask('unlock', 'journal.create', { passphrase })
    desk.restart()
    await desk.ask('pause', 'pause.save', aPause(desk))
    disk.full = true
    await expect(desk.ask('unlock', 'journal.open', { passphrase })).rejects.toThrow('disk-full')
    expect(await desk.ask('main', 'journal.state', {})).toMatchObject({
      state: 'locked',
      waiting: 1,
    })
    disk.full = false
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect((await desk.ask('main', 'today.get', {})).pauses).toHaveLength(1)
  })

  it('loses no call signal, and still offers the card', async () => {
    const { disk, desk } = onADisk()
    using _end = desk
    await desk.ask('unlock', 'journal.create', { passphrase })
    disk.full = true
    for (const event of ['started', 'marked', 'ended'] as const)
      desk.companion.hear({ kind: 'call', event, source: 'command' })
    desk.clock.pass(20_000)
    expect(desk.told).toContainEqual({ kind: 'offer', asked: false, fits: 'sighs', note: true })
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate: null })
    disk.full = false
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    // All four are in: the shift is open, and it opened with the first of them.
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate: '2026-11-22' })
  })
})

describe('a call that a link tells of', () => {
  it('and nobody confirms opens no shift and no card, and is only said under why', async () => {
    using desk = await openJournalDesk()
    const told = desk.told.length
    for (const event of ['started', 'marked', 'ended'] as const) {
      desk.companion.hear({ kind: 'call', event, source: 'link', confirmed: false })
      desk.clock.pass(60_000)
    }
    expect(desk.told.slice(told).filter(({ kind }) => kind !== 'prompts')).toEqual([])
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate: null })
    expect(await desk.ask('main', 'prompts.log', {})).toMatchObject([
      { did: 'silent', reason: 'unconfirmed', times: 3 },
    ])
  })

  it('is marked without a window once the agent presses, and offered after its end', async () => {
    using desk = await openJournalDesk()
    const offers = () => desk.told.filter(({ kind }) => kind === 'offer')
    const started = { event: 'started', source: 'link', at: desk.clock.now() } as const
    desk.companion.hear({ kind: 'call', ...started, confirmed: false })
    desk.clock.pass(30_000)
    const mark = { event: 'marked', source: 'shortcut', confirmed: true } as const
    desk.companion.hear({ kind: 'call', ...mark, earlier: [started] })
    expect(offers()).toEqual([])
    desk.clock.pass(30_000)
    desk.companion.hear({ kind: 'call', event: 'ended', source: 'link', confirmed: true })
    desk.clock.pass(20_000)
    expect(offers()).toEqual([{ kind: 'offer', asked: false, fits: 'sighs', note: true }])
  })
})

describe('a note', () => {
  it('is counted on Today as a moment, with no word about how hard it was', async () => {
    using desk = await openJournalDesk()
    await desk.ask('note', 'note.save', aNote(desk))
    const today = await desk.ask('main', 'today.get', {})
    expect(today).toEqual({
      clockBehind: null,
      shiftDate: '2026-11-22',
      notes: 1,
      goodNotes: 0,
      pauses: [],
      checkIn: null,
      hasRecoveryKey: false,
      question: 'work',
      selfCheck: null,
      heavyNumbers: false,
    })
  })

  it('saved again with its words is still one note', async () => {
    using desk = await openJournalDesk()
    await desk.ask('note', 'settings.set', { words: 'numbers-and-words' })
    const note = aNote(desk)
    await desk.ask('note', 'note.save', note)
    await desk.ask('note', 'note.save', { ...note, words: 'the parcel went to the wrong town' })
    expect((await desk.ask('main', 'today.get', {})).notes).toBe(1)
  })

  it.each(['unasked', 'numbers'] as const)('takes no words while they are %s', async (words) => {
    using desk = await openJournalDesk()
    if (words === 'numbers') await desk.ask('note', 'settings.set', { words })
    await expect(desk.ask('note', 'note.save', aNote(desk, 'some'))).rejects.toThrow('words-off')
    await expect(
      desk.ask('note', 'note.keepDraft', { ...aNote(desk, 'some'), step: 'words' }),
    ).rejects.toThrow('words-off')
    expect((await desk.ask('main', 'today.get', {})).notes).toBe(0)
  })

  it('comes back from its draft where it was, after a restart, and only until it is saved', async () => {
    using desk = await openJournalDesk()
    await desk.ask('note', 'settings.set', { words: 'numbers-and-words' })
    const begun = await desk.ask('note', 'note.begin', {})
    const draft = { ...aNote(desk, 'they had waited for'), id: begun.id, step: 'words' as const }
    await desk.ask('note', 'note.keepDraft', draft)
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({ id: begun.id, draft })
    const { step: _, ...note } = draft
    await desk.ask('note', 'note.save', note)
    expect((await desk.ask('note', 'note.begin', {})).draft).toBeNull()
  })

  it('offers the types used most first, and all of them', async () => {
    using desk = await openJournalDesk()
    for (const type of ['doubted', 'doubted', 'good'] as const)
      await desk.ask('note', 'note.save', { ...aNote(desk), id: idAt(desk.clock.now()), type })
    const { types } = await desk.ask('note', 'note.begin', {})
    expect(types.slice(0, 3)).toEqual(['doubted', 'good', 'angry'])
    expect(new Set(types).size).toBe(12)
  })
})

describe('a shift', () => {
  it('takes in what is entered late but came just before it opened', async () => {
    using desk = await openJournalDesk()
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    await desk.ask('pause', 'pause.save', aPause(desk))
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({
      pauses: [{ elapsedMs: 60_000 }],
    })
    expect((await desk.ask('main', 'trends.get', {})).shifts).toHaveLength(1)
  })

  it('keeps the date it opened on through midnight, and ends after five quiet hours', async () => {
    // 22:00 in Manila.
    using desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z', 'Asia/Manila'))
    await desk.ask('note', 'note.save', aNote(desk))
    desk.clock.pass(3 * 3_600_000)
    await desk.ask('note', 'note.save', aNote(desk))
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({
      shiftDate: '2026-11-22',
      notes: 2,
    })
    desk.clock.pass(5 * 3_600_000)
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate: null, notes: 0 })
    await desk.ask('note', 'note.save', aNote(desk))
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({
      shiftDate: '2026-11-23',
      notes: 1,
    })
  })

  it('is opened by a call signal too, and is never dated again after a journey', async () => {
    using desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z', 'Asia/Manila'))
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    desk.clock.move('America/New_York')
    desk.clock.pass(3_600_000)
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate: '2026-11-22' })
  })
})

describe('Trends', () => {
  it('shows one value a shift, the mean of its check-ins, and a gap as a gap', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'checkin.save', { stress: 4, energy: 6 })
    await desk.ask('main', 'checkin.save', { stress: 7, energy: 1 })
    desk.clock.pass(24 * 3_600_000)
    await desk.ask('note', 'note.save', aNote(desk))
    desk.clock.pass(24 * 3_600_000)
    await desk.ask('main', 'checkin.save', { stress: 0, energy: 10 })
    expect(await desk.ask('main', 'trends.get', {})).toMatchObject({
      weeks: 13,
      today: '2026-11-24',
      shifts: [
        { shiftDate: '2026-11-22', stress: 5.5, energy: 3.5, ratedBy: 'own' },
        { shiftDate: '2026-11-23', stress: null, energy: null, ratedBy: null },
        { shiftDate: '2026-11-24', stress: 0, energy: 10, ratedBy: 'own' },
      ],
    })
  })

  it('leaves out what is older than thirteen weeks', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'checkin.save', { stress: 4, energy: 6 })
    desk.clock.pass(13 * 7 * 24 * 3_600_000)
    expect((await desk.ask('main', 'trends.get', {})).shifts).toEqual([])
  })
})

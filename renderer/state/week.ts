import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  DroppedWords,
  ErrorCode,
  Input,
  VaultDoor,
  Week,
  WeekPage,
} from '../../src/contract.ts'
import { blanked } from '../../src/notes/customer-data.ts'
import {
  weekQuestions,
  weekStepAfter,
  type WeekQuestion,
  type WeekStep,
} from '../../src/review/kinds.ts'
import { firstDayHere } from '../i18n/here.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, keepWithinMs, undoMs } from './later.ts'
import { createLooking } from './looking.ts'

type Change = Input<VaultDoor, 'week.keep'>['change']
type Words = Partial<Record<WeekQuestion, string>>

export interface WeekView {
  /** The week that Today has a line for, by its first date. */
  readonly due: string | null
  /** The week that is looked at; null until it has come. */
  readonly week: Week | null
  /** Words as they are being typed. */
  readonly writing: Words
  /** A week that is done is being changed: at which step. */
  readonly changing: WeekStep | null
  /** Weeks before that were looked back at; null until they have come. */
  readonly earlier: WeekPage | null
  /** Words that were taken out just now; for 8 s they can be taken back. */
  readonly dropped: {
    readonly from: string
    readonly words: Words
    readonly left: DroppedWords
  } | null
  readonly problem: ErrorCode | null
}

export interface WeekRoom {
  readonly store: StoreApi<WeekView>
  /** What Today needs; the main window reads it whenever something changed. */
  readonly readDue: () => Promise<void>
  /** The journal is locked: nothing of it stays here. */
  readonly shut: () => void
  /** Somebody looks at the week: it is read, and followed, until the answer is called. */
  readonly look: () => () => void
  /** Goes to a week by its first date; null is the one that is due, else the one of now. */
  readonly show: (from: string | null) => Promise<void>

  /** Begins, or goes on where it was left. */
  readonly begin: () => Promise<void>
  readonly pick: (question: WeekQuestion, pick: string | null) => Promise<void>
  /** Kept within a second, in the journal itself. */
  readonly write: (question: WeekQuestion, words: string) => void
  readonly blank: (question: WeekQuestion) => void
  /** Keeps what there is, and goes on to the step after this one. */
  readonly goOn: (step: WeekStep) => Promise<void>
  /** Back to the step before, to look at it once more. */
  readonly back: (step: WeekStep) => Promise<void>
  readonly plan: (pick: string | null) => Promise<void>
  /** Not this time: Today says no more of it. */
  readonly leave: (from: string) => Promise<void>
  /** Changes a week that is done, from its first question on. */
  readonly change: () => void
  readonly older: () => Promise<void>
  readonly drop: () => Promise<void>
  readonly undoDrop: () => Promise<void>
}

const nothing: WeekView = {
  due: null,
  week: null,
  writing: {},
  changing: null,
  earlier: null,
  dropped: null,
  problem: null,
}

/** The week: the line on Today, the look back, and the weeks before. */
export function createWeekRoom(doors: Doors): WeekRoom {
  const store = createStore<WeekView>(() => nothing)
  const get = store.getState
  let wanted: string | null = null
  let reading = 0
  const keepTimer = createTimer(keepWithinMs, () => {
    keepWords().catch(told)
  })
  /** Words that were taken out can be written anew from this window's memory only. */
  const undoTimer = createTimer(undoMs, forgetDropped)
  const { look, isLookedAt } = createLooking(
    () => void follow(),
    () => {
      // What was typed last is kept first; then nothing of it stays in this window.
      const leave = () => {
        if (isLookedAt()) return
        const { due } = get()
        shut()
        store.setState({ due })
      }
      keepWords().then(leave, leave)
    },
  )

  async function read() {
    const turn = ++reading
    const [week, earlier] = await Promise.all([
      doors.vault('week.get', { firstDay: firstDayHere(), from: wanted }),
      doors.vault('week.list', { before: null }),
    ])
    if (turn !== reading || !isLookedAt()) return
    // From now on it is this one, also when another becomes due while it is looked at.
    wanted = week.from
    store.setState({ week, earlier: longer(earlier, get().earlier) })
  }
  /** Locked, or before there is a journal, there is nothing to tell. */
  function told(error: unknown) {
    const code = codeOf(error)
    if (code === 'locked') shut()
    else if (code !== 'no-journal') store.setState({ problem: code })
  }
  const follow = () => read().catch(told)
  /** Does it, and reads anew; false, with a sentence, where it couldn't be done. */
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    store.setState({ problem: null })
    try {
      await work()
      await read()
      return true
    } catch (error) {
      told(error)
      return false
    }
  }
  const keep = async (change: Change) => {
    const { week } = get()
    if (week) await doors.vault('week.keep', { from: week.from, change })
  }

  /** Keeps what is typed. */
  async function keepWords() {
    keepTimer.stop()
    const { writing } = get()
    if (Object.keys(writing).length > 0) await keep(wordsAs(writing))
  }
  function forgetDropped() {
    undoTimer.stop()
    store.setState({ dropped: null })
  }
  function shut() {
    reading++
    keepTimer.stop()
    undoTimer.stop()
    wanted = null
    store.setState(nothing, true)
  }
  async function go(step: WeekStep) {
    const { changing } = get()
    const done = await act(async () => {
      await keepWords()
      // A week that is done stays so while it is changed.
      if (changing === null) await keep({ step })
    })
    if (done) store.setState({ writing: {}, changing: changing && (step === 'done' ? null : step) })
  }

  doors.onEvent((event) => {
    if (event.event === 'changed' && isLookedAt()) void follow()
  })

  return {
    store,
    async readDue() {
      const { from } = await doors.vault('week.due', { firstDay: firstDayHere() })
      store.setState({ due: from })
    },
    shut,
    look,
    async show(from) {
      const kept = await act(async () => {
        await keepWords()
        wanted = from
      })
      if (!kept) return
      forgetDropped()
      store.setState({ writing: {}, changing: null })
    },
    async begin() {
      const step = get().week?.review?.step ?? 'helped'
      await act(() => keep({ step: step === 'left' ? 'helped' : step }))
    },
    pick: async (question, pick) => void (await act(() => keep({ [question]: pick }))),
    write(question, words) {
      store.setState({ writing: { ...get().writing, [question]: words } })
      keepTimer.start()
    },
    blank(question) {
      const { writing, week } = get()
      const words = writing[question] ?? week?.review?.answers[question].words ?? ''
      store.setState({ writing: { ...writing, [question]: blanked(words) } })
      keepTimer.start()
    },
    goOn: (step) => go(weekStepAfter(step)),
    back: (step) => go(weekStepBefore(step)),
    plan: async (pick) => void (await act(() => keep({ plan: pick }))),
    async leave(from) {
      store.setState({ problem: null })
      try {
        await doors.vault('week.keep', { from, change: { step: 'left' } })
        store.setState({ due: null })
      } catch (error) {
        told(error)
      }
    },
    change: () => store.setState({ changing: 'helped' }),
    async older() {
      const { earlier } = get()
      const last = earlier?.weeks.at(-1)
      if (!earlier || !last) return
      await act(async () => {
        const page = await doors.vault('week.list', { before: last.from })
        store.setState({ earlier: { ...page, weeks: [...earlier.weeks, ...page.weeks] } })
      })
    },
    async drop() {
      forgetDropped()
      const { week } = get()
      if (!week?.review) return
      const { answers } = week.review
      const words: Words = Object.fromEntries(
        weekQuestions.map((question) => [question, answers[question].words ?? '']),
      )
      await act(async () => {
        const left = await doors.vault('week.drop', { from: week.from })
        store.setState({ dropped: { from: week.from, words, left }, writing: {} })
        undoTimer.restart()
      })
    },
    async undoDrop() {
      const { dropped } = get()
      if (!dropped) return
      forgetDropped()
      const { from, words } = dropped
      await act(() => doors.vault('week.keep', { from, change: wordsAs(words) }))
    },
  }
}

const weekStepBefore = (step: WeekStep): WeekStep =>
  step === 'plan'
    ? 'theirs'
    : (weekQuestions[weekQuestions.findIndex((each) => each === step) - 1] ?? 'helped')

const wordsAs = (words: Words): Change => ({
  ...(words.helped !== undefined && { helpedWords: words.helped.trim() }),
  ...(words.good !== undefined && { goodWords: words.good.trim() }),
  ...(words.mine !== undefined && { mineWords: words.mine.trim() }),
  ...(words.theirs !== undefined && { theirsWords: words.theirs.trim() }),
})

/** Older weeks that were asked for stay in the list when its beginning is read anew. */
function longer(fresh: WeekPage, before: WeekPage | null): WeekPage {
  const last = fresh.weeks.at(-1)?.from
  const older = before?.weeks.filter(({ from }) => last !== undefined && from < last) ?? []
  return older.length === 0
    ? fresh
    : { weeks: [...fresh.weeks, ...older], hasMore: before?.hasMore ?? false }
}

/** Where the agent is in the look back; null before it, and once it is done. */
export function stepShown(week: Week, changing: WeekStep | null): WeekStep | null {
  if (changing !== null) return changing
  const step = week.review?.step ?? 'left'
  return step === 'done' || step === 'left' ? null : step
}

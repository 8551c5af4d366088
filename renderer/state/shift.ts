import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  endStepAfter,
  startStepAfter,
  type EndStep,
  type Rested,
  type StartStep,
} from '../../src/checkins/kinds.ts'
import type {
  DroppedWords,
  ErrorCode,
  Input,
  RechargeItem,
  RightPage,
  ShiftCards,
  ShiftEnd,
  ShiftStart,
  VaultDoor,
} from '../../src/contract.ts'
import { isHeavy, type HeavyType } from '../../src/notes/brooding.ts'
import { blanked } from '../../src/notes/customer-data.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, keepWithinMs, undoMs } from './later.ts'
import { newId } from './uuid.ts'

type Right = RightPage['rights'][number]
type CallNote = Pick<Input<VaultDoor, 'unnoted.note'>, 'callId' | 'difficulty' | 'type'>

export interface ShiftView {
  /** Null while the journal can't be read. */
  readonly cards: ShiftCards | null
  readonly recharge: readonly RechargeItem[] | null
  /** The start was begun in this window; the journal hears of it with the first answer. */
  readonly starting: boolean
  /** What went right, as it is being typed. */
  readonly writing: string | null
  /** It was left just now that some moments weren't noted; that can be taken back. */
  readonly left: boolean
  /** What was just noted of abuse or distress: it gets a line and three doors, and nothing is asked. */
  readonly heavy: HeavyType | null
  /** What went right before; null until somebody looks. */
  readonly rights: RightPage | null
  /** What was taken out of it just now; for 8 s it can be taken back. */
  readonly dropped: { readonly right: Right; readonly left: DroppedWords } | null
  readonly problem: ErrorCode | null
}

export interface ShiftRoom {
  readonly store: StoreApi<ShiftView>
  /** Reads what Today shows; the main window does so whenever something changed. */
  readonly read: () => Promise<void>
  /** The journal is locked: nothing of it stays here. */
  readonly shut: () => void

  readonly begin: () => void
  /** Each of these goes on to the step after it. `plan`: whether there is a plan to look at. */
  readonly rest: (rested: Rested | null, plan: boolean) => Promise<void>
  readonly momentDone: (plan: boolean) => Promise<void>
  readonly planDone: () => Promise<void>

  readonly end: () => Promise<void>
  readonly goOn: () => Promise<void>
  readonly rate: (rating: { stress: number; energy: number }) => Promise<void>
  readonly leave: () => Promise<void>
  readonly takeBack: () => Promise<void>
  readonly note: (note: CallNote) => Promise<void>
  readonly heavyRead: () => void
  /** Kept within a second, in the journal itself. */
  readonly write: (words: string) => void
  readonly blank: () => void
  readonly right: (came: boolean) => Promise<void>
  readonly pick: (id: string | null, plans: boolean) => Promise<void>
  readonly pass: (step: EndStep, plans: boolean) => Promise<void>
  readonly fold: () => void

  readonly setRecharge: (item: RechargeItem) => Promise<void>
  readonly addRecharge: (words: string) => Promise<void>
  readonly look: () => Promise<void>
  readonly older: () => Promise<void>
  readonly away: () => void
  readonly drop: (right: Right) => Promise<void>
  readonly undoDrop: () => Promise<void>
}

const nothing: ShiftView = {
  cards: null,
  recharge: null,
  starting: false,
  writing: null,
  left: false,
  heavy: null,
  rights: null,
  dropped: null,
  problem: null,
}

/** The start and the end of a shift, and the things that do the agent good. */
export function createShiftRoom(doors: Doors): ShiftRoom {
  const store = createStore<ShiftView>(() => nothing)
  const get = store.getState
  let reading = 0
  const keepTimer = createTimer(keepWithinMs, () => {
    keepWords(null).catch((error: unknown) => store.setState({ problem: codeOf(error) }))
  })
  /** Words that were taken out can be written anew from this window's memory only. */
  const undoTimer = createTimer(undoMs, forgetDropped)

  async function read() {
    const turn = ++reading
    const [cards, recharge] = await Promise.all([
      doors.vault('shift.get', {}),
      doors.vault('recharge.get', {}),
    ])
    if (turn === reading) store.setState({ cards, recharge })
  }

  /** Does it, and reads anew; false, with a sentence, where it couldn't be done. */
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    store.setState({ problem: null })
    try {
      await work()
      await read()
      return true
    } catch (error) {
      const code = codeOf(error)
      if (code === 'locked' || code === 'no-journal') void doors.shell('open', { window: 'unlock' })
      else store.setState({ problem: code })
      return false
    }
  }

  const has = (plan: boolean) => ({ moment: get().cards?.start?.moment != null, plan })
  async function started(answer: Input<VaultDoor, 'shift.start'>) {
    if (await act(() => doors.vault('shift.start', answer))) store.setState({ starting: false })
  }
  const goTo = (step: EndStep | null, recharge: string | null = null) =>
    doors.vault('shift.end', { step, recharge })
  const after = (step: EndStep, plans = false) =>
    endStepAfter(step, { unnoted: (get().cards?.end?.unnoted.length ?? 0) > 0, plans })

  /** Keeps what is typed; `came` stays open until the agent goes on. */
  async function keepWords(came: boolean | null) {
    keepTimer.stop()
    const { writing, cards } = get()
    const end = cards?.end
    if (!end || (writing === null && came === null)) return
    await doors.vault('right.keep', { shiftId: end.shiftId, came, words: writing?.trim() ?? null })
  }

  function forgetDropped() {
    undoTimer.stop()
    store.setState({ dropped: null })
  }
  const readRights = async () =>
    store.setState({ rights: await doors.vault('right.list', { before: null }) })

  return {
    store,
    read,
    shut() {
      reading++
      keepTimer.stop()
      undoTimer.stop()
      store.setState(nothing, true)
    },

    begin: () => store.setState({ starting: true, problem: null }),
    rest: (rested, plan) =>
      started({ step: startStepAfter('rested', has(plan)), rested, moment: null }),
    momentDone: (plan) =>
      started({
        step: startStepAfter('moment', has(plan)),
        rested: null,
        moment: get().cards?.start?.moment ?? null,
      }),
    planDone: () => started({ step: 'done', rested: null, moment: null }),

    async end() {
      store.setState({ starting: false, left: false, writing: null })
      await act(() => goTo('rating'))
    },
    async goOn() {
      if (await act(() => keepWords(null).then(() => goTo(null))))
        store.setState({ left: false, writing: null })
    },
    async rate({ stress, energy }) {
      await act(async () => {
        await doors.vault('checkin.save', { stress, energy, kind: 'shift-end' })
        await goTo(after('rating'))
      })
    },
    async leave() {
      const left = await act(async () => {
        await doors.vault('unnoted.leave', { left: true })
        await goTo('right')
      })
      if (left) store.setState({ left: true })
    },
    async takeBack() {
      await act(async () => {
        await doors.vault('unnoted.leave', { left: false })
        await goTo('unnoted')
      })
      store.setState({ left: false })
    },
    async note(note) {
      const { type } = note
      // Said before it is read anew: the last moment that is noted would take the line away.
      if (isHeavy(type)) store.setState({ heavy: type })
      const id = newId()
      if (!(await act(() => doors.vault('unnoted.note', { id, ...note }))))
        store.setState({ heavy: null })
    },
    heavyRead: () => store.setState({ heavy: null }),
    write(words) {
      store.setState({ writing: words })
      keepTimer.start()
    },
    blank() {
      const words = get().writing ?? get().cards?.end?.words ?? ''
      store.setState({ writing: blanked(words) })
      void keepWords(null)
    },
    async right(came) {
      const done = await act(async () => {
        await keepWords(came)
        await goTo('recharge')
      })
      if (done) store.setState({ writing: null, left: false })
    },
    pick: async (id, plans) => void (await act(() => goTo(after('recharge', plans), id))),
    pass: async (step, plans) => {
      if (await act(() => goTo(after(step, plans)))) store.setState({ left: false })
    },
    fold: () => void doors.shell('fold', {}),

    async setRecharge(item) {
      const { id, words, picked } = item
      // Ticked at once: whoever is quick must not see it as it was.
      const before = get().recharge
      store.setState({
        recharge: before?.map((each) => (each.id === id ? item : each)) ?? null,
      })
      if (!(await act(() => doors.vault('recharge.set', { id, words: words ?? '', picked }))))
        store.setState({ recharge: before })
    },
    addRecharge: async (words) =>
      void (await act(() => doors.vault('recharge.set', { id: newId(), words, picked: true }))),
    look: async () => void (await act(readRights)),
    async older() {
      const { rights } = get()
      const last = rights?.rights.at(-1)
      if (!rights || !last) return
      await act(async () => {
        const page = await doors.vault('right.list', { before: last.openedAt })
        store.setState({ rights: { ...page, rights: [...rights.rights, ...page.rights] } })
      })
    },
    away() {
      undoTimer.stop()
      store.setState({ rights: null, dropped: null })
    },
    async drop(right) {
      forgetDropped()
      await act(async () => {
        const left = await doors.vault('right.drop', { shiftId: right.shiftId })
        store.setState({ dropped: { right, left } })
        undoTimer.restart()
        await readRights()
      })
    },
    async undoDrop() {
      const { dropped } = get()
      if (!dropped) return
      forgetDropped()
      const { shiftId, words } = dropped.right
      await act(async () => {
        await doors.vault('right.keep', { shiftId, came: true, words })
        await readRights()
      })
    },
  }
}

/** A step that has nothing to show (any more) is passed over. */
export const startStepShown = (
  { step, moment }: ShiftStart,
  starting: boolean,
  plan: boolean,
): StartStep | null => {
  if (step === null) return starting ? 'rested' : null
  if ((step === 'moment' && moment === null) || (step === 'plan' && !plan))
    return startStepAfter(step, { moment: moment !== null, plan })
  return step
}
export const endStepShown = (
  { step, unnoted }: ShiftEnd,
  plans: boolean,
  heavy: HeavyType | null,
): EndStep | null =>
  (step === 'unnoted' && unnoted.length === 0 && heavy === null) || (step === 'plans' && !plans)
    ? endStepAfter(step, { unnoted: false, plans })
    : step

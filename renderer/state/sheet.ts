import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, Sheet, SheetOffer, Weeks } from '../../src/contract.ts'
import type { SheetPart } from '../../src/review/kinds.ts'
import { firstDayHere, paperHere } from '../i18n/here.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createLooking } from './looking.ts'

export interface SheetView {
  readonly weeks: Weeks
  /** What there is to tick; null until it has come. */
  readonly offer: SheetOffer | null
  /** What was ticked: nothing at first. */
  readonly parts: readonly SheetPart[]
  readonly plans: readonly string[]
  readonly reviews: readonly string[]
  /** What is on it now; null until something has come. */
  readonly sheet: Sheet | null
  /** It was written where the agent chose. */
  readonly written: boolean
  readonly busy: boolean
  readonly problem: ErrorCode | null
}

export interface SheetRoom {
  readonly store: StoreApi<SheetView>
  /** The agent looks at it; it follows the journal until the answer is called, and is then forgotten. */
  readonly look: () => () => void
  readonly period: (weeks: Weeks) => Promise<void>
  readonly tickPart: (part: SheetPart, on: boolean) => Promise<void>
  readonly tickPlan: (id: string, on: boolean) => Promise<void>
  readonly tickReview: (from: string, on: boolean) => Promise<void>
  /** Asks where, and writes what is on the screen there, as a PDF. */
  readonly save: () => Promise<void>
}

const closed: SheetView = {
  weeks: 4,
  offer: null,
  parts: [],
  plans: [],
  reviews: [],
  sheet: null,
  written: false,
  busy: false,
  problem: null,
}

/** The one-page sheet. What is on it is nowhere else, and goes when the agent leaves it. */
export function createSheetRoom(doors: Doors): SheetRoom {
  const store = createStore<SheetView>(() => closed)
  const get = store.getState
  let reading = 0
  const { look, isLookedAt } = createLooking(
    () => void read(),
    () => {
      reading++
      store.setState(closed, true)
    },
  )

  async function read() {
    const turn = ++reading
    const { weeks, parts, plans, reviews } = get()
    const period = { firstDay: firstDayHere(), weeks }
    try {
      const [offer, sheet] = await Promise.all([
        doors.vault('sheet.offer', period),
        doors.vault('sheet.get', { ...period, parts, plans, reviews }),
      ])
      if (turn === reading && isLookedAt()) store.setState({ offer, sheet, problem: null })
    } catch (error) {
      if (turn === reading && isLookedAt()) store.setState({ problem: codeOf(error) })
    }
  }
  const tick = async (change: Partial<SheetView>) => {
    store.setState({ ...change, written: false })
    await read()
  }
  const turned = <Each>(list: readonly Each[], each: Each, on: boolean): Each[] =>
    on ? [...list.filter((other) => other !== each), each] : list.filter((other) => other !== each)

  doors.onEvent((event) => {
    if (event.event === 'changed' && isLookedAt()) void read()
  })

  return {
    store,
    look,
    period: (weeks) => tick({ weeks }),
    tickPart: (part, on) => tick({ parts: turned(get().parts, part, on) }),
    tickPlan: (id, on) => tick({ plans: turned(get().plans, id, on) }),
    tickReview: (from, on) => tick({ reviews: turned(get().reviews, from, on) }),
    async save() {
      const { sheet, busy } = get()
      if (busy || !sheet) return
      store.setState({ busy: true, written: false, problem: null })
      try {
        // Printed before it is asked where: a window that waits for an answer blanks itself.
        const { pdf } = await doors.shell('page.pdf', { paper: paperHere() })
        const name = `sheet-${sheet.today}.pdf`
        const { grant } = await doors.shell('file.ask', { purpose: 'sheet', name })
        if (grant === null) return
        await doors.vault('sheet.save', { grant, pdf })
        if (isLookedAt()) store.setState({ written: true })
      } catch (error) {
        if (isLookedAt()) store.setState({ problem: codeOf(error) })
      } finally {
        if (isLookedAt()) store.setState({ busy: false })
      }
    },
  }
}

/** Whether anything was ticked that is there. */
export const isEmpty = (sheet: Sheet): boolean =>
  sheet.lately === null &&
  sheet.weeks === null &&
  sheet.situations === null &&
  sheet.techniques === null &&
  sheet.plans.length === 0 &&
  sheet.reviews.length === 0

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, IncidentWords, Incidents, Period } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface IncidentView {
  readonly period: Period
  /** Null until it has been counted. */
  readonly counted: Incidents | null
  /** Words of the entries that were ticked, one by one; nobody else's are here. */
  readonly words: Readonly<Record<string, IncidentWords>>
  /** For paper only. It is kept nowhere, and goes with the page. */
  readonly ticket: string
  /** It was written where the agent chose. */
  readonly written: boolean
  readonly busy: boolean
  readonly problem: ErrorCode | null
}

export interface IncidentRoom {
  readonly store: StoreApi<IncidentView>
  /** The agent looks at it; it follows the journal until `leave`, and is then forgotten. */
  readonly look: () => Promise<void>
  readonly leave: () => void
  readonly pick: (period: Period) => Promise<void>
  /** Takes the words of one entry in, or out again. */
  readonly tick: (id: string, on: boolean) => Promise<void>
  readonly setTicket: (ticket: string) => void
  /** Asks where, and writes the text there. */
  readonly save: (text: string, name: string) => Promise<void>
}

const closed: IncidentView = {
  period: { kind: 'last', days: 90 },
  counted: null,
  words: {},
  ticket: '',
  written: false,
  busy: false,
  problem: null,
}

/** The page of the incident note. What is on it is nowhere else, and goes when the agent leaves it. */
export function createIncidentRoom(doors: Doors): IncidentRoom {
  const store = createStore<IncidentView>(() => closed)
  const get = store.getState
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let looking = false
  let reading = 0

  async function read() {
    const turn = ++reading
    const counted = await doors.vault('incident.list', { period: get().period })
    const shown = counted.entries.filter(({ id, hasWords }) => hasWords && id in get().words)
    // Words may have been changed or dropped since they were ticked.
    const words = await Promise.all(
      shown.map(async ({ id }) => [id, await doors.vault('incident.words', { id })] as const),
    )
    if (turn === reading && looking)
      store.setState({ counted, words: Object.fromEntries(words), problem: null })
  }

  doors.onEvent((event) => {
    if (event.event === 'changed' && looking) read().catch(told)
  })

  return {
    store,
    async look() {
      looking = true
      await read().catch(told)
    },
    leave() {
      looking = false
      reading++
      store.setState(closed, true)
    },
    async pick(period) {
      store.setState({ period, written: false })
      await read().catch(told)
    },
    async tick(id, on) {
      const { [id]: _out, ...others } = get().words
      store.setState({ words: others, written: false })
      if (!on) return
      try {
        const words = await doors.vault('incident.words', { id })
        if (looking) store.setState({ words: { ...get().words, [id]: words }, problem: null })
      } catch (error) {
        told(error)
      }
    },
    setTicket: (ticket) => store.setState({ ticket }),
    async save(text, name) {
      if (get().busy) return
      store.setState({ busy: true, written: false, problem: null })
      try {
        const { grant } = await doors.shell('file.ask', { purpose: 'incident', name })
        if (grant === null) return
        await doors.vault('incident.save', { grant, text })
        if (looking) store.setState({ written: true })
      } catch (error) {
        if (looking) told(error)
      } finally {
        if (looking) store.setState({ busy: false })
      }
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, JournalStatus, Today, Trends } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface CheckIn {
  stress: number
  energy: number
}

export interface MainState {
  readonly page: 'today' | 'trends'
  readonly journal: JournalStatus
  /** Null while the journal can't be read. */
  readonly today: Today | null
  readonly trends: Trends | null
  /** Given, and on its way to the disk; it waits here until a journal is open. */
  readonly checkIn: CheckIn | null
  readonly problem: ErrorCode | null
}

export interface Main {
  readonly store: StoreApi<MainState>
  readonly go: (page: MainState['page']) => void
  readonly checkIn: (checkIn: CheckIn) => Promise<void>
  readonly open: (window: 'pause' | 'note' | 'unlock') => void
  readonly lock: () => void
}

/** The main window: Today and Trends, read again whenever the vault says that something changed. */
export async function openMain(doors: Doors): Promise<Main> {
  const store = createStore<MainState>(() => ({
    page: 'today',
    journal: { state: 'absent', hasRecoveryKey: false, waiting: 0 },
    today: null,
    trends: null,
    checkIn: null,
    problem: null,
  }))
  const open = (window: 'pause' | 'note' | 'unlock') => void doors.shell('open', { window })
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let reading = 0

  async function read() {
    const turn = ++reading
    const journal = await doors.vault('journal.state', {})
    const [today, trends] =
      journal.state === 'locked'
        ? [null, null]
        : await Promise.all([doors.vault('today.get', {}), doors.vault('trends.get', {})])
    // A later reading is under way: it knows better.
    if (turn === reading) store.setState({ journal, today, trends, problem: null })
  }

  async function keep(checkIn: CheckIn) {
    store.setState({ checkIn, problem: null })
    try {
      await doors.vault('checkin.save', checkIn)
      store.setState({ checkIn: null })
    } catch (error) {
      const code = codeOf(error)
      if (code === 'no-journal' || code === 'locked') open('unlock')
      else store.setState({ checkIn: null, problem: code })
    }
  }

  doors.onEvent((event) => {
    const { checkIn } = store.getState()
    if (event.event === 'journal' && event.state === 'open' && checkIn) void keep(checkIn)
    read().catch(told)
  })
  await read().catch(told)

  return {
    store,
    open,
    checkIn: keep,
    go: (page) => store.setState({ page }),
    lock: () => {
      doors.shell('lock', {}).catch(told)
    },
  }
}

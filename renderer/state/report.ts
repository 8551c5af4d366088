import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Checked, ErrorCode, JournalFacts, ShellFacts } from '../../src/contract.ts'
import { reportText } from '../../src/diagnostics/report.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface ReportView {
  /** All of it, as it would be taken along; null until it has been put together. */
  readonly text: string | null
  readonly checked: Checked | null
  readonly busy: 'check' | 'save' | null
  readonly saved: boolean
  readonly problem: ErrorCode | null
}

export interface ReportRoom {
  readonly store: StoreApi<ReportView>
  readonly look: () => Promise<void>
  /** Looks at every page of the journal, and says in the report what that came to. */
  readonly check: () => Promise<void>
  /** Asks where, and writes the text there. */
  readonly save: () => Promise<void>
}

/** The report of a problem: put together from what shell and vault know, and sent nowhere. */
export function createReportRoom(doors: Doors): ReportRoom {
  const store = createStore<ReportView>(() => ({
    text: null,
    checked: null,
    busy: null,
    saved: false,
    problem: null,
  }))
  let shell: ShellFacts | null = null
  let journal: JournalFacts | null = null

  function show(change: Partial<ReportView>) {
    const next = { ...store.getState(), ...change }
    store.setState({ ...next, text: shell && reportText(shell, journal, next.checked) })
  }

  /** A vault that can't answer is a reason for a report, not against one. */
  async function look() {
    try {
      shell = await doors.shell('diagnostics.shell', {})
      show({})
      journal = await doors.vault('diagnostics.get', {})
      show({})
    } catch (error) {
      show({ problem: codeOf(error) })
    }
  }

  async function doing(busy: NonNullable<ReportView['busy']>, work: () => Promise<void>) {
    if (store.getState().busy !== null) return
    show({ busy, problem: null, saved: false })
    try {
      await work()
    } catch (error) {
      show({ problem: codeOf(error) })
    } finally {
      show({ busy: null })
    }
  }

  return {
    store,
    look,
    check: () =>
      doing('check', async () => show({ checked: await doors.vault('diagnostics.check', {}) })),
    save: () =>
      doing('save', async () => {
        const { text } = store.getState()
        if (text === null) return
        const { grant } = await doors.shell('file.ask', { purpose: 'report', name: 'report.txt' })
        if (grant === null) return
        await doors.vault('diagnostics.save', { grant, text })
        show({ saved: true })
      }),
  }
}

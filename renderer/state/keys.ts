import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, KeysStatus, UnlockTask } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface KeysView {
  /** Null until the vault has said. */
  readonly keys: KeysStatus | null
  readonly problem: ErrorCode | null
}

export interface KeysPage {
  readonly store: StoreApi<KeysView>
  /** The agent looks at the page; it follows what changes, until `leave`. */
  readonly look: () => Promise<void>
  readonly leave: () => void
  /** In the unlock window: no secret is ever typed in this one. */
  readonly change: (task: UnlockTask) => Promise<void>
  readonly dropKeychain: () => Promise<void>
}

/** What opens the journal, as the page "Keys and lock" shows it. */
export function createKeysPage(doors: Doors): KeysPage {
  const store = createStore<KeysView>(() => ({ keys: null, problem: null }))
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let stop = () => {}

  async function read() {
    try {
      store.setState({ keys: await doors.vault('keys.get', {}), problem: null })
    } catch (error) {
      told(error)
    }
  }

  return {
    store,
    async look() {
      stop()
      stop = doors.onEvent(() => void read())
      await read()
    },
    leave() {
      stop()
      stop = () => {}
    },
    async change(task) {
      await doors.shell('open', { window: 'unlock', task }).catch(told)
    },
    async dropKeychain() {
      await doors.vault('keys.noKeychain', { sure: true }).catch(told)
    },
  }
}

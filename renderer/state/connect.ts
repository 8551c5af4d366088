import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode } from '../../src/contract.ts'
import type { Connect } from '../../src/ports.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface ConnectView {
  /** Null until the shell has said. */
  readonly connect: Connect | null
  readonly problem: ErrorCode | null
}

export interface ConnectPage {
  readonly store: StoreApi<ConnectView>
  /** The agent looks at the page; it follows what the shell tells, until `leave`. */
  readonly look: () => Promise<void>
  /** What a test showed is forgotten with the page. */
  readonly leave: () => void
  readonly renewCode: () => Promise<void>
  readonly test: () => Promise<void>
}

/** "Connect your phone", as the shell knows it. */
export function createConnectPage(doors: Doors): ConnectPage {
  const store = createStore<ConnectView>(() => ({ connect: null, problem: null }))
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let stop = () => {}

  return {
    store,
    async look() {
      stop()
      stop = doors.onShell((event) => {
        if (event.event === 'connect') store.setState({ connect: event.connect, problem: null })
      })
      try {
        store.setState({ connect: await doors.shell('connect.get', {}), problem: null })
      } catch (error) {
        told(error)
      }
    },
    leave() {
      stop()
      stop = () => {}
      if (store.getState().connect?.test) doors.shell('connect.test', { on: false }).catch(told)
    },
    async renewCode() {
      try {
        store.setState({ connect: await doors.shell('connect.renew', {}), problem: null })
      } catch (error) {
        told(error)
      }
    },
    async test() {
      await doors.shell('connect.test', { on: true }).catch(told)
    },
  }
}

import { app } from 'electron'
import { errorNameOf, type ErrorName } from '../src/diagnostics/error-names.ts'
import { goneReasonOf } from '../src/diagnostics/events.ts'
import { troubleKinds, type Trouble } from '../src/diagnostics/kinds.ts'
import { reopening } from '../src/diagnostics/reopening.ts'
import type { WindowName } from '../src/contract.ts'
import type { Actions } from './actions.ts'
import type { Log } from './log.ts'
import { quietly } from './quiet-end.ts'
import type { VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

/** What ended by itself: Lull goes on, and says so once, in one line. */
export interface Crashes {
  /** What is still to be told; null from then on. `only`: nothing but this. */
  told(only?: Trouble): Trouble | null
  /** A page could not go on, or (`stays`) something in it failed and the rest goes on. */
  pageFailed(name: WindowName, error: ErrorName, stays: boolean): void
}

export function watchCrashes(
  windows: Windows,
  vault: VaultHost,
  actions: Actions,
  log: Log,
): Crashes {
  let waiting: Trouble | null = null
  const reopened = new Map<WindowName, readonly number[]>()

  /** The main window says it at once where it is there; else whoever opens it next, or the unlock window. */
  function tell(trouble: Trouble) {
    if (windows.isLoaded('main')) return windows.tell('main', { event: 'trouble', trouble })
    const now = waiting
    waiting = troubleKinds.find((kind) => kind === trouble || kind === now) ?? null
  }

  windows.onGone(({ name, reason, wasVisible, wasFocused }) => {
    const { again, times } = reopening(reopened.get(name) ?? [], performance.now())
    const opens = wasVisible && again
    if (opens) reopened.set(name, times)
    log.add({
      code: 'window-gone',
      window: name,
      reason: goneReasonOf(reason),
      left: wasVisible && !again,
    })
    tell('window')
    // One that nobody saw needs nobody to see it again.
    if (opens) windows.show(name, { focused: wasFocused })
  })

  vault.onGone((were) => {
    log.add({ code: 'vault-gone' })
    tell('vault')
    actions.resume(were)
  })

  // A graphics process that ended is started again by Chromium.
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason === 'clean-exit' || name === vaultName) return
    log.add({
      code: 'part-gone',
      part: type === 'GPU' ? 'gpu' : 'other',
      reason: goneReasonOf(reason),
    })
    tell('part')
  })

  heard = (error) => {
    log.add({ code: 'main-error', error: errorNameOf(error) })
    tell('error')
  }

  return {
    told(only) {
      if (only !== undefined && waiting !== only) return null
      const now = waiting
      waiting = null
      return now
    },
    pageFailed(name, error, stays) {
      log.add({ code: 'page-error', window: name, error })
      if (!stays) windows.lose(name)
    },
  }
}

/** The vault tells of its own end (vault-host.ts), with what was open then. */
export const vaultName = 'Lull vault'

let heard: (error: unknown) => void = () => {}

/**
 * An error that nobody caught: Electron would show it in a dialog of its own, with its text. It is told in
 * one line instead, and all else goes on.
 */
export function catchErrors(): void {
  const caught = (error: unknown) => {
    process.stderr.write(quietly(error))
    heard(error)
  }
  process.on('uncaughtException', caught)
  process.on('unhandledRejection', caught)
}

import { app } from 'electron'
import type { WindowName } from '../src/contract.ts'
import type { CallEvent, CallSource, CardAnswer } from '../src/ports.ts'
import type { VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

/** What one can do with Lull from outside a screen: tray, shortcut, second process, shell door. */
export interface Actions {
  open(window: Exclude<WindowName, 'card'>): void
  /** A call began or ended, or the agent marked it. A starting call folds the small windows. */
  call(event: CallEvent, source: CallSource): void
  answerCard(answer: CardAnswer): void
  /** Ends the vault and every window that knew something. */
  lock(): void
  /** Hides every window, and locks. */
  hide(): void
  quit(): void
}

const cardStaysMs = 30_000

export function createActions(windows: Windows, vault: VaultHost): Actions {
  /** What was wanted when the journal turned out to be locked. */
  let wanted: 'main' | 'note' | null = null
  let fade: NodeJS.Timeout | undefined

  const open: Actions['open'] = (window) => {
    const knows = window === 'main' || window === 'note'
    if (knows && vault.journalState() === 'locked') {
      wanted = window
      windows.show('unlock')
    } else windows.show(window)
  }

  function foldCard() {
    clearTimeout(fade)
    windows.close('card')
  }

  function answerCard(answer: CardAnswer) {
    vault.tell({ kind: 'card', answer })
    foldCard()
    if (answer === 'pause' || answer === 'note') open(answer)
  }

  function lock() {
    wanted = null
    windows.closeKnowing()
    // A vault that isn't open has nothing to lose but the pauses that wait in it.
    if (vault.journalState() === 'open') vault.restart()
  }

  vault.onNews((news) => {
    if (news.kind === 'withdraw') foldCard()
    // Opened for a window that is gone by now: nobody sits there.
    if (news.kind === 'journal' && news.state === 'open' && !windows.names().includes('unlock'))
      lock()
    if (news.kind === 'offer') {
      windows.show('card', { focused: news.asked })
      clearTimeout(fade)
      fade = setTimeout(() => answerCard('faded'), cardStaysMs)
    }
  })

  windows.onClosed((window) => {
    if (window !== 'unlock' || vault.journalState() === 'locked' || wanted === null) return
    windows.show(wanted)
    wanted = null
  })

  return {
    open,
    answerCard,
    lock,
    call(event, source) {
      if (event === 'started') {
        foldCard()
        windows.close('note')
        windows.close('pause')
      }
      vault.tell({ kind: 'call', event, source })
    },
    hide() {
      for (const window of windows.names()) windows.close(window)
      lock()
    },
    quit: () => app.quit(),
  }
}

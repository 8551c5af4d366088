import type { CardAnswer, Fits, VaultNews } from '../src/ports.ts'
import type { Telling } from './telling.ts'
import type { VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

/** The offer that stands, if any: as a card, as a notification of the system, or in the tray. */
export interface Offers {
  /** What the card may offer: which pause, and whether a note. */
  now(): Offered
  /** The agent turns to it: the card has the focus. Without an offer nothing happens. */
  bring(): void
  /** Whether it waits in the tray, where it is told there. */
  isInTray(): boolean
  onTray(run: () => void): void
  answer(answer: CardAnswer): void
  /** The card's page is done: with its breath, or unanswered. */
  cardDone(): void
  /** A call begins: it is gone at once, and a breath that is drawn in the card once it is kept. */
  fold(): void
  /** Everything is being hidden. It goes unanswered. */
  hide(): void
}

export interface Offered {
  fits: Fits
  note: boolean
}

const staysMs = 30_000
/** How long a card that was taken from the screen may take to keep its breath. */
const goesWithinMs = 2000

/** `carryOut` hears what was chosen, once the card is gone. */
export function createOffers(
  windows: Windows,
  vault: VaultHost,
  telling: Telling,
  carryOut: (chosen: 'pause' | 'note' | 'checkIn') => void,
): Offers {
  let offered: Offered = { fits: 'minute', note: true }
  let stands: 'card' | 'notification' | 'tray' | null = null
  let notification: { close(): void } | null = null
  /** The card's page that draws a breath, which is kept before that card goes. */
  let breathing: number | null = null
  /** The agent has turned to it: once more changes nothing. */
  let brought = false
  let fade: NodeJS.Timeout | undefined
  const trayHearers: (() => void)[] = []

  /** Asked anew each time: a card that was hidden, or has crashed, draws nothing any more. */
  const breathes = () => breathing !== null && breathing === windows.pageOf('card')

  function become(next: typeof stands) {
    const before = stands
    stands = next
    notification?.close()
    notification = null
    if ((before === 'tray') === (next === 'tray')) return
    for (const run of trayHearers) run()
  }

  /** A card that nobody answers fades, which is no answer. */
  function fadeLater() {
    clearTimeout(fade)
    fade = setTimeout(() => answer('faded'), staysMs)
  }

  function end() {
    clearTimeout(fade)
    become(null)
    windows.close('card')
  }

  function offer({ asked, fits, note }: Extract<VaultNews, { kind: 'offer' }>) {
    offered = { fits, note }
    brought = asked
    const way = asked ? 'card' : telling.now().way
    become(way)
    if (way === 'card') windows.show('card', { focused: asked })
    if (way === 'notification')
      notification = telling.notify({
        checkIn: fits === 'check-in',
        clicked: bring,
        dismissed: () => answer('faded'),
        failed() {
          become('card')
          windows.show('card', { focused: false })
        },
      })
    fadeLater()
  }

  function bring() {
    if (stands === null) return
    become('card')
    windows.show('card', { focused: true })
    if (!brought && !breathes()) fadeLater()
    brought = true
  }

  function answer(given: CardAnswer) {
    vault.tell({ kind: 'card', answer: given })
    // The breath is drawn in the card, which folds by itself when it is over.
    if (given === 'breath') {
      breathing = windows.pageOf('card')
      return clearTimeout(fade)
    }
    end()
    if (given === 'pause' || given === 'note' || given === 'checkIn') carryOut(given)
  }

  vault.onNews((news) => {
    if (news.kind === 'withdraw' && !breathes()) end()
    if (news.kind === 'offer') offer(news)
  })

  return {
    now: () => offered,
    bring,
    isInTray: () => stands === 'tray',
    onTray: (run) => void trayHearers.push(run),
    answer,
    cardDone: () => (breathes() ? end() : answer('faded')),
    fold() {
      if (!breathes()) return end()
      become(null)
      windows.fold('card')
      clearTimeout(fade)
      fade = setTimeout(end, goesWithinMs)
    },
    hide() {
      const wasOpen = stands !== null && !breathes()
      end()
      if (wasOpen) vault.tell({ kind: 'card', answer: 'faded' })
    },
  }
}

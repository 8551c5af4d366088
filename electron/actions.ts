import { app } from 'electron'
import { hear, nothingHeard, type Unheard } from '../src/calls/hearing.ts'
import type { Told } from '../src/calls/signal.ts'
import type { OpenPage, PauseOpened, PauseWanted, WindowName } from '../src/contract.ts'
import type { TechniqueId } from '../src/guidance/guide.ts'
import type { CardAnswer, Fits } from '../src/ports.ts'
import type { VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

/** What one can do with Lull from outside a screen: tray, shortcut, second process, shell door. */
export interface Actions {
  open(window: Exclude<WindowName, 'card' | 'pause'>): void
  /** A page of the main window that knows nothing of the journal, locked or not. */
  openPage(page: OpenPage, technique: TechniqueId | null): void
  /** The page that the main window was opened for; null once that was told. */
  mainOpened(): { page: OpenPage | null; technique: TechniqueId | null }
  /** A pause, or the last one again. One that is going on is only brought to the front. */
  pause(wanted: PauseWanted | null): void
  pauseOpened(): PauseOpened
  /**
   * A call began or ended, or the agent marked it. A starting call folds the small windows. Says why
   * it wasn't heard, or null. `testing`: a hook is being tested, and what it tells isn't kept.
   */
  call(told: Told, testing?: boolean): Unheard | null
  /** What the card on the screen may offer: which pause, and whether a note. */
  offered(): Offered
  answerCard(answer: CardAnswer): void
  /** The card's page is done: with its breath, or unanswered. */
  cardDone(): void
  /** Ends the vault and every window that knew something. */
  lock(): void
  /** The computer goes to sleep: a pause waits, and all is locked. */
  sleep(): void
  /** Nothing uncalled for so many milliseconds; 0 ends it. */
  quiet(ms: number): void
  isQuiet(): boolean
  onQuiet(run: () => void): void
  /** Hides every window, and locks. */
  hide(): void
  quit(): void
}

export interface Offered {
  fits: Fits
  note: boolean
}

const cardStaysMs = 30_000
/** How long a card or a note that was taken from the screen may take to be kept, and close. */
const goesWithinMs = 2000
/** How long after a call a pause that it folded comes back: the shortest of the policy's waits. */
const comesBackMs = 5000

/** The main window begins as it does by itself. */
const nothingWanted: ReturnType<Actions['mainOpened']> = { page: null, technique: null }

export function createActions(windows: Windows, vault: VaultHost): Actions {
  /** Whether the main window was wanted when the journal turned out to be locked. */
  let wantsMain = false
  let wantedPause: PauseWanted | null = null
  let wantedPage = nothingWanted
  let callRuns = false
  let hearing = nothingHeard
  let offered: Offered = { fits: 'minute', note: true }
  /** The card's page that draws a breath, which is kept before that card goes. */
  let breathing: number | null = null
  let fade: NodeJS.Timeout | undefined
  let comingBack: NodeJS.Timeout | undefined
  let noteGoes: NodeJS.Timeout | undefined
  let quietEnds: NodeJS.Timeout | undefined
  const quietHearers: (() => void)[] = []

  const open: Actions['open'] = (window) => {
    if (window === 'note') endGoing()
    // While locked, what is noted is sealed.
    if (window === 'main' && vault.journalState() === 'locked') {
      wantsMain = true
      windows.show('unlock')
    } else windows.show(window)
  }

  function openPage(page: OpenPage, technique: TechniqueId | null) {
    if (windows.names().includes('main')) windows.tell('main', { event: 'page', page, technique })
    else wantedPage = { page, technique }
    windows.show('main')
  }

  function mainOpened() {
    const wanted = wantedPage
    wantedPage = nothingWanted
    return wanted
  }

  function pause(next: PauseWanted | null) {
    wantedPause = next
    if (windows.names().includes('pause')) windows.tell('pause', { event: 'wanted', wanted: next })
    windows.show('pause')
  }

  /** Asked anew each time: a card that was hidden, or has crashed, draws nothing any more. */
  const cardBreathes = () => breathing !== null && breathing === windows.pageOf('card')

  function foldCard() {
    clearTimeout(fade)
    windows.close('card')
  }

  function answerCard(answer: CardAnswer) {
    vault.tell({ kind: 'card', answer })
    // The breath is drawn in the card, which folds by itself when it is over.
    if (answer === 'breath') {
      breathing = windows.pageOf('card')
      return clearTimeout(fade)
    }
    foldCard()
    if (answer === 'pause') pause(null)
    if (answer === 'note') open(answer)
  }

  function lock() {
    wantsMain = false
    windows.closeKnowing()
    // A vault that isn't open has nothing to lose but the pauses that wait in it.
    if (vault.journalState() === 'open') vault.restart()
  }

  /** A starting call takes the small windows away at once; a pause waits behind it. */
  function fold() {
    if (cardBreathes()) {
      windows.fold('card')
      clearTimeout(fade)
      fade = setTimeout(foldCard, goesWithinMs)
    } else foldCard()
    windows.fold('note')
    // A note that is sealed takes a moment to be kept, and closes by itself then.
    if (vault.journalState() === 'locked') {
      clearTimeout(noteGoes)
      noteGoes = setTimeout(endGoing, goesWithinMs)
    } else windows.close('note')
    windows.fold('pause')
  }

  /** Whoever wants to note something gets a new window, not the one that is going. */
  function endGoing() {
    if (noteGoes === undefined) return
    clearTimeout(noteGoes)
    noteGoes = undefined
    windows.close('note')
  }

  function bringBack() {
    clearTimeout(comingBack)
    comingBack = setTimeout(() => windows.unfold('pause'), comesBackMs)
  }

  vault.onNews((news) => {
    if (news.kind === 'wiped') {
      lock()
      windows.show('main')
    }
    if (news.kind === 'withdraw' && !cardBreathes()) foldCard()
    // Opened for a window that is gone by now: nobody sits there.
    if (news.kind === 'journal' && news.state === 'open' && !windows.names().includes('unlock'))
      lock()
    if (news.kind === 'offer') {
      offered = { fits: news.fits, note: news.note }
      windows.show('card', { focused: news.asked })
      clearTimeout(fade)
      fade = setTimeout(() => answerCard('faded'), cardStaysMs)
    }
  })

  windows.onClosed((window) => {
    if (window === 'note') {
      clearTimeout(noteGoes)
      noteGoes = undefined
    }
    if (window !== 'unlock' || vault.journalState() === 'locked' || !wantsMain) return
    windows.show('main')
    wantsMain = false
  })

  return {
    open,
    openPage,
    mainOpened,
    pause,
    pauseOpened: () => ({ wanted: wantedPause, call: callRuns }),
    offered: () => offered,
    answerCard,
    cardDone: () => (cardBreathes() ? foldCard() : answerCard('faded')),
    lock,
    call(told, testing = false) {
      const { event } = told
      const heard = hear(hearing, told, { at: Date.now(), elapsed: performance.now(), testing })
      hearing = heard.state
      if (!heard.signal) return heard.unheard
      if (event !== 'marked') {
        callRuns = event === 'started'
        for (const name of ['pause', 'card', 'note'] as const)
          windows.tell(name, { event: 'call', running: callRuns })
        clearTimeout(comingBack)
        if (callRuns) fold()
        else bringBack()
      }
      const { signal, confirmed, earlier } = heard
      // What a program tells during a test leaves no trace.
      if (confirmed || !testing)
        vault.tell({ kind: 'call', ...signal, confirmed, earlier: [...earlier] })
      return null
    },
    sleep() {
      windows.tell('pause', { event: 'sleep' })
      lock()
    },
    quiet(ms) {
      vault.tell({ kind: 'quiet', ms })
      clearTimeout(quietEnds)
      quietEnds = undefined
      const tell = () => {
        for (const run of quietHearers) run()
      }
      if (ms > 0)
        quietEnds = setTimeout(() => {
          quietEnds = undefined
          tell()
        }, ms)
      tell()
    },
    isQuiet: () => quietEnds !== undefined,
    onQuiet: (run) => void quietHearers.push(run),
    hide() {
      clearTimeout(comingBack)
      for (const window of windows.names()) windows.fold(window)
      lock()
      // A pause is kept by the vault that came after the lock, and closes by itself once it is.
      windows.tell('pause', { event: 'leave' })
      for (const window of windows.names()) if (window !== 'pause') windows.close(window)
      setTimeout(() => windows.close('pause'), goesWithinMs)
    },
    quit: () => app.quit(),
  }
}

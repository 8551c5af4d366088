import { app } from 'electron'
import { hear, nothingHeard, type Unheard } from '../src/calls/hearing.ts'
import type { Told } from '../src/calls/signal.ts'
import type {
  Moved,
  OpenedFor,
  OpenPage,
  PauseOpened,
  PauseWanted,
  UnlockOpened,
  UnlockTask,
  WindowName,
} from '../src/contract.ts'
import type { TechniqueId } from '../src/guidance/guide.ts'
import { createOffers, type Offers } from './offers.ts'
import type { Telling } from './telling.ts'
import type { VaultGone, VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

/** What one can do with Lull from outside a screen: tray, shortcut, second process, shell door. */
export interface Actions {
  open(window: Exclude<WindowName, 'card' | 'pause'>): void
  /** The unlock window, to change what opens the journal. One that is there begins anew. */
  changeKeys(task: UnlockTask): void
  /** What the unlock window was opened for; nothing once that was told. */
  unlockOpened(): UnlockOpened
  /** A page of the main window that knows nothing of the journal, locked or not. */
  openPage(page: OpenPage, technique: TechniqueId | null): void
  /** The two taps on Today, once the journal is open; `reminded`: a reminder asked for them. */
  checkIn(reminded?: boolean): void
  /** The page that the main window was opened for; null once that was told. */
  mainOpened(): { page: OpenedFor | null; technique: TechniqueId | null }
  /** A pause, or the last one again. One that is going on is only brought to the front. */
  pause(wanted: PauseWanted | null): void
  pauseOpened(): PauseOpened
  /**
   * A call began or ended, or the agent marked it. A call that surely begins folds the small windows; one
   * that only a link tells of takes nothing away that the agent opened. Says why it wasn't heard, or
   * null. `testing`: a hook is being tested, and what it tells isn't kept.
   */
  call(told: Told, testing?: boolean): Unheard | null
  /** The offer that stands, and what is done about it. */
  offers: Omit<Offers, 'fold' | 'hide'>
  /** Ends the vault and every window that knew something. */
  lock(): void
  /** The journal has moved, or could not: it locks, and the unlock window says so. */
  moved(moved: Moved): void
  /** The computer goes to sleep: a pause waits, and all is locked. */
  sleep(): void
  /** Nothing uncalled for so many milliseconds; 0 ends it. */
  quiet(ms: number): void
  isQuiet(): boolean
  onQuiet(run: () => void): void
  /** Hides every window, what a system or a tray shows of an offer, and locks. */
  hide(): void
  quit(): void
  /**
   * The vault ended by itself, and with it these windows that were seen: the agent gets them back, after the
   * passphrase where the journal was open.
   */
  resume(were: VaultGone): void
}

/** How long a note that was taken from the screen may take to be kept, and close. */
const goesWithinMs = 2000
/** How long after a call a pause that it folded comes back: the shortest of the policy's waits. */
const comesBackMs = 5000

/** The main window begins as it does by itself. */
const nothingWanted: ReturnType<Actions['mainOpened']> = { page: null, technique: null }

const nothingToChange: UnlockOpened = { task: null }

export function createActions(windows: Windows, vault: VaultHost, telling: Telling): Actions {
  /** Whether the main window was wanted when the journal turned out to be locked. */
  let wantsMain = false
  /** Whether a note was open when the vault ended: its draft waits in the journal. */
  let wantsNote = false
  let wantedPause: PauseWanted | null = null
  let wantedPage = nothingWanted
  /** What is told to a page that is still loading is lost; it asks once it hears. */
  let mainHears = false
  let wantedUnlock = nothingToChange
  let callRuns = false
  let hearing = nothingHeard
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

  function want(page: OpenedFor, technique: TechniqueId | null) {
    if (mainHears) windows.tell('main', { event: 'page', page, technique })
    else wantedPage = { page, technique }
  }
  function openPage(page: OpenPage, technique: TechniqueId | null) {
    want(page, technique)
    windows.show('main')
  }
  function checkIn(reminded = false) {
    want(reminded ? 'reminder' : 'check-in', null)
    open('main')
  }

  function mainOpened() {
    const wanted = wantedPage
    wantedPage = nothingWanted
    mainHears = true
    return wanted
  }

  function changeKeys(task: UnlockTask) {
    wantedUnlock = { task }
    windows.close('unlock')
    windows.show('unlock')
  }

  function unlockOpened() {
    const wanted = wantedUnlock
    wantedUnlock = nothingToChange
    return wanted
  }

  function pause(next: PauseWanted | null) {
    wantedPause = next
    if (windows.names().includes('pause')) windows.tell('pause', { event: 'wanted', wanted: next })
    windows.show('pause')
  }

  const offers = createOffers(windows, vault, telling, (chosen) => {
    if (chosen === 'pause') pause(null)
    else if (chosen === 'checkIn') checkIn(true)
    else open(chosen)
  })

  function lock() {
    wantsMain = false
    wantsNote = false
    windows.closeKnowing()
    // A vault that isn't open has nothing to lose but the pauses that wait in it.
    if (vault.journalState() === 'open') vault.restart()
  }

  /** What is told when the journal is opened again. */
  function lockAndTell(told: UnlockOpened) {
    lock()
    wantedUnlock = told
    wantsMain = true
    windows.show('unlock')
  }

  /** A starting call takes the small windows away at once; a pause waits behind it. */
  function fold() {
    offers.fold()
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

  /** Of a call that isn't sure, all that a pause needs to know is that nothing may sound. */
  function callBegins(sure: boolean) {
    if (!sure) return windows.tell('pause', { event: 'call', running: true, sure })
    tellOfCall(true)
    clearTimeout(comingBack)
    fold()
  }

  function callEnds() {
    tellOfCall(false)
    clearTimeout(comingBack)
    comingBack = setTimeout(() => windows.unfold('pause'), comesBackMs)
  }

  function tellOfCall(running: boolean) {
    for (const name of ['pause', 'card', 'note'] as const)
      windows.tell(name, { event: 'call', running, sure: true })
  }

  vault.onNews((news) => {
    if (news.kind === 'wiped') {
      lock()
      windows.show('main')
    }
    if (news.kind === 'closed') {
      lock()
      wantsMain = true
      windows.show('unlock')
    }
    // The next vault never had the old key; its first unlock shows that the new passphrase is known.
    if (news.kind === 'renewed')
      lockAndTell({ task: null, renewed: { copiesLeft: news.copiesLeft } })
    // Opened for a window that is gone by now: nobody sits there.
    if (news.kind === 'journal' && news.state === 'open' && !windows.names().includes('unlock'))
      lock()
  })

  windows.onClosed((window) => {
    if (window === 'main' && !windows.names().includes('main')) mainHears = false
    if (window === 'unlock') vault.tell({ kind: 'left' })
    if (window === 'note') {
      clearTimeout(noteGoes)
      noteGoes = undefined
    }
    // A check-in waited for the passphrase; other pages open while it is locked.
    const waited = wantedPage.page === 'check-in' || wantedPage.page === 'reminder'
    if (window === 'unlock' && vault.journalState() === 'locked' && waited)
      wantedPage = nothingWanted
    if (window !== 'unlock' || vault.journalState() === 'locked') return
    if (wantsMain) windows.show('main')
    if (wantsNote) windows.show('note')
    wantsMain = false
    wantsNote = false
  })

  return {
    open,
    changeKeys,
    unlockOpened,
    openPage,
    checkIn,
    mainOpened,
    pause,
    pauseOpened: () => ({ wanted: wantedPause, call: callRuns }),
    offers,
    lock,
    moved: (moved) => lockAndTell({ task: null, moved }),
    call(told, testing = false) {
      const { event } = told
      const heard = hear(hearing, told, { at: Date.now(), elapsed: performance.now(), testing })
      hearing = heard.state
      if (!heard.signal) return heard.unheard
      const { signal, confirmed, earlier } = heard
      if (event !== 'marked') callRuns = event === 'started'
      // A mark makes sure of the call that only a link had told of.
      const begins = [...earlier, signal].some((each) => each.event === 'started')
      if (event === 'ended') callEnds()
      else if (begins) callBegins(confirmed)
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
      // Before the lock, which takes a moment: with its pause a tone ends.
      windows.tell('pause', { event: 'leave' })
      lock()
      // After it, so that the vault which hears of it is the one that stays.
      offers.hide()
      // A pause is kept by the vault that came after the lock, and closes by itself once it is.
      for (const window of windows.names()) if (window !== 'pause') windows.close(window)
      setTimeout(() => windows.close('pause'), goesWithinMs)
    },
    resume({ windows: were, wasFocused: focused, wasOpen }) {
      if (!wasOpen) {
        for (const name of were) windows.show(name, { focused })
        return
      }
      wantsMain = were.includes('main')
      wantsNote = were.includes('note')
      if (were.length > 0) windows.show('unlock', { focused })
    },
    quit: () => app.quit(),
  }
}

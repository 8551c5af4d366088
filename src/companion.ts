import type { CallSignal, Told } from './calls/signal.ts'
import { createReminding, type Reminding } from './checkins/reminding.ts'
import { nothingWaits, type Desk } from './companion/desk.ts'
import { checkInHandlers } from './companion/checkins.ts'
import { copyHandlers } from './companion/copies.ts'
import { dataHandlers } from './companion/data.ts'
import { diagnosticsHandlers } from './companion/diagnostics.ts'
import { incidentHandlers } from './companion/incidents.ts'
import { journalHandlers } from './companion/journal.ts'
import { keyHandlers } from './companion/keys.ts'
import { noteHandlers } from './companion/notes.ts'
import { pauseHandlers } from './companion/pauses.ts'
import { planHandlers } from './companion/plans.ts'
import { reviewHandlers } from './companion/review.ts'
import {
  createCopying,
  createRooms,
  promptSettings,
  takeOverIn,
  type Rooms,
} from './companion/rooms.ts'
import { selfCheckHandlers } from './companion/selfcheck.ts'
import { settingHandlers } from './companion/settings.ts'
import { shiftHandlers } from './companion/shifts.ts'
import { trendHandlers } from './companion/trends.ts'
import { tellingTrouble } from './companion/trouble.ts'
import { typeHandlers } from './companion/types.ts'
import {
  vaultDoor,
  type Answer,
  type OpenedJournal,
  type VaultDoor,
  type WindowEvent,
  type WindowName,
} from './contract.ts'
import { door, type Shapes } from './door.ts'
import { createGrants } from './files/grants.ts'
import { createKeysRoom, noKeychain } from './keys/keys.ts'
import { copyProblems } from './ports.ts'
import type {
  Clock,
  CopyProblem,
  Files,
  Instant,
  Journal,
  Keychain,
  Opened,
  Random,
  Secret,
  Shell,
  ShellNews,
  Store,
} from './ports.ts'
import type { PromptEvent } from './prompts/decision.ts'
import { joined, linesOf, type LoggedDecision } from './prompts/log.ts'
import { createPrompts } from './prompts/prompts.ts'
import { errorOf, Refusal } from './refusal.ts'

export interface Companion {
  /** Answers a call that came over a window's port. Never throws. */
  answer(from: WindowName, message: unknown): Promise<Answer>
  /** Hears the shell: signals, the card's answer, the end. */
  hear(news: ShellNews): void
}

export interface CompanionPorts {
  journal: Journal
  clock: Clock
  random: Random
  files: Files
  shell: Shell
  /** None where it is left out. */
  keychain?: Keychain
  /** Tells every window that listens. */
  publish(event: WindowEvent): void
}

/**
 * The companion: the rooms over one journal. Without an open journal it still hears signals, offers
 * the card and holds pauses and an unfinished note, in memory and without a word in them; once a
 * journal opens, they go in.
 */
export function createCompanion(ports: CompanionPorts): Companion {
  const { journal, clock, random, shell } = ports
  let rooms: Rooms | null = null
  const waiting = nothingWaits()
  let cancelSweep = () => {}
  const grants = createGrants(ports.files, clock)
  let stopSweeping = () => {}
  let reminding: Reminding | null = null
  /** How often the window that opens the journal has gone. */
  let left = 0
  let turn = Promise.resolve()

  const prompts = createPrompts({
    clock,
    settings: () => rooms && promptSettings(rooms),
    tell: (news) => shell.tell(news),
    decided: (decisions) => keepDecisions(linesOf(decisions, clock.now())),
  })

  const copying = createCopying({
    clock,
    journal,
    callRuns: () => prompts.callRuns(),
    changed: () => ports.publish({ event: 'changed' }),
  })

  const state = () => (rooms ? 'open' : journal.exists() ? 'locked' : 'absent')
  const open = (): Rooms => {
    if (rooms) return rooms
    throw state() === 'absent'
      ? new Refusal('no-journal', 'There is no journal yet.')
      : new Refusal('locked', 'The journal is locked.')
  }
  const whileLocked = () => {
    if (rooms) throw new Refusal('exists', 'The journal is open: nothing needs to be sealed.')
    if (state() === 'absent') open()
  }
  /** Says beside the journal what notes are sealed to. True where something else lay there. */
  function publishSeal({ settings }: Rooms): boolean {
    try {
      return journal.sealed.publish(settings.words() === 'numbers-and-words') === 'swapped'
    } catch (error) {
      // A full disk, for one, is no reason not to open; the next opening tries again.
      if (errorOf(error).code === 'failed') throw error
      return false
    }
  }
  const changed = <Value>(value: Value): Value => {
    prompts.hear({ kind: 'active' })
    reminding?.arm()
    ports.publish({ event: 'changed' })
    return value
  }

  /**
   * What waited goes in with the first write, and what was sealed; where that fails it goes on waiting,
   * and all is shut. Signals come first: a note settles the call that was marked.
   */
  function takeIn(store: Store): { made: Rooms; unreadable: number; swapped: boolean } {
    try {
      const made = createRooms(store, clock, random, () => journal.backUp('import'))
      const swapped = publishSeal(made)
      const sealed = journal.sealed.read()
      const { unreadable } = store.write(() => {
        for (const signal of waiting.signals) made.calls.hear(signal)
        for (const pause of waiting.pauses) made.pauses.save(pause)
        if (waiting.draft) made.notes.keepDraft(waiting.draft)
        for (const line of waiting.decisions) made.decisions.add(line)
        made.decisions.sweep()
        return made.sealing.takeIn(sealed)
      })
      journal.sealed.finish(
        sealed.filter((file) => !unreadable.includes(file)),
        unreadable,
      )
      return { made, unreadable: unreadable.length, swapped }
    } catch (error) {
      journal.close()
      throw error
    }
  }

  /** A signal is never lost to a full disk: it waits for the next one that can be written. */
  function keepSignals(signals: readonly CallSignal[]) {
    waiting.signals.push(...signals)
    const { calls, store } = rooms ?? {}
    if (!calls || !store) return
    try {
      store.write(() => {
        for (const each of waiting.signals) calls.hear(each)
      })
      waiting.signals = []
      reminding?.arm()
    } catch (error) {
      // The agent asked for nothing here, so there is nobody to tell; the next save will be told.
      if (errorOf(error).code === 'failed') throw error
    }
  }

  /** Why Lull did or didn't ask waits in memory, too, until it can be written. */
  function keepDecisions(lines: readonly LoggedDecision[], always = false) {
    if (lines.length === 0 && !always) return
    waiting.decisions = lines.reduce(joined, waiting.decisions).slice(-mostWaiting)
    if (!rooms) return
    const { store, decisions } = rooms
    try {
      store.write(() => {
        for (const line of waiting.decisions) decisions.add(line)
        decisions.sweep()
      })
      waiting.decisions = []
    } catch (error) {
      // Nobody asked for this line; it waits for a disk that has room.
      if (errorOf(error).code === 'failed') throw error
    }
  }

  /** Once a day, so that what nobody looks at is forgotten, too. */
  function sweepDaily() {
    cancelSweep()
    cancelSweep = clock.after(aDayMs, () => {
      keepDecisions([], true)
      sweepDaily()
    })
  }

  /** Openings take turns: the next begins when the one before has come to an end. */
  async function opening(work: () => Promise<Opened>): Promise<OpenedJournal> {
    const begun = left
    const before = turn
    const { promise, resolve } = Promise.withResolvers<void>()
    turn = promise
    await before
    try {
      if (left !== begun) throw leftAlone()
      const result = await work()
      if (left === begun || !result.ok) return opened(result)
      journal.close()
      shell.tell({ kind: 'journal', state: state() })
      throw leftAlone()
    } finally {
      resolve()
    }
  }

  /** `again`: it was open before, so that nothing is to be done for it outside. */
  function opened(result: Opened, again = false): OpenedJournal {
    if (!result.ok) throw new Refusal(result.problem, result.message)
    const { made, unreadable, swapped } = takeIn(result.store)
    Object.assign(waiting, nothingWaits())
    rooms = made
    made.forgetting.resume()
    stopSweeping = made.retention.begin()
    reminding = createReminding(result.store, made.shifts, made.settings, clock, () =>
      prompts.remindOfCheckIn(() => rooms === made),
    )
    reminding.arm()
    const shift = made.shifts.open(clock.now())
    prompts.opened({
      hookSeen: made.calls.hookSeen(),
      ...made.decisions.spentSince(shift?.openedAt ?? clock.now()),
    })
    prompts.hear({ kind: 'active' })
    sweepDaily()
    copying.begin()
    ports.publish({ event: 'journal', state: 'open' })
    if (!again) shell.tell({ kind: 'journal', state: 'open' })
    return { notice: result.notice, unreadable, swapped }
  }

  function anew() {
    if (rooms) throw new Refusal('exists', 'The journal is open.')
    if (state() === 'absent') open()
    journal.setApart()
    ports.publish({ event: 'journal', state: 'absent' })
    shell.tell({ kind: 'journal', state: 'absent' })
  }

  /** Makes a copy the journal. Where that ends with a closed one, this vault is done. */
  async function restore(name: string, secret: Secret | null): Promise<OpenedJournal> {
    const wasOpen = rooms !== null
    try {
      // Afterwards the journal may know nothing any more of what is to leave the copies.
      rooms?.forgetting.now()
      const put = () =>
        journal.copies.restore(name, secret, (copy, now) => takeOverIn(copy, now, clock))
      const said = wasOpen ? swapped(await put()) : await opening(put)
      ports.publish({ event: 'changed' })
      return said
    } catch (error) {
      if (wasOpen && !journal.isOpen()) {
        shut()
        shell.tell({ kind: 'closed' })
      }
      throw error
    }
  }

  /** Another journal is open now, in the place of the one that was. */
  function swapped(result: Opened): OpenedJournal {
    if (!result.ok) throw new Refusal(result.problem, result.message)
    shut()
    return opened(result, true)
  }

  /** Shuts all as an end does, and deletes what was shut. */
  function wipe() {
    shut()
    try {
      journal.wipe()
    } catch (error) {
      // The next start goes on with it; whoever looks meanwhile needs to know that nothing is open.
      if (journal.exists()) {
        shell.tell({ kind: 'closed' })
        throw error
      }
    }
    Object.assign(waiting, nothingWaits())
    shell.tell({ kind: 'wiped' })
  }

  /** Shuts all, and has the closed journal copied. Null, or why that couldn't be done. */
  function copyTo(to: string): CopyProblem | null {
    shut()
    try {
      journal.copyTo(to)
      return null
    } catch (error) {
      const { code } = errorOf(error)
      // A place that is away can't be written to.
      if (code === 'gone') return 'read-only'
      return copyProblems.find((each) => each === code) ?? 'damaged'
    }
  }

  function shut() {
    rooms?.forgetting.end()
    stopSweeping()
    reminding?.end()
    reminding = null
    copying.end()
    rooms = null
    cancelSweep()
  }

  const desk: Desk = {
    clock,
    random,
    journal,
    keys: createKeysRoom(journal, ports.keychain ?? noKeychain, random),
    prompts,
    grants,
    waiting,
    state,
    open,
    rooms: () => rooms,
    whileLocked,
    opening,
    renewed: (copiesLeft) => {
      shut()
      journal.close()
      shell.tell({ kind: 'renewed', copiesLeft })
    },
    anew,
    copying,
    restore,
    wipe,
    changed,
  }
  const handlers = {
    ...journalHandlers(desk),
    ...keyHandlers(desk),
    ...noteHandlers(desk),
    ...incidentHandlers(desk),
    ...typeHandlers(desk),
    ...pauseHandlers(desk),
    ...shiftHandlers(desk),
    ...checkInHandlers(desk),
    ...selfCheckHandlers(desk),
    ...trendHandlers(desk),
    ...planHandlers(desk),
    ...reviewHandlers(desk),
    ...settingHandlers(desk),
    ...dataHandlers(desk),
    ...diagnosticsHandlers(desk),
    ...copyHandlers(desk),
  }

  shell.tell({ kind: 'journal', state: state() })

  return {
    answer: tellingTrouble(door<Shapes<VaultDoor>>(vaultDoor, handlers, errorOf), shell),
    hear(news) {
      switch (news.kind) {
        case 'call': {
          const { confirmed = true, earlier = [] } = news
          // Nothing of the policy moves by what isn't confirmed; it only says why nothing came.
          if (!confirmed) return prompts.hear({ kind: promptKinds[news.event], confirmed })
          const signals = [...earlier, signalOf(news, news.at ?? clock.now())]
          for (const { event } of signals) prompts.hear({ kind: promptKinds[event], confirmed })
          return keepSignals(signals)
        }
        case 'screen':
          prompts.hear(news)
          return
        case 'quiet':
          prompts.hear(news)
          return
        case 'presence':
          prompts.hear(news)
          return
        case 'reminders':
          prompts.remind(news)
          return
        case 'prompts':
          prompts.restore(news.kept, news.ageMs)
          return
        case 'card':
          prompts.hear({ kind: 'answered', answer: news.answer })
          return
        case 'file':
          grants.give(news)
          shell.tell({ kind: 'file', grant: news.grant })
          return
        case 'copy':
          shell.tell({ kind: 'copied', problem: copyTo(news.to) })
          return
        case 'left':
          left++
          return
        case 'end':
          shut()
          journal.close()
          return
        case 'keychain':
          // The keychain's own port hears it, before it comes here.
          return
      }
    },
  }
}

const leftAlone = () =>
  new Refusal('locked', 'Whoever opened the journal has gone, so it was closed again.')

/** Only the fields of a signal, whatever else stands in what was told. */
const signalOf = (told: Told, at: Instant): CallSignal => ({
  event: told.event,
  at,
  source: told.source,
  channel: told.channel ?? null,
  seconds: told.seconds ?? null,
})

const promptKinds = {
  started: 'call-started',
  ended: 'call-ended',
  marked: 'marked',
} as const satisfies Record<CallSignal['event'], PromptEvent['kind']>

/** So many lines of the decision log wait in memory at the most; a week of work brings fewer. */
const mostWaiting = 1000
const aDayMs = 24 * 3_600_000

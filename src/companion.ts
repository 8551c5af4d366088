import { createCheckIns } from './checkins/checkins.ts'
import { createRecharge } from './checkins/recharge.ts'
import { createShiftCards } from './checkins/shift-cards.ts'
import { createCalls } from './calls/calls.ts'
import { createRetention } from './calls/retention.ts'
import type { CallSignal, Told } from './calls/signal.ts'
import { createUnnoted } from './calls/unnoted.ts'
import {
  createPauses,
  noPauses,
  notRatable,
  plainStart,
  type PauseTaken,
} from './breathing/pauses.ts'
import {
  vaultDoor,
  type Answer,
  type JournalStatus,
  type NoteDraft,
  type OpenedJournal,
  type VaultDoor,
  type WindowEvent,
  type WindowName,
} from './contract.ts'
import { door, type Handlers, type Shapes } from './door.ts'
import { createCards } from './guidance/cards.ts'
import { createGrants } from './files/grants.ts'
import { createAdding } from './notes/adding.ts'
import { createIncidents } from './notes/incidents.ts'
import { createAllWords } from './notes/all-words.ts'
import { createChanging } from './notes/changing.ts'
import { createForgetting } from './notes/forgetting.ts'
import { createNotes, firstNote, sealedStart } from './notes/notes.ts'
import { createTypes, plainTypes } from './notes/types.ts'
import { createReading } from './notes/reading.ts'
import { createUnnotedNotes } from './notes/unnoted.ts'
import type {
  Clock,
  Files,
  Instant,
  Journal,
  Opened,
  Random,
  Shell,
  ShellNews,
  Store,
} from './ports.ts'
import type { PromptEvent } from './prompts/decide.ts'
import { createDecisionLog, joined, linesOf, type LoggedDecision } from './prompts/log.ts'
import { longFrom, mostDurations } from './prompts/long-calls.ts'
import { createPrompts } from './prompts/prompts.ts'
import type { PromptSettings } from './prompts/state.ts'
import { errorOf, Refusal } from './refusal.ts'
import { gapMs, hoursOf, unsaid } from './settings/choices.ts'
import { createQuestions } from './settings/questions.ts'
import { createSealing } from './notes/sealing.ts'
import { createSettings } from './settings/settings.ts'
import { createPlans, noPlans } from './plans/plans.ts'
import { createContacts } from './support/contacts.ts'
import { noContacts } from './support/kinds.ts'
import { createShifts } from './shifts/shifts.ts'
import { createSummary } from './shifts/summary.ts'
import { createReviews } from './review/reviews.ts'
import { createSheet } from './review/sheet.ts'
import { createUsed } from './review/used.ts'
import { createWeeks } from './review/week.ts'
import { createMarks } from './trends/marks.ts'
import { createTrends, emptyTrends } from './trends/trends.ts'
import { createWatching, watched } from './trends/watching.ts'
import { createToday, emptyToday } from './today/today.ts'

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
  /** Tells every window that listens. */
  publish(event: WindowEvent): void
}

/**
 * The companion: the rooms over one journal. Without an open journal it still hears signals, offers
 * the card and holds pauses and an unfinished note, in memory and without a word in them; once a
 * journal opens, they go in.
 */
export function createCompanion(ports: CompanionPorts): Companion {
  const { journal, clock, shell } = ports
  let rooms: Rooms | null = null
  let waitingPauses: PauseTaken[] = []
  let waitingSignals: CallSignal[] = []
  let waitingDraft: NoteDraft | null = null
  let waitingDecisions: readonly LoggedDecision[] = []
  let cancelSweep = () => {}
  const grants = createGrants(ports.files, clock)
  let stopSweeping = () => {}

  const prompts = createPrompts({
    clock,
    settings: () => rooms && promptSettings(rooms),
    tell: (news) => shell.tell(news),
    decided: (decisions) => keepDecisions(linesOf(decisions, clock.now())),
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
    ports.publish({ event: 'changed' })
    return value
  }

  /**
   * What waited goes in with the first write, and what was sealed; where that fails it goes on waiting,
   * and all is shut. Signals come first: a note settles the call that was marked.
   */
  function takeIn(store: Store): { made: Rooms; unreadable: number; swapped: boolean } {
    try {
      const made = createRooms(store, ports)
      const swapped = publishSeal(made)
      const sealed = journal.sealed.read()
      const { unreadable } = store.write(() => {
        for (const signal of waitingSignals) made.calls.hear(signal)
        for (const pause of waitingPauses) made.pauses.save(pause)
        if (waitingDraft) made.notes.keepDraft(waitingDraft)
        for (const line of waitingDecisions) made.decisions.add(line)
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
    waitingSignals.push(...signals)
    const { calls, store } = rooms ?? {}
    if (!calls || !store) return
    try {
      store.write(() => {
        for (const each of waitingSignals) calls.hear(each)
      })
      waitingSignals = []
    } catch (error) {
      // The agent asked for nothing here, so there is nobody to tell; the next save will be told.
      if (errorOf(error).code === 'failed') throw error
    }
  }

  /** Why Lull did or didn't ask waits in memory, too, until it can be written. */
  function keepDecisions(lines: readonly LoggedDecision[], always = false) {
    if (lines.length === 0 && !always) return
    waitingDecisions = lines.reduce(joined, waitingDecisions).slice(-mostWaiting)
    if (!rooms) return
    const { store, decisions } = rooms
    try {
      store.write(() => {
        for (const line of waitingDecisions) decisions.add(line)
        decisions.sweep()
      })
      waitingDecisions = []
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

  function opened(result: Opened): OpenedJournal {
    if (!result.ok) throw new Refusal(result.problem, result.message)
    const { made, unreadable, swapped } = takeIn(result.store)
    waitingSignals = []
    waitingPauses = []
    waitingDraft = null
    waitingDecisions = []
    rooms = made
    made.forgetting.resume()
    stopSweeping = made.retention.begin()
    const shift = made.shifts.open(clock.now())
    prompts.opened({
      hookSeen: made.calls.hookSeen(),
      ...made.decisions.spentSince(shift?.openedAt ?? clock.now()),
    })
    prompts.hear({ kind: 'active' })
    sweepDaily()
    ports.publish({ event: 'journal', state: 'open' })
    shell.tell({ kind: 'journal', state: 'open' })
    return { notice: result.notice, unreadable, swapped }
  }

  const handlers: Handlers<Shapes<VaultDoor>> = {
    'journal.state': (): JournalStatus => ({
      state: state(),
      hasRecoveryKey: rooms !== null && journal.hasRecoveryKey(),
      waiting: waitingPauses.length,
    }),
    'journal.create': async ({ passphrase }) => {
      if (state() !== 'absent') throw new Refusal('exists', 'There is a journal already.')
      opened(await journal.create(passphrase))
      return null
    },
    'journal.open': async (secret) => {
      if (rooms) return { notice: null, unreadable: 0, swapped: false }
      if (state() === 'absent') throw new Refusal('no-journal', 'There is no journal yet.')
      return opened(await journal.open(secret))
    },
    'recovery.create': async () => {
      open()
      return changed({ recoveryKey: await journal.addRecoveryKey() })
    },

    'note.begin': () => {
      if (state() === 'absent') return firstNote(clock, ports.random, waitingDraft)
      const seal = state() === 'locked' ? journal.sealed.key() : null
      return seal ? sealedStart(clock, ports.random, seal) : open().notes.begin(prompts.callRuns())
    },
    'note.seal': ({ id, sealed }) => {
      whileLocked()
      if (!journal.sealed.put(id, Uint8Array.fromBase64(sealed)))
        throw new Refusal('sealed-full', 'As many notes as can wait are sealed already.')
      return null
    },
    'note.dropSealed': ({ id }) => {
      whileLocked()
      journal.sealed.drop(id)
      return null
    },
    'note.keepDraft': (draft) => {
      // Without a journal a draft has no words: those are asked about after the first save.
      if (state() === 'absent' && draft.words === '') waitingDraft = draft
      else open().notes.keepDraft(draft)
      return null
    },
    'note.dropDraft': ({ id }) => {
      waitingDraft = null
      rooms?.notes.dropDraft(id)
      return null
    },
    'note.save': (note) => {
      open().types.require(note.type)
      open().notes.save(note)
      return changed({ id: note.id })
    },

    'journal.list': (asked) =>
      state() === 'absent' ? { notes: [], hasMore: false } : open().reading.list(asked),
    'note.add': (note) => {
      const { adding, reading, types } = open()
      types.require(note.type)
      adding.add(note)
      return changed(reading.one(note.id))
    },
    'note.details': ({ id }) => open().reading.details(id),
    'note.edit': (note) => {
      open().types.require(note.type)
      open().changing.edit(note)
      return changed(null)
    },
    'note.dropWords': ({ id }) => changed(open().changing.dropWords(id)),
    'note.delete': ({ id }) => changed(open().changing.delete(id)),
    'note.undo': ({ id }) => {
      open().changing.undo(id)
      return changed(null)
    },

    'words.kept': () =>
      state() === 'absent' ? { notes: 0, draft: false } : open().allWords.kept(),
    'words.drop': () => changed(open().allWords.drop()),
    'words.undo': () => {
      open().allWords.undo()
      return changed(null)
    },

    'incident.list': ({ period }) => open().incidents.list(period),
    'incident.words': ({ id }) => open().incidents.words(id),
    'incident.save': ({ grant, text }, from) => {
      open()
      grants.take(grant, 'incident', from)(text)
      return null
    },

    'pause.begin': (pause) => rooms?.pauses.begin(pause) ?? plainStart,
    'pause.save': (pause) => {
      prompts.paused()
      if (!rooms) {
        if (waitingPauses.every(({ id }) => id !== pause.id)) waitingPauses.push(pause)
        return { kept: 'until-unlock' }
      }
      rooms.pauses.save(pause)
      return changed({ kept: 'saved' })
    },

    'pause.rate': ({ id, after }) => {
      const waiting = waitingPauses.find((pause) => pause.id === id)
      if (waiting) {
        if (waiting.before === null) throw notRatable()
        const rated = { ...waiting, after }
        waitingPauses = waitingPauses.map((pause) => (pause === waiting ? rated : pause))
        return null
      }
      if (state() === 'absent') throw notRatable()
      // Locked, one that doesn't wait may well be in the journal: that is said, not "no such pause".
      open().pauses.rate(id, after)
      return changed(null)
    },
    'pauses.get': () => (state() === 'absent' ? noPauses : open().pauses.taken()),

    'checkin.save': (checkIn) => changed({ id: open().checkIns.save(checkIn) }),

    'shift.get': () =>
      state() === 'absent' ? { start: null, end: null } : open().shiftCards.get(),
    'shift.start': (answer) => {
      open().shiftCards.start(answer)
      return changed(null)
    },
    'shift.end': (to) => {
      open().shiftCards.end(to)
      return changed(null)
    },
    'unnoted.note': (note) => {
      open().types.require(note.type)
      open().unnotedNotes.save(note)
      return changed(null)
    },
    'unnoted.leave': ({ left }) => {
      open().shiftCards.leave(left)
      return changed(null)
    },
    'right.keep': (right) => {
      open().shiftCards.keepRight(right)
      return changed(null)
    },
    'right.drop': ({ shiftId }) => changed(open().shiftCards.dropRight(shiftId)),
    'right.list': ({ before }) =>
      state() === 'absent' ? { rights: [], hasMore: false } : open().shiftCards.rights(before),
    'recharge.get': () => (state() === 'absent' ? [] : open().recharge.get()),
    'recharge.set': (item) => changed(open().recharge.set(item)),

    'today.get': () => ({
      ...(state() === 'absent' ? emptyToday : open().today.get()),
      hasRecoveryKey: rooms !== null && journal.hasRecoveryKey(),
      question: rooms?.questions.now() ?? null,
    }),
    'trends.get': ({ weeks }) =>
      state() === 'absent' ? emptyTrends(clock, weeks) : open().trends.get(weeks),
    'watch.begin': ({ as }) => {
      open().watching.begin(as)
      return changed(null)
    },
    'watch.answer': ({ shiftId, question, answer }) => {
      open().watching.answer(shiftId, question, answer)
      return changed(null)
    },
    'shift.kind': ({ shiftId, kind }) => {
      open().marks.setKind(shiftId, kind)
      return changed(null)
    },
    'mark.keep': (mark) => {
      open().marks.keep(mark)
      return changed(null)
    },
    'mark.delete': ({ id }) => {
      open().marks.delete(id)
      return changed(null)
    },
    'settings.get': () => (state() === 'absent' ? unsaid : open().settings.get()),
    'settings.set': (change) => {
      const { store, settings, questions } = open()
      return changed(
        store.write(() => {
          if (change.work) questions.done('work')
          if (change.gap) questions.done('gap')
          const now = settings.set(change)
          // In one with the choice: where words are off, none can be sealed either.
          if (change.words) journal.sealed.publish(now.words === 'numbers-and-words')
          return now
        }),
      )
    },
    'prompts.log': () =>
      state() === 'absent' ? waitingDecisions.toReversed() : open().decisions.list(),
    'contacts.get': () => (state() === 'absent' ? [...noContacts] : open().contacts.get()),
    'contacts.set': (contact) => changed(open().contacts.set(contact)),
    'types.get': () => (state() === 'absent' ? plainTypes : open().types.get()),
    'types.set': (choices) => changed(open().types.set(choices)),
    'guide.card': ({ id }) => ({ technique: open().cards.after(id) }),
    'plan.list': () => (state() === 'absent' ? noPlans : open().plans.list()),
    'plan.keep': (plan) => changed(open().plans.keep(plan)),
    'plan.set': ({ id, state, rest }) => changed(open().plans.set(id, state, rest)),
    'plan.delete': ({ id }) => changed(open().plans.delete(id)),
    'plan.mark': ({ id, mark }) => changed(open().plans.mark(id, mark)),
    'plan.offered': ({ id }) => changed(open().plans.offered(id)),
    'week.due': ({ firstDay }) => ({ from: rooms?.weeks.due(firstDay) ?? null }),
    'week.get': ({ firstDay, from }) => open().weeks.get(firstDay, from),
    'week.keep': ({ from, change }) => {
      open().reviews.keep(from, change)
      return changed(null)
    },
    'week.drop': ({ from }) => changed(open().reviews.drop(from)),
    'week.list': ({ before }) => open().reviews.list(before),
    'sheet.offer': (period) => open().sheet.offer(period),
    'sheet.get': (asked) => open().sheet.get(asked),
    'sheet.save': ({ grant, pdf }, from) => {
      open()
      grants.take(grant, 'sheet', from)(Uint8Array.fromBase64(pdf))
      return null
    },
    'question.skip': ({ question }) => {
      open().questions.done(question)
      return changed(null)
    },
  }

  shell.tell({ kind: 'journal', state: state() })

  return {
    answer: door<Shapes<VaultDoor>>(vaultDoor, handlers, errorOf),
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
        case 'end':
          rooms?.forgetting.end()
          stopSweeping()
          rooms = null
          cancelSweep()
          journal.close()
      }
    },
  }
}

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

/** What the agent's choices and calls say to the policy. */
function promptSettings({ settings, calls }: Rooms): PromptSettings {
  const { work, gap, longCalls, quietHours, fullScreenWork } = settings.get()
  return {
    gapMs: gapMs(gap),
    onRequest: work !== null && work !== 'calls',
    longFromMs: longCalls ? longFrom(calls.durations(mostDurations)) : null,
    quietHours: quietHours === null ? null : hoursOf(quietHours),
    fullScreenWork,
  }
}

type Rooms = ReturnType<typeof createRooms>

function createRooms(store: Store, { clock, random }: CompanionPorts) {
  const shifts = createShifts(store, clock, random)
  const watching = createWatching(store, clock)
  const summary = watched(createSummary(store), watching)
  const marks = createMarks(store, watching, clock)
  const settings = createSettings(store)
  const pauses = createPauses(store, shifts, summary, clock)
  const types = createTypes(store, settings, clock)
  const checkIns = createCheckIns(store, shifts, summary, clock, random)
  const forgetting = createForgetting(store, clock)
  const unnoted = createUnnoted(store)
  const recharge = createRecharge(store, settings, clock)
  const plans = createPlans(store, shifts, settings, clock)
  const reviews = createReviews(store, settings, forgetting, clock)
  const used = createUsed(store, plans, recharge)
  const weeks = createWeeks(store, shifts, watching, used, reviews, settings, clock)
  return {
    store,
    settings,
    shifts,
    decisions: createDecisionLog(store, clock),
    sealing: createSealing(store, shifts, summary, settings, clock),
    questions: createQuestions(store, settings, shifts, clock),
    pauses,
    checkIns,
    calls: createCalls(store, shifts, clock, random),
    types,
    forgetting,
    notes: createNotes(store, shifts, summary, settings, types, forgetting, clock, random),
    adding: createAdding(store, shifts, summary, settings, clock),
    reading: createReading(store, settings),
    changing: createChanging(store, summary, settings, forgetting, clock),
    allWords: createAllWords(store, forgetting, clock),
    incidents: createIncidents(store, settings, clock),
    today: createToday(store, shifts, pauses, checkIns, clock),
    watching,
    marks,
    trends: createTrends(store, watching, marks, clock),
    cards: createCards(store, shifts, settings, clock),
    plans,
    reviews,
    weeks,
    sheet: createSheet(store, watching, weeks, used, reviews, clock),
    contacts: createContacts(store, settings, clock),
    retention: createRetention(store, clock),
    unnotedNotes: createUnnotedNotes(store, unnoted, summary, clock),
    recharge,
    shiftCards: createShiftCards(store, shifts, unnoted, recharge, settings, clock),
  }
}

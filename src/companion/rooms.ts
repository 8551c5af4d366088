import { createPauses } from '../breathing/pauses.ts'
import { createCalls } from '../calls/calls.ts'
import { createRetention } from '../calls/retention.ts'
import { createUnnoted } from '../calls/unnoted.ts'
import { createCheckIns } from '../checkins/checkins.ts'
import { createRecharge } from '../checkins/recharge.ts'
import { createShiftCards } from '../checkins/shift-cards.ts'
import { createStressLog } from '../checkins/stress-log.ts'
import { createCopying, type Copying } from '../copies/copying.ts'
import { takeOver } from '../copies/restoring.ts'
import { createCards } from '../guidance/cards.ts'
import { createAdding } from '../notes/adding.ts'
import { createAllWords } from '../notes/all-words.ts'
import { createChanging } from '../notes/changing.ts'
import { createForgetting } from '../notes/forgetting.ts'
import { createIncidents } from '../notes/incidents.ts'
import { createNotes } from '../notes/notes.ts'
import { createReading } from '../notes/reading.ts'
import { createSealing } from '../notes/sealing.ts'
import { createTypes } from '../notes/types.ts'
import { createUnnotedNotes } from '../notes/unnoted.ts'
import { createPlans } from '../plans/plans.ts'
import type { Clock, Random, Store } from '../ports.ts'
import { createDecisionLog } from '../prompts/log.ts'
import { longFrom, mostDurations } from '../prompts/long-calls.ts'
import type { PromptSettings } from '../prompts/state.ts'
import { createHeavy } from '../selfcheck/heavy.ts'
import { createSelfCheckRows } from '../selfcheck/rows.ts'
import { createSelfChecks } from '../selfcheck/self-checks.ts'
import { gapMs, hoursOf } from '../settings/choices.ts'
import { createReviews } from '../review/reviews.ts'
import { createSheet } from '../review/sheet.ts'
import { createUsed } from '../review/used.ts'
import { createWeeks } from '../review/week.ts'
import { createQuestions } from '../settings/questions.ts'
import { createSettings } from '../settings/settings.ts'
import { createShifts } from '../shifts/shifts.ts'
import { createSummary } from '../shifts/summary.ts'
import { createContacts } from '../support/contacts.ts'
import { createToday } from '../today/today.ts'
import { createMarks } from '../trends/marks.ts'
import { createRecent } from '../trends/recent.ts'
import { createTrends } from '../trends/trends.ts'
import { createTransfer } from '../transfer/transfer.ts'
import { createWatching, watched } from '../trends/watching.ts'

export type Rooms = ReturnType<typeof createRooms>

/** The rooms over one open journal. */
export function createRooms(store: Store, clock: Clock, random: Random, backUp: () => void) {
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
  const recharge = createRecharge(store, settings, forgetting, clock)
  const selfCheckRows = createSelfCheckRows(store)
  const plans = createPlans(store, shifts, settings, forgetting, clock)
  const reviews = createReviews(store, settings, forgetting, clock)
  const used = createUsed(store, plans, recharge)
  const recent = createRecent(store)
  const weeks = createWeeks(store, shifts, watching, used, reviews, settings, recent, clock)
  return {
    store,
    settings,
    shifts,
    decisions: createDecisionLog(store, clock),
    sealing: createSealing(store, shifts, summary, settings, clock),
    questions: createQuestions(store, settings, shifts, clock),
    pauses,
    checkIns,
    stressLog: createStressLog(store, shifts, summary, settings, forgetting, clock),
    selfChecks: createSelfChecks(store, selfCheckRows, clock, random),
    heavy: createHeavy(store, selfCheckRows, clock),
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
    trends: createTrends(store, watching, marks, recent, clock),
    cards: createCards(store, shifts, settings, clock),
    plans,
    reviews,
    weeks,
    sheet: createSheet(store, watching, weeks, used, reviews, recent, clock),
    contacts: createContacts(store, settings, clock),
    retention: createRetention(store, clock),
    transfer: createTransfer({
      store,
      clock,
      random,
      backUp,
      rebuild: () => summary.rebuild(),
      forgetting,
    }),
    unnotedNotes: createUnnotedNotes(store, unnoted, summary, clock),
    recharge,
    shiftCards: createShiftCards(store, shifts, unnoted, recharge, settings, forgetting, clock),
  }
}

export { createCopying }
export type { Copying }

/** What an older copy takes over from the journal of now, before it is the journal; neither has rooms then. */
export const takeOverIn = (copy: Store, now: Store | null, clock: Clock): void =>
  takeOver(copy, now, (made) => watched(createSummary(made), createWatching(made, clock)).rebuild())

/** What the agent's choices and calls say to the policy. */
export function promptSettings({ settings, calls }: Rooms): PromptSettings {
  const { work, gap, longCalls, quietHours, fullScreenWork } = settings.get()
  return {
    gapMs: gapMs(gap),
    onRequest: work !== null && work !== 'calls',
    longFromMs: longCalls ? longFrom(calls.durations(mostDurations)) : null,
    quietHours: quietHours === null ? null : hoursOf(quietHours),
    fullScreenWork,
  }
}

/**
 * The one list of what a screen may ask for and may hear, and at which door.
 *
 * A method has an input schema (parsed in the vault or the shell, never trusted from a page), the
 * type of its answer, and the windows that may call it. Values are JSON. Renderer and preload take
 * only types from here, so that no schema travels into a window's bundle.
 */
import * as v from 'valibot'
import { filePurposes, isFileName, type FilePurpose } from './file-purposes.ts'
import {
  lastDays,
  type IncidentEntry,
  type Incidents,
  type Period,
} from './notes/incident-kinds.ts'
import type { CustomerDataKind } from './notes/customer-data.ts'
import type { CardAnswer, Connect, Fits, Forgotten, Instant, JournalState } from './ports.ts'
import { techniqueIds, type TechniqueId } from './guidance/guide.ts'
import { asks, type Ask } from './notes/brooding.ts'
import {
  channels,
  feelingWords,
  mostMinutes,
  outcomes,
  reactions,
  triggers,
  verdicts,
  type Channel,
  type Details,
} from './notes/kinds.ts'
import { hasHeader, isSealedLength, longestSealed, type SealingKey } from './notes/sealed-format.ts'
import { isUuidv7 } from './uuid.ts'
import { longestQuery } from './notes/search.ts'
import type { LoggedDecision } from './prompts/log.ts'
import { areWords } from './notes/words.ts'
import type { UnnotedCall } from './calls/unnoted.ts'
import {
  checkInKinds,
  endSteps,
  longestRecharge,
  longestRight,
  rechargeNames,
  restedValues,
  startMoments,
  startSteps,
  type CheckInKind,
  type EndStep,
  type Rested,
  type StartMoment,
  type StartStep,
} from './checkins/kinds.ts'
import {
  choicesProblem,
  lullsTypes,
  mostTypes,
  type TypeChoice,
  type TypeChoices,
} from './guidance/own-types.ts'
import {
  difficulties,
  isLullType,
  isOwnType,
  type Difficulty,
  type TypeId,
} from './guidance/types.ts'
import {
  breakMinutes,
  cardsAfterNote,
  eyeRestMinutes,
  gaps,
  hoursOf,
  lockMinutes,
  longestOutputLabel,
  mostKinds,
  mostOwnPatterns,
  motions,
  onOff,
  questions,
  stopLines,
  themes,
  volumes,
  wordModes,
  works,
  type DeviceChoices,
  type Question,
  type Settings,
  type Work,
} from './settings/choices.ts'
import { languages } from './settings/languages.ts'
import { shortcutProblem, type ShortcutStates } from './settings/shortcuts.ts'
import { contactKinds, longestContact, type Contact } from './support/kinds.ts'
import {
  planActions,
  planMarks,
  planWordsProblem,
  situationTypes,
  type PlanAction,
  type PlanWhen,
  type PlanMark,
  type PlanWill,
} from './plans/kinds.ts'
import {
  beginnings,
  markKinds,
  periods,
  spellAnswers,
  spellQuestions,
  type Beginning,
  type MarkKind,
  type SpellAnswer,
  type SpellQuestion,
  type Weeks,
} from './trends/kinds.ts'
import { shiftKinds, type ShiftKind, type WatchSays } from './trends/watch.ts'
import { ratedFromMs } from './breathing/choose.ts'
import { isPauseKind, type PauseKind } from './breathing/kinds.ts'
import {
  isOwnPatternId,
  longestPauseMs,
  shortestPauseMs,
  type OwnPatternId,
} from './breathing/own.ts'

export const windowNames = ['main', 'pause', 'note', 'card', 'unlock'] as const
export type WindowName = (typeof windowNames)[number]

export interface Method<Input, Output> {
  readonly input: v.GenericSchema<unknown, Input>
  readonly windows: readonly WindowName[]
  /** Only a type: nothing stands here when the program runs. */
  readonly output?: Output
}

/** `answers<Output>()(input, windows)`: the output is said, the input is inferred. */
const answers =
  <Output>() =>
  <Input>(
    input: v.GenericSchema<unknown, Input>,
    windows: readonly WindowName[],
  ): Method<Input, Output> => ({ input, windows })

/** Whether a calendar has this day, from 1970 on. */
function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= 1970
  } catch {
    return false
  }
}

function isSealed(text: string): boolean {
  try {
    const bytes = Uint8Array.fromBase64(text)
    return isSealedLength(bytes.length) && hasHeader(bytes)
  } catch {
    return false
  }
}

/** Exactly `{}`: an empty list or a date would pass for an object without entries. */
const nothing = v.custom<Record<string, never>>(
  (value) =>
    Object.prototype.toString.call(value) === '[object Object]' &&
    Reflect.ownKeys(Object(value)).length === 0,
  'takes no input',
)
/** Some of these, at least one: what isn't named stays as it is. */
const change = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.custom<object>((value) => Object.prototype.toString.call(value) === '[object Object]'),
    v.strictObject(entries),
    v.check((given) => {
      const values = Object.values(given)
      return values.length > 0 && !values.includes(undefined)
    }, 'names nothing to change'),
  )
const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15))
const id = v.pipe(v.string(), v.check(isUuidv7, 'is no id'))
/** One of Lull's own things that do somebody good, or one of the agent's. */
const rechargeId = v.union([v.picklist(rechargeNames), id])
const passphrase = v.pipe(v.string(), v.minLength(8), v.maxLength(1024))
const words = v.pipe(v.string(), v.check(areWords, 'can’t be kept as they are'))
const contactWords = v.pipe(v.string(), v.maxLength(longestContact))
/** Which question stood over a note's words; left out where nothing was asked. */
const asked = v.optional(v.nullable(v.picklist(asks)))
/** Where in the journal: notes before this one are older. */
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** `2026-11-22`, a day that was. */
const localDay = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'is no day'))
const hundredths = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)))
const rating = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))
/** An own pattern that is out of bounds is no kind. */
const pauseKind = v.custom<PauseKind>(
  (value) => typeof value === 'string' && isPauseKind(value),
  'is no kind of pause',
)
const ownPatternId = v.custom<OwnPatternId>(
  (value) => typeof value === 'string' && isOwnPatternId(value),
  'is no own pattern within its bounds',
)
/** At most so many of these, each once. */
const list = <Item>(item: v.GenericSchema<unknown, Item>, most: number) =>
  v.pipe(
    v.array(item),
    v.maxLength(most),
    v.check((items) => new Set(items).size === items.length, 'names one of them twice'),
    v.readonly(),
  )
const planWords = v.strictObject({
  by: v.literal('words'),
  words: v.pipe(
    v.string(),
    v.check((words) => planWordsProblem(words) === null, 'is no line of words'),
  ),
})
const planWhen: v.GenericSchema<unknown, PlanWhen> = v.variant('by', [
  v.strictObject({ by: v.literal('type'), type: v.picklist(situationTypes) }),
  planWords,
])
const planWill: v.GenericSchema<unknown, PlanWill> = v.variant('by', [
  v.strictObject({ by: v.literal('action'), action: v.picklist(planActions) }),
  planWords,
])
/** The plan that rests for it, where three are in use already. */
const planRest = v.nullable(id)
const plannedMs = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(shortestPauseMs),
  v.maxValue(longestPauseMs),
)
/** `2026-11-22`, a day that there is. */
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).year > 0
    } catch {
      return false
    }
  }, 'is no day of any calendar'),
)
const period = v.variant('kind', [
  v.strictObject({ kind: v.literal('last'), days: v.picklist(lastDays) }),
  v.strictObject({ kind: v.literal('all') }),
  v.pipe(
    v.strictObject({ kind: v.literal('between'), from: day, to: day }),
    v.check(({ from, to }) => from <= to, 'ends before it begins'),
  ),
])
/** What main handed out for a chosen place. */
const grant = v.pipe(v.string(), v.uuid())
/** `22:00`, by a clock on the wall. */
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** One of Lull's types, or an own one; whether that is known is looked up in the vault. */
const typeId = v.custom<TypeId>(
  (value) => typeof value === 'string' && (isLullType(value) || isOwnType(value)),
  'is no type',
)
const typeChoices = v.pipe(
  v.strictObject({
    types: v.pipe(
      v.array(v.strictObject({ id: typeId, name: v.nullable(v.string()), hidden: v.boolean() })),
      v.minLength(lullsTypes.length),
      v.maxLength(mostTypes),
    ),
    ordered: v.boolean(),
  }),
  v.check(({ types }) => choicesProblem(types) === null, 'is no list of types'),
)
/** `22:00-06:30`, from one time to another one. */
const hours = v.pipe(
  v.string(),
  v.maxLength(11),
  v.check((text) => hoursOf(text) !== null, 'are no hours of the day'),
)
const details = v.strictObject({
  channel: v.nullable(v.picklist(channels)),
  minutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostMinutes))),
  triggers: list(v.picklist(triggers), triggers.length),
  techniques: v.pipe(
    v.array(v.strictObject({ technique: v.picklist(techniqueIds), verdict: v.picklist(verdicts) })),
    v.maxLength(techniqueIds.length),
    v.check(
      (given) => new Set(given.map(({ technique }) => technique)).size === given.length,
      'names one of them twice',
    ),
    v.readonly(),
  ),
  outcome: v.nullable(v.picklist(outcomes)),
  reaction: v.nullable(v.picklist(reactions)),
  pleasant: hundredths,
  stirred: hundredths,
  feeling: v.nullable(v.picklist(feelingWords)),
})
const draft = v.strictObject({
  id,
  step: v.picklist(['difficulty', 'type', 'words']),
  difficulty: v.nullable(v.picklist(difficulties)),
  type: v.nullable(typeId),
  words,
  asked,
})

/** A note as `src/notes/sealed-format.ts` says, in base64: what is in it, nobody here can tell. */
const sealedNote = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(longestSealed / 3) * 4),
  v.check((text) => isSealed(text), 'is no sealed note'),
)

/** Two thousand entries, and room for the words of many. */
export const longestIncidentNote = 2_000_000

/** Answered by the companion in the vault, over the window's own port. */
export const vaultDoor = {
  'journal.state': answers<JournalStatus>()(nothing, windowNames),
  'journal.create': answers<null>()(v.strictObject({ passphrase }), ['unlock']),
  'journal.open': answers<OpenedJournal>()(
    v.union([
      v.strictObject({ passphrase: v.pipe(v.string(), v.maxLength(1024)) }),
      v.strictObject({ recoveryKey: v.pipe(v.string(), v.maxLength(100)) }),
    ]),
    ['unlock'],
  ),
  'recovery.create': answers<{ recoveryKey: string }>()(nothing, ['unlock']),

  'note.begin': answers<NoteStart>()(nothing, ['note']),
  'note.keepDraft': answers<null>()(draft, ['note']),
  'note.dropDraft': answers<null>()(v.strictObject({ id }), ['note']),
  'note.save': answers<{ id: string }>()(
    v.strictObject({
      id,
      difficulty: v.picklist(difficulties),
      type: v.nullable(typeId),
      words,
      asked,
    }),
    ['note'],
  ),

  /**
   * While the journal is locked: keeps a note that the page has sealed, finished or not, in place of the
   * one under the same id. Refused where 200 wait, and with `exists` once the journal is open.
   */
  'note.seal': answers<null>()(v.strictObject({ id, sealed: sealedNote }), ['note']),
  'note.dropSealed': answers<null>()(v.strictObject({ id }), ['note']),

  /**
   * A note of an earlier time, by a date and a time on the wall: the number first, the rest follows in
   * the journal. A time to come is refused.
   */
  'note.add': answers<JournalNote>()(
    v.strictObject({
      id,
      date: localDay,
      time: timeOfDay,
      difficulty: v.picklist(difficulties),
      type: v.nullable(typeId),
    }),
    ['main'],
  ),
  'note.details': answers<Details>()(v.strictObject({ id }), ['main']),

  /** Notes, newest first, fifty at a time. A query is refused where words are off. */
  'journal.list': answers<JournalPage>()(
    v.strictObject({
      before: v.nullable(place),
      /** All that are given must fit. */
      filter: v.strictObject({
        type: v.nullable(typeId),
        channel: v.optional(v.nullable(v.picklist(channels))),
        technique: v.optional(v.nullable(v.picklist(techniqueIds))),
        outcome: v.optional(v.nullable(v.picklist(outcomes))),
      }),
      query: v.pipe(v.string(), v.maxLength(longestQuery)),
    }),
    ['main'],
  ),
  /**
   * `words: null` leaves them as they are; where words are off there is nothing else. What isn't given
   * stays too.
   */
  'note.edit': answers<null>()(
    v.strictObject({
      id,
      difficulty: v.picklist(difficulties),
      type: v.nullable(typeId),
      words: v.nullable(words),
      nextTime: v.optional(words),
      details: v.optional(details),
    }),
    ['main'],
  ),
  'note.dropWords': answers<DroppedWords>()(v.strictObject({ id }), ['main']),
  'note.delete': answers<DroppedWords>()(v.strictObject({ id }), ['main']),
  /** Takes `dropWords` or `delete` back, within 8 s. */
  'note.undo': answers<null>()(v.strictObject({ id }), ['main']),

  /** How many notes have words, shown at this desk or not. */
  'words.kept': answers<KeptWords>()(nothing, ['main']),
  /** Takes the words of all notes and of the draft out; the numbers stay. */
  'words.drop': answers<DroppedWords & { notes: number }>()(
    v.strictObject({ sure: v.literal(true) }),
    ['main'],
  ),
  /** Takes that back, within 8 s. */
  'words.undo': answers<null>()(nothing, ['main']),

  /** What was noted as abusive: when, how hard and how often. */
  'incident.list': answers<Incidents>()(v.strictObject({ period }), ['main']),
  /** The words of one of those, what looks like a customer's blanked. */
  'incident.words': answers<IncidentWords>()(v.strictObject({ id }), ['main']),
  /** Writes a text to the place that the agent chose for it. */
  'incident.save': answers<null>()(
    v.strictObject({ grant, text: v.pipe(v.string(), v.maxLength(longestIncidentNote)) }),
    ['main'],
  ),

  /** Before a pause: whether to ask about tension, and to offer something without breath first. */
  'pause.begin': answers<PauseStart>()(v.strictObject({ kind: pauseKind, plannedMs }), [
    'pause',
    'card',
  ]),
  'pause.save': answers<{ kept: 'saved' | 'until-unlock' }>()(
    v.pipe(
      v.strictObject({
        id,
        kind: pauseKind,
        startedAt: instant,
        elapsedMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
        plannedMs,
        ended: v.picklist(['completed', 'stopped']),
        before: v.nullable(rating),
        after: v.nullable(rating),
        /** Only what Lull chose by chance is ever compared. */
        chosen: v.picklist(['me', 'chance']),
      }),
      v.check((pause) => pause.elapsedMs <= pause.plannedMs, 'a pause is no longer than planned'),
      v.check(
        (pause) => pause.ended === 'stopped' || pause.elapsedMs === pause.plannedMs,
        'a completed pause has its whole length',
      ),
      v.check(
        (pause) => pause.after === null || pause.before !== null,
        'nothing is rated after that was not rated before',
      ),
      v.check(
        (pause) => pause.before === null || pause.plannedMs >= ratedFromMs,
        'only a pause of a minute or more is rated',
      ),
    ),
    ['pause', 'card'],
  ),
  /** The rating after a pause that was saved with one before. */
  'pause.rate': answers<null>()(v.strictObject({ id, after: rating }), ['pause']),
  'pauses.get': answers<PausesTaken>()(nothing, ['main']),

  'checkin.save': answers<{ id: string }>()(
    v.strictObject({
      stress: rating,
      energy: rating,
      /** The agent's own, where it isn't said. */
      kind: v.optional(v.picklist(checkInKinds)),
    }),
    ['main'],
  ),

  /** The start and the end of a shift, as Today shows them. */
  'shift.get': answers<ShiftCards>()(nothing, ['main']),
  /** An answer at the start, and the step that comes next. It opens a shift where none is open. */
  'shift.start': answers<null>()(
    v.strictObject({
      step: v.picklist(startSteps),
      rested: v.nullable(v.picklist(restedValues)),
      moment: v.nullable(v.picklist(startMoments)),
    }),
    ['main'],
  ),
  /** Goes on to a step of the end; null: the shift goes on. `recharge`: what was picked, if anything. */
  'shift.end': answers<null>()(
    v.strictObject({ step: v.nullable(v.picklist(endSteps)), recharge: v.nullable(rechargeId) }),
    ['main'],
  ),
  /** A note about a call that was marked and not noted; its time is the call's. */
  'unnoted.note': answers<null>()(
    v.strictObject({
      id,
      callId: id,
      difficulty: v.picklist(difficulties),
      type: v.nullable(typeId),
    }),
    ['main'],
  ),
  /** Leaves all of them without a note, or takes that back. */
  'unnoted.leave': answers<null>()(v.strictObject({ left: v.boolean() }), ['main']),
  /** What went right in a shift: whether something came to mind, and what; `words: null` leaves them. */
  'right.keep': answers<null>()(
    v.strictObject({
      shiftId: id,
      came: v.nullable(v.boolean()),
      words: v.nullable(v.pipe(v.string(), v.maxLength(longestRight))),
    }),
    ['main'],
  ),
  'right.drop': answers<DroppedWords>()(v.strictObject({ shiftId: id }), ['main']),
  /** What went right in shifts that opened before this instant, newest first. */
  'right.list': answers<RightPage>()(v.strictObject({ before: v.nullable(instant) }), ['main']),
  'recharge.get': answers<RechargeItem[]>()(nothing, ['main']),
  /** One of Lull's own (without words) or of the agent's; empty words take that one out. */
  'recharge.set': answers<RechargeItem[]>()(
    v.pipe(
      v.strictObject({
        id: rechargeId,
        words: v.pipe(v.string(), v.maxLength(longestRecharge)),
        picked: v.boolean(),
      }),
      v.check(
        (item) => !rechargeNames.some((name) => name === item.id) || item.words === '',
        'only the agent’s own have words',
      ),
    ),
    ['main'],
  ),

  'today.get': answers<Today>()(nothing, ['main']),
  /** Everything that Trends shows of a period; 13 weeks where none is said, null for all. */
  'trends.get': answers<Trends>()(
    v.strictObject({ weeks: v.optional(v.nullable(v.picklist(periods))) }),
    ['main'],
  ),
  /** How the weeks before the first shift were. */
  'watch.begin': answers<null>()(v.strictObject({ as: v.picklist(beginnings) }), ['main']),
  /** About the spell that began with this shift. */
  'watch.answer': answers<null>()(
    v.strictObject({
      shiftId: id,
      question: v.picklist(spellQuestions),
      answer: v.picklist(spellAnswers),
    }),
    ['main'],
  ),
  'shift.kind': answers<null>()(v.strictObject({ shiftId: id, kind: v.picklist(shiftKinds) }), [
    'main',
  ]),
  /** Keeps what went on from one date to another, new or changed. */
  'mark.keep': answers<null>()(
    v.pipe(
      v.strictObject({ id, kind: v.picklist(markKinds), from: localDay, to: localDay }),
      v.check(({ from, to }) => from <= to, 'ends before it begins'),
    ),
    ['main'],
  ),
  'mark.delete': answers<null>()(v.strictObject({ id }), ['main']),
  'settings.get': answers<Settings>()(nothing, ['main', 'note']),
  'settings.set': answers<Settings>()(
    change({
      words: v.optional(v.picklist(wordModes)),
      work: v.optional(v.nullable(v.picklist(works))),
      gap: v.optional(v.nullable(v.picklist(gaps))),
      shiftStart: v.optional(v.nullable(timeOfDay)),
      stopLine: v.optional(v.picklist(stopLines)),
      cardAfterNote: v.optional(v.picklist(cardsAfterNote)),
      longCalls: v.optional(v.boolean()),
      quietHours: v.optional(v.nullable(hours)),
      fullScreenWork: v.optional(v.boolean()),
      startMoment: v.optional(v.picklist(onOff)),
    }),
    ['main', 'note'],
  ),
  /** Why Lull did or didn't ask: the last seven days, newest first. */
  'prompts.log': answers<LoggedDecision[]>()(nothing, ['main']),
  /** Whom the agent can turn to: the agent's own words, so they lie in the journal. */
  'contacts.get': answers<Contact[]>()(nothing, ['main']),
  'contacts.set': answers<Contact[]>()(
    v.strictObject({ kind: v.picklist(contactKinds), name: contactWords, reach: contactWords }),
    ['main'],
  ),
  'types.get': answers<TypeChoices>()(nothing, ['main']),
  /** Keeps the whole list. A name that is null stays what it is. */
  'types.set': answers<TypeChoices>()(typeChoices, ['main']),
  /** The one technique to show after this note; it counts as shown. Null for none (guidance/card.ts). */
  'guide.card': answers<{ technique: TechniqueId | null }>()(v.strictObject({ id }), ['note']),
  'plan.list': answers<Plans>()(nothing, ['main', 'note']),
  /** Adds a plan, or changes what one says. A fourth in use is refused, unless `rest` names another. */
  'plan.keep': answers<Plans>()(
    v.strictObject({ id, when: planWhen, will: planWill, rest: planRest }),
    ['main', 'note'],
  ),
  'plan.set': answers<Plans>()(
    v.strictObject({ id, state: v.picklist(['active', 'resting']), rest: planRest }),
    ['main'],
  ),
  'plan.delete': answers<DroppedWords>()(v.strictObject({ id }), ['main']),
  /** What became of it in the open shift; null takes the mark back. */
  'plan.mark': answers<Plans>()(v.strictObject({ id, mark: v.nullable(v.picklist(planMarks)) }), [
    'main',
  ]),
  /** Its rehearsal was taken or skipped: once a shift. */
  'plan.offered': answers<Plans>()(v.strictObject({ id }), ['main']),
  /** One of the few questions is not to be asked again; its setting stays as it is. */
  'question.skip': answers<null>()(v.strictObject({ question: v.picklist(questions) }), ['main']),
} as const

const quietMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(16 * 3_600_000))
const shortcut = v.nullable(
  v.pipe(
    v.string(),
    v.maxLength(60),
    v.check((keys) => shortcutProblem(keys) === null, 'are no keys for every program'),
  ),
)
/** Pages of the main window without a word of the journal. */
export const openPages = ['guide', 'support'] as const
export type OpenPage = (typeof openPages)[number]

const pauseWanted = v.strictObject({
  kind: pauseKind,
  plannedMs,
  chosen: v.picklist(['me', 'chance']),
})

/** Answered by main: the few things that only the shell can do. No word of the agent's goes here. */
export const shellDoor = {
  /** Hides or closes the window that asks. */
  fold: answers<null>()(nothing, windowNames),
  open: answers<null>()(
    v.strictObject({
      window: v.picklist(['main', 'pause', 'note', 'unlock']),
      /** Which pause, for the pause window; the last one where it isn't said. */
      pause: v.optional(pauseWanted),
      /** A page of the main window that holds nothing of the journal: it opens while that is locked. */
      page: v.optional(v.picklist(openPages)),
      /** With the page `guide`: which of its pages. */
      technique: v.optional(v.picklist(techniqueIds)),
    }),
    ['main', 'pause', 'note', 'card', 'unlock'],
  ),
  /** The page that the main window was opened for, once; null for the one it begins with. */
  'main.opened': answers<{ page: OpenPage | null; technique: TechniqueId | null }>()(nothing, [
    'main',
  ]),
  /** What the pause window was opened for. */
  'pause.opened': answers<PauseOpened>()(nothing, ['pause']),
  /** Whether this desktop shows tray icons; null where nobody can say. */
  'tray.shown': answers<boolean | null>()(nothing, ['main']),
  /** Whether Lull says where its windows open; on Wayland the desktop does. */
  'windows.placed': answers<boolean>()(nothing, ['main']),
  /** What the tray's menu has too, for a desktop that shows none. */
  mark: answers<null>()(nothing, ['main']),
  quiet: answers<null>()(v.strictObject({ ms: quietMs }), ['main']),
  'quiet.state': answers<boolean>()(nothing, ['main']),
  quit: answers<null>()(nothing, ['main']),
  /** Whether each shortcut works, as far as anybody has pressed it. */
  'shortcuts.state': answers<ShortcutStates>()(nothing, ['main']),
  /** While keys are being chosen, those that Lull has already run nothing. */
  'shortcuts.record': answers<null>()(v.strictObject({ on: v.boolean() }), ['main']),
  /** How a phone is connected, and what "Test my hook" heard. */
  'connect.get': answers<Connect>()(nothing, ['main']),
  /** Another code for links; those with the old one are nothing from now on. */
  'connect.renew': answers<Connect>()(nothing, ['main']),
  'connect.test': answers<null>()(v.strictObject({ on: v.boolean() }), ['main']),
  /** What the card's pause may be, so that it fits between two calls, and whether a note is offered. */
  'card.offer': answers<{ fits: Fits; note: boolean }>()(nothing, ['card']),
  lock: answers<null>()(nothing, ['main']),
  /**
   * Asks the agent, in the system's own dialog, where to write something. The place goes to the vault;
   * the page gets what it may say to the vault in its stead, once, or null where none was chosen.
   */
  'file.ask': answers<{ grant: string | null }>()(
    v.pipe(
      v.strictObject({ purpose: v.picklist(filePurposes), name: v.string() }),
      v.check(({ purpose, name }) => isFileName(name, purpose), 'suggests no plain name'),
    ),
    ['main'],
  ),
  'card.answer': answers<null>()(
    v.strictObject({
      answer: v.picklist<readonly CardAnswer[]>(['pause', 'breath', 'note', 'notNow']),
    }),
    ['card'],
  ),
  'device.get': answers<Device>()(nothing, windowNames),
  /** Saves what is given, applies it at once, and tells every window. */
  'device.set': answers<Device>()(
    change({
      language: v.optional(v.picklist(languages)),
      theme: v.optional(v.picklist(themes)),
      motion: v.optional(v.picklist(motions)),
      dim: v.optional(v.boolean()),
      lockMinutes: v.optional(v.picklist(lockMinutes)),
      blankAway: v.optional(v.boolean()),
      startAtLogin: v.optional(v.boolean()),
      pauseLast: v.optional(pauseKind),
      pauseLastMs: v.optional(plannedMs),
      ownPatterns: v.optional(list(ownPatternId, mostOwnPatterns)),
      pausesOff: v.optional(list(pauseKind, mostKinds)),
      chooseFrom: v.optional(list(pauseKind, mostKinds)),
      sound: v.optional(v.boolean()),
      volume: v.optional(v.picklist(volumes)),
      soundOutput: v.optional(
        v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longestOutputLabel))),
      ),
      breakEveryMin: v.optional(v.nullable(v.picklist(breakMinutes))),
      eyeRestEveryMin: v.optional(v.nullable(v.picklist(eyeRestMinutes))),
      safetyRead: v.optional(v.boolean()),
      holdsRead: v.optional(v.boolean()),
      noTrayTold: v.optional(v.boolean()),
      unplacedTold: v.optional(v.boolean()),
      linkOn: v.optional(v.boolean()),
      microphone: v.optional(v.boolean()),
      connectTold: v.optional(v.boolean()),
      shortcuts: v.optional(
        v.strictObject({
          mark: shortcut,
          hide: shortcut,
          pause: shortcut,
          note: shortcut,
          checkIn: shortcut,
        }),
      ),
    }),
    ['main', 'pause'],
  ),
} as const

export type { Contact, Details, DeviceChoices, FilePurpose, IncidentEntry, Incidents, Period }
export type { LoggedDecision, PlanAction, PlanWhen, PlanMark, PlanWill }
export type { Beginning, MarkKind, ShiftKind, SpellAnswer, SpellQuestion, Weeks }
export type { Question, Settings, TypeChoice, TypeChoices, Work }

export type VaultDoor = typeof vaultDoor
export type ShellDoor = typeof shellDoor
export type Door = VaultDoor | ShellDoor
export type Input<D extends Door, M extends keyof D> =
  D[M] extends Method<infer I, unknown> ? I : never
export type Output<D extends Door, M extends keyof D> =
  D[M] extends Method<unknown, infer O> ? O : never

export const errorCodes = [
  'unknown-method',
  'bad-input',
  'no-right',
  'foreign-sender',
  'no-journal',
  'locked',
  'exists',
  'wrong-secret',
  'damaged',
  'newer',
  'busy',
  'read-only',
  'disk-full',
  'words-off',
  'no-note',
  'no-plan',
  'plans-full',
  'no-shift',
  'too-late',
  'no-grant',
  'no-folder',
  'no-rights',
  'other-place',
  'to-come',
  'sealed-full',
  'failed',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export interface Request {
  id: number
  method: string
  input: unknown
}
export type Answer =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: { code: ErrorCode; message: string } }

/** What a window may hear without asking. */
export type WindowEvent = { event: 'journal'; state: JournalState } | { event: 'changed' }

export interface JournalStatus {
  state: JournalState
  hasRecoveryKey: boolean
  /** Pauses that wait in memory until a journal is open. */
  waiting: number
}
export interface OpenedJournal {
  /** `lost-writes`: the file is older than what was once acknowledged (design.md, "Opening"). */
  notice: 'lost-writes' | null
  /** Of what was sealed: how many files can't be read and were kept aside. */
  unreadable: number
  /** The key for sealing was not this journal's, or was damaged; it was put right. */
  swapped: boolean
}
export interface NoteDraft {
  id: string
  step: 'difficulty' | 'type' | 'words'
  difficulty: Difficulty | null
  type: TypeId | null
  words: string
  asked?: Ask | null | undefined
}
export interface NoteStart {
  /** An id for the note to come, or the draft's own. */
  id: string
  /** When the call was, and whether that is the time at which it was marked. */
  at: Instant
  /** The agent's eight most used types first. */
  types: TypeId[]
  /** How they are called, hidden ones too. */
  named: TypeChoice[]
  /** What the agent mostly does: it names what the note is about. */
  work: Work
  words: Settings['words']
  draft: NoteDraft | null
  /** What a hard note asks once; null where there is no time for a question. */
  ask: Ask | null
  /** Whether it may say that one can stop writing. */
  stopLine: Settings['stopLine']
  /** While the journal is locked: what the note is sealed with. */
  seal: SealingKey | null
}
export interface JournalNote {
  /** Where it stands: `before` of the page that comes after it. */
  place: number
  id: string
  shiftId: string
  shiftDate: string
  at: Instant
  /** The zone in which it was written. */
  zone: string
  difficulty: Difficulty
  type: TypeId | null
  channel: Channel | null
  /** Null where words are off at this desk. */
  words: string | null
  /** What to try next time; null where words are off at this desk. */
  nextTime: string | null
  /** Whether there is any word, shown or not. */
  hasWords: boolean
  /** What the words answer, where something was asked. */
  asked: Ask | null
  edited: boolean
  /** Written later than it was. */
  addedLater: boolean
}
export interface JournalPage {
  notes: JournalNote[]
  hasMore: boolean
}
/** What is left on the disk after words were dropped or a note was deleted: at best nothing. */
export type DroppedWords = Forgotten
export interface KeptWords {
  notes: number
  /** Whether an unfinished note has words, too. */
  draft: boolean
}
export interface IncidentWords {
  words: string
  /** Which kinds of a customer's data were blanked in it. */
  blanked: CustomerDataKind[]
}
export interface PauseStart {
  askTension: boolean
  withoutBreathFirst: boolean
}
export interface PausesTaken {
  /** The last fifty, newest first. */
  sessions: TodayPause[]
  /** Means of what was rated, to one decimal; null until there are ten rated pauses. */
  described: { count: number; before: number; after: number } | null
}
export interface TodayPause {
  id: string
  at: Instant
  kind: PauseKind
  elapsedMs: number
  ended: 'completed' | 'stopped'
}
export interface Today {
  /** Local date on which the open shift began, `2026-11-22`; null between shifts. */
  shiftDate: string | null
  notes: number
  /** How many of them may be named here: good calls (src/notes/brooding.ts). */
  goodNotes: number
  pauses: TodayPause[]
  checkIn: { stress: number; energy: number } | null
  hasRecoveryKey: boolean
  /** The one question that begins to matter now, or null. */
  question: Question | null
}
/** An if-then plan. Own words are null where words are off at this desk. */
export interface Plan {
  id: string
  when: Exclude<PlanWhen, { by: 'words' }> | { by: 'words'; words: string | null }
  will: Exclude<PlanWill, { by: 'words' }> | { by: 'words'; words: string | null }
  state: 'active' | 'resting'
  /** In how many shifts it was marked as used, and in how many of those marked it came up at all. */
  used: number
  cameUp: number
  /** What became of it in the open shift; null where that isn't marked. */
  mark: PlanMark | null
}
export interface Plans {
  /** Oldest first. */
  plans: Plan[]
  /** The plan to rehearse in this shift, and whether that was taken or skipped; null where none is. */
  today: { id: string; offered: boolean } | null
}
/** The start and the end of a shift. Times, answers and good things: nothing of a hard entry. */
export interface ShiftCards {
  /** Null where it is not on Today: the shift has run for a while, or there is no journal. */
  start: ShiftStart | null
  /** Null between shifts. */
  end: ShiftEnd | null
}
export interface ShiftStart {
  /** Null until the first answer. */
  step: StartStep | null
  rested: Rested | null
  /** The one of the two whose turn it is; null for neither. */
  moment: StartMoment | null
}
export interface ShiftEnd {
  shiftId: string
  /** Null while the agent hasn't begun it, or goes on with the shift. */
  step: EndStep | null
  /** The last rating at the end. */
  rating: { stress: number; energy: number } | null
  /** Marked and not noted, oldest first; times only. */
  unnoted: UnnotedCall[]
  /** Whether something that went right came to mind; null until that was asked. */
  came: boolean | null
  /** What it was; null where words are off at this desk. */
  words: string | null
  /** Which of the things that do the agent good has its turn, and which was picked. */
  recharge: { offered: string | null; picked: string | null }
}
export interface RechargeItem {
  id: string
  /** Null for Lull's own, which have names. */
  words: string | null
  picked: boolean
}
export interface RightPage {
  rights: { shiftId: string; shiftDate: string; openedAt: Instant; words: string }[]
  hasMore: boolean
}
export interface TrendShift {
  id: string
  shiftDate: string
  /** 0 to 10; null when the shift wasn't rated. */
  stress: number | null
  energy: number | null
  /** What gives the value; the agent's own check-ins are drawn hollow. */
  ratedBy: CheckInKind | null
  /** Everything in it was added later: drawn hollow too. */
  addedLater: boolean
  kind: ShiftKind
  /** The slow average after this shift; null before a baseline, and where nothing was logged. */
  line: number | null
  /** Its notes: hard, ok and good calls, by number. */
  hard: number
  ok: number
  good: number
}
/** What the watch on stress says (statistics.md, section 3). */
export interface WatchNow {
  /** `too-few`: fewer than 5 logged shifts in the last 28 days. */
  says: WatchSays | 'too-few'
  /** How the weeks before were, by the agent; null where nobody said. */
  began: Beginning | null
  /** Usual shifts so far, and how many more of the first ones are only shown. */
  collected: number
  toSkip: number
  /** Where eight of ten usual shifts lie, 0 to 10; null before there is a baseline. */
  usual: { low: number; high: number; average: number; from: string } | null
  /** Where a rise or a fall began that is told now. */
  since: ShiftPlace | null
  /** Where eight of ten shifts since then lie. */
  lately: { low: number; high: number } | null
  /** Within the first 60 judged shifts: a fall may be a hard beginning that eased. */
  isEarly: boolean
  /** A rise is told, and nobody chose what to do about it yet. */
  doorsOpen: boolean
  /** The spell has lasted 40 logged shifts, and nobody was asked yet. */
  asksNewUsual: boolean
  /** Where the agent let the usual begin anew, last. */
  anew: ShiftPlace | null
}
export interface ShiftPlace {
  shiftId: string
  shiftDate: string
}
/** What went on around the work, from one local date to another, both included. */
export interface ContextMark {
  id: string
  kind: MarkKind
  from: string
  to: string
}
export interface Trends {
  weeks: Weeks
  /** The date on the wall. */
  today: string
  /** Oldest first; every shift of the period, logged or not. */
  shifts: TrendShift[]
  watch: WatchNow
  marks: ContextMark[]
}
/** From device.json: plain, nothing personal, there while the journal is locked. */
export interface Device extends DeviceChoices {
  /** Null where Lull can't be started at login: from a stick, or unpacked. */
  startAtLogin: boolean | null
  /**
   * Why the choices are back at their beginning: the old file couldn't be read, or a newer Lull wrote
   * it, and it is kept beside the new one; or it is in the way, for it could not be put aside.
   * `pattern`: only an own pattern couldn't be read, and all other choices are as they were.
   */
  notice: 'broken' | 'newer' | 'in-the-way' | 'pattern' | null
}

export type PauseWanted = v.InferOutput<typeof pauseWanted>
export interface PauseOpened {
  /** Null: the one that was taken last. */
  wanted: PauseWanted | null
  /** A call is running: nothing may sound. */
  call: boolean
}
/** What a window may hear from the shell without asking. */
export type ShellEvent =
  | { event: 'device'; device: Device }
  | { event: 'call'; running: boolean }
  /** Everything is being hidden: keep what there is, and close. */
  | { event: 'leave' }
  /** The computer goes to sleep. */
  | { event: 'sleep' }
  | { event: 'shortcuts'; states: ShortcutStates }
  /** Nothing uncalled is offered for a while; or again. */
  | { event: 'quiet'; on: boolean }
  | { event: 'connect'; connect: Connect }
  /** The pause window is asked for once more, for this pause or the last one. */
  | { event: 'wanted'; wanted: PauseWanted | null }
  /** The main window is asked for once more, for this page. */
  | { event: 'page'; page: OpenPage; technique: TechniqueId | null }

/** The bridge that the preload lays: no logic, only the two doors. */
export interface Bridge {
  /** Calls the shell's door. */
  shell(request: Request): Promise<Answer>
  /** Sends to the vault over this window's port; kept until the port is there. */
  send(request: Request): void
  /** Hears answers and events from the vault; `null` when the port has closed. */
  listen(heard: (message: Answer | WindowEvent | null) => void): void
  /** Hears what the shell tells unasked. */
  onShell(heard: (event: ShellEvent) => void): void
}

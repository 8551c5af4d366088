/** What a journal holds, as it is taken out, brought in and put together with another one. */
import { isPauseKind } from '../breathing/kinds.ts'
import { callSources, channels as callChannels, longestSeconds } from '../calls/signal.ts'
import {
  checkInKinds,
  endSteps,
  isRechargeName,
  longestRecharge,
  longestRight,
  restedValues,
  startMoments,
  startSteps,
} from '../checkins/kinds.ts'
import { arounds, bodySigns, someIn, textOf, workloads } from '../checkins/said.ts'
import { techniqueIds } from '../guidance/guide.ts'
import { longestTypeName, mostTypesKept } from '../guidance/own-types.ts'
import { difficulties, isLullType, isOwnType } from '../guidance/types.ts'
import { asks } from '../notes/brooding.ts'
import {
  channels,
  feelingWords,
  mostMinutes,
  outcomes,
  reactions,
  triggers,
} from '../notes/kinds.ts'
import { longestWords } from '../notes/words.ts'
import { longestPlanWords, planActions, planMarks, situationTypes } from '../plans/kinds.ts'
import {
  isPick,
  isPlanPick,
  longestWeekWords,
  weekSteps,
  type WeekQuestion,
} from '../review/kinds.ts'
import { answersIn, textOf as answersText, topStep } from '../selfcheck/items.ts'
import { contactKinds, longestContact } from '../support/kinds.ts'
import { markKinds, spellAnswers, spellQuestions } from '../trends/kinds.ts'
import { shiftKinds } from '../trends/watch.ts'
import { isUuidv7 } from '../uuid.ts'

/** What stands in one column. Lists are only in notes: what set it off, and what was done. */
export type Value = string | number | null | readonly string[] | readonly Verdict[]
export interface Verdict {
  technique: string
  verdict: string
}
export type Row = Readonly<Record<string, Value>>

/** What a column may hold. */
export type Column = {
  /** May be null as well. */
  optional?: true
  /** The agent's own words: what is dropped leaves these. */
  words?: true
} & (
  | { is: 'text'; longest: number }
  /** Empty, or a line as it may be typed (src/words/line.ts): so many signs at most, and not UTF-16 units as a text. */
  | { is: 'line'; longest: number }
  /** A text that is exactly one of these, or that a rule takes. */
  | { is: 'name'; of: readonly string[] | ((text: string) => boolean) }
  | { is: 'number'; from: number; to: number }
  /** Milliseconds since 1970; none lies more than a day ahead. */
  | { is: 'instant' }
  /** A day from 1970 on; what it may be beside other columns, `rules` in src/transfer/file.ts say. */
  | { is: 'date' }
  | { is: 'zone' }
  | { is: 'names'; of: readonly string[] }
  | { is: 'verdicts' }
)

/**
 * How two rows of one key become one: `latest` takes the greater (rev, edited_at, content);
 * `joined` takes of each column the greater value, or the smaller where `least` names it, null being
 * less than everything; `whole` takes the greater row.
 */
export type Together = 'latest' | 'joined' | 'whole'

export interface Table {
  columns: Readonly<Record<string, Column>>
  /** What makes a row this one. */
  key: readonly string[]
  together: Together
  least?: readonly string[]
  /** Which column names a row of which other table. */
  parents?: Readonly<Record<string, string>>
}

const id: Column = { is: 'name', of: isUuidv7 }
const instant: Column = { is: 'instant' }
const mayBe = (column: Column): Column => ({ ...column, optional: true })
const oneOf = (of: readonly string[]): Column => ({
  is: 'name',
  of,
})
const number = (from: number, to: number): Column => ({ is: 'number', from, to })
const words = (longest: number): Column => ({ is: 'text', longest, words: true })
const line = (longest: number): Column => ({ is: 'line', longest, words: true })
const flag = number(0, 1)
const type: Column = {
  is: 'name',
  of: (text) => isLullType(text) || isOwnType(text),
}
const pick = (question: WeekQuestion): Column =>
  mayBe({ is: 'name', of: (text) => isPick(question, text) })
const often = number(0, 1e9)
/** How often a row was written, and when last. */
const written = { rev: number(1, 1e9), edited_at: instant } as const
const inShift = { shift_id: 'shift' } as const

export const tables = {
  shift: {
    columns: {
      id,
      shift_date: { is: 'date' },
      zone: { is: 'zone' },
      opened_at: instant,
      last_at: instant,
      made_later: flag,
    },
    key: ['id'],
    together: 'joined',
    least: ['opened_at', 'made_later'],
  },
  call: {
    columns: {
      id,
      shift_id: id,
      started_at: mayBe(instant),
      ended_at: mayBe(instant),
      marked_at: mayBe(instant),
      left_at: mayBe(instant),
      zone: { is: 'zone' },
      source: oneOf(callSources),
      channel: mayBe(oneOf(callChannels)),
      seconds: mayBe(number(0, longestSeconds)),
      note_id: mayBe(id),
    },
    key: ['id'],
    together: 'joined',
    parents: inShift,
  },
  call_count: {
    columns: {
      shift_id: id,
      calls: often,
      marked: often,
      hooked: often,
      timed: often,
      talk_ms: number(0, 1e12),
    },
    key: ['shift_id'],
    together: 'joined',
    parents: inShift,
  },
  note: {
    columns: {
      id,
      shift_id: id,
      at: instant,
      zone: { is: 'zone' },
      difficulty: number(difficulties[0], difficulties.length),
      type: mayBe(type),
      channel: mayBe(oneOf(channels)),
      minutes: mayBe(number(0, mostMinutes)),
      triggers: { is: 'names', of: triggers },
      techniques: { is: 'verdicts' },
      outcome: mayBe(oneOf(outcomes)),
      reaction: mayBe(oneOf(reactions)),
      pleasant: mayBe(number(0, 100)),
      stirred: mayBe(number(0, 100)),
      feeling: mayBe(oneOf(feelingWords)),
      asked: mayBe(oneOf(asks)),
      added_later: flag,
      words: words(longestWords),
      next_time: words(longestWords),
      ...written,
    },
    key: ['id'],
    together: 'latest',
    parents: inShift,
  },
  guide_card: {
    columns: { note_id: id, shift_id: id, technique: oneOf(techniqueIds), at: instant },
    key: ['note_id'],
    together: 'whole',
    parents: inShift,
  },
  checkin: {
    columns: {
      id,
      shift_id: id,
      at: instant,
      zone: { is: 'zone' },
      stress: number(0, 10),
      energy: number(0, 10),
      kind: oneOf(checkInKinds),
      workload: mayBe(oneOf(workloads)),
      around: { is: 'name', of: (text) => text === textOf(arounds, someIn(arounds, text)) },
      body: { is: 'name', of: (text) => text === textOf(bodySigns, someIn(bodySigns, text)) },
      feeling: mayBe(oneOf(feelingWords)),
      words: words(longestWords),
      added_later: flag,
      ...written,
    },
    key: ['id'],
    together: 'latest',
    parents: inShift,
  },
  pause: {
    columns: {
      id,
      shift_id: id,
      at: instant,
      zone: { is: 'zone' },
      pattern: { is: 'name', of: isPauseKind },
      elapsed_ms: number(0, 1e9),
      planned_ms: number(0, 1e9),
      ended: oneOf(['completed', 'stopped']),
      before: mayBe(number(0, 10)),
      after: mayBe(number(0, 10)),
      chosen: oneOf(['me', 'chance']),
      ...written,
    },
    key: ['id'],
    together: 'latest',
    parents: inShift,
  },
  shift_card: {
    columns: {
      shift_id: id,
      start_step: mayBe(oneOf(startSteps)),
      rested: mayBe(number(1, restedValues.length)),
      moment: mayBe(oneOf(startMoments)),
      end_step: mayBe(oneOf(endSteps)),
      ended_at: mayBe(instant),
      came: mayBe(flag),
      words: words(longestRight),
      recharge: mayBe({
        is: 'name',
        of: (text) => isRechargeName(text) || isUuidv7(text),
      }),
      ...written,
    },
    key: ['shift_id'],
    together: 'latest',
    parents: inShift,
  },
  shift_kind: {
    columns: { shift_id: id, kind: oneOf(shiftKinds), ...written },
    key: ['shift_id'],
    together: 'latest',
    parents: inShift,
  },
  watch_answer: {
    columns: {
      shift_id: id,
      question: oneOf(spellQuestions),
      answer: oneOf(spellAnswers),
      ...written,
    },
    key: ['shift_id', 'question'],
    together: 'latest',
    parents: inShift,
  },
  energy_answer: {
    columns: {
      shift_id: id,
      question: oneOf(spellQuestions),
      answer: oneOf(spellAnswers),
      ...written,
    },
    key: ['shift_id', 'question'],
    together: 'latest',
    parents: inShift,
  },
  plan: {
    columns: {
      id,
      type: mayBe(oneOf(situationTypes)),
      situation: line(longestPlanWords),
      action: mayBe(oneOf(planActions)),
      will: line(longestPlanWords),
      state: oneOf(['active', 'resting', 'gone']),
      made_at: instant,
      ...written,
    },
    key: ['id'],
    together: 'latest',
  },
  plan_use: {
    columns: {
      plan_id: id,
      shift_id: id,
      offered_at: mayBe(instant),
      mark: mayBe(oneOf(planMarks)),
      ...written,
    },
    key: ['plan_id', 'shift_id'],
    together: 'latest',
    parents: { ...inShift, plan_id: 'plan' },
  },
  review: {
    columns: {
      week_from: { is: 'date' },
      step: oneOf(weekSteps),
      helped: pick('helped'),
      helped_words: words(longestWeekWords),
      good: pick('good'),
      good_words: words(longestWeekWords),
      mine: pick('mine'),
      mine_words: words(longestWeekWords),
      theirs: pick('theirs'),
      theirs_words: words(longestWeekWords),
      plan: mayBe({ is: 'name', of: isPlanPick }),
      ...written,
    },
    key: ['week_from'],
    together: 'latest',
  },
  recharge: {
    columns: {
      id: {
        is: 'name',
        of: (text) => isRechargeName(text) || isUuidv7(text),
      },
      words: words(longestRecharge),
      picked: flag,
      ...written,
    },
    key: ['id'],
    together: 'latest',
  },
  note_type: {
    columns: {
      id: type,
      name: line(longestTypeName),
      hidden: flag,
      gone: flag,
      position: number(0, mostTypesKept),
      ...written,
    },
    key: ['id'],
    together: 'latest',
  },
  selfcheck: {
    columns: {
      id,
      month: { is: 'name', of: (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text) },
      begun_at: instant,
      zone: { is: 'zone' },
      finished_at: mayBe(instant),
      answers: { is: 'name', of: (text) => text === answersText(answersIn(text)) },
      gone: flag,
      ...written,
    },
    key: ['id'],
    together: 'latest',
  },
  selfcheck_week: {
    columns: {
      on_date: { is: 'date' },
      value: mayBe(number(0, topStep)),
      at: instant,
      zone: { is: 'zone' },
      ...written,
    },
    key: ['on_date'],
    together: 'latest',
  },
  context_mark: {
    columns: {
      id,
      kind: oneOf(markKinds),
      from_date: { is: 'date' },
      to_date: { is: 'date' },
      gone: flag,
      ...written,
    },
    key: ['id'],
    together: 'latest',
  },
  support_contact: {
    columns: {
      kind: oneOf(contactKinds),
      name: words(longestContact),
      reach: words(longestContact),
      ...written,
    },
    key: ['kind'],
    together: 'latest',
  },
  gone: {
    // An entry, a shift or a week.
    columns: {
      id: { is: 'name', of: (text) => isUuidv7(text) || /^\d{4}-\d{2}-\d{2}$/.test(text) },
      what: oneOf(['note', 'words']),
      at: instant,
    },
    key: ['id'],
    together: 'joined',
    least: ['what'],
  },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)
/** Parents before what hangs on them. */
export const tableNames: readonly TableName[] = Object.keys(tables).filter(isTableName)
export const tableOf = (name: TableName): Table => tables[name]

/** Everything of a journal that is the agent's, by table. */
export type Contents = Readonly<Record<TableName, readonly Row[]>>

/** What isn't taken out, and why: a test holds this list and the one above against the journal. */
export const leftBehind: Readonly<Record<string, string>> = {
  draft: 'the note being written stays at the desk where it is written',
  setting: 'stands beside the tables: only an empty journal takes it',
  leaving: 'work that this journal has still to do on its own copies',
  prompt_decision: 'why Lull did or didn’t ask: seven days, and only for this desk',
  seal: 'a key of this journal’s',
  sealed_taken: 'which sealed files this journal has taken in',
  shift_summary: 'worked out anew from the entries',
  watch_row: 'worked out anew from the entries',
  energy_row: 'worked out anew from the entries',
  note_trigger: 'stands in its note',
  note_technique: 'stands in its note',
  note_words: 'the index, built anew',
  note_terms: 'the index, built anew',
  journal_seq: 'counts the writes of this file',
}

/** A row's key as one text. */
export const keyOf = (table: Table, row: Row): string =>
  table.key.map((column) => JSON.stringify(row[column] ?? null)).join(' ')

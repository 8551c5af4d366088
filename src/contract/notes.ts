import * as v from 'valibot'
import { type TechniqueId, techniqueIds } from '../guidance/guide.ts'
import type { TypeChoice } from '../guidance/own-types.ts'
import { difficulties, type Difficulty, type TypeId } from '../guidance/types.ts'
import { type Ask, asks } from '../notes/brooding.ts'
import {
  type Channel,
  channels,
  type Details,
  feelingWords,
  mostMinutes,
  outcomes,
  reactions,
  triggers,
  verdicts,
} from '../notes/kinds.ts'
import {
  hasHeader,
  isSealedLength,
  longestSealed,
  type SealingKey,
} from '../notes/sealed-format.ts'
import { longestQuery } from '../notes/search.ts'
import { areWords } from '../notes/words.ts'
import type { Forgotten, Instant } from '../ports.ts'
import type { Settings, Work } from '../settings/choices.ts'
import { answers } from './method.ts'
import { id, list, localDay, nothing, timeOfDay, typeId } from './schemas.ts'

const words = v.pipe(v.string(), v.check(areWords, 'can’t be kept as they are'))

function isSealed(text: string): boolean {
  try {
    const bytes = Uint8Array.fromBase64(text)
    return isSealedLength(bytes.length) && hasHeader(bytes)
  } catch {
    return false
  }
}

/** Which question stood over a note's words; left out where nothing was asked. */
const asked = v.optional(v.nullable(v.picklist(asks)))

/** Where in the journal: notes before this one are older. */
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const hundredths = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)))

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

/** The note after a call, and the journal of them. */
export const noteMethods = {
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
  /** How many notes and check-ins have words, shown at this desk or not. */
  'words.kept': answers<KeptWords>()(nothing, ['main']),
  /** Takes the words of all of them and of the draft out; the numbers stay. */
  'words.drop': answers<DroppedAllWords>()(v.strictObject({ sure: v.literal(true) }), ['main']),
  /** Takes that back, within 8 s. */
  'words.undo': answers<null>()(nothing, ['main']),
  /** The one technique to show after this note; it counts as shown. Null for none (guidance/card.ts). */
  'guide.card': answers<{ technique: TechniqueId | null }>()(v.strictObject({ id }), ['note']),
} as const

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

/** The same of all words at once, and of how many entries they were. */
export interface DroppedAllWords extends DroppedWords {
  notes: number
  checkIns: number
  /** Shifts and weeks of which something was written. */
  others: number
}

export interface KeptWords {
  notes: number
  checkIns: number
  /** Shifts and weeks of which something was written. */
  others: number
  /** Whether an unfinished note has words, too. */
  draft: boolean
}

import * as v from 'valibot'
import { checkInKinds, type CheckInKind } from '../checkins/kinds.ts'
import { arounds, bodySigns, workloads, type CheckInDetails } from '../checkins/said.ts'
import { feelingWords } from '../notes/kinds.ts'
import { areWords } from '../notes/words.ts'
import type { Instant } from '../ports.ts'
import { answers } from './method.ts'
import type { DroppedWords } from './notes.ts'
import { id, instant, list, localDay, rating, timeOfDay } from './schemas.ts'

const details: v.GenericSchema<unknown, CheckInDetails> = v.strictObject({
  workload: v.nullable(v.picklist(workloads)),
  around: list(v.picklist(arounds), arounds.length),
  body: list(v.picklist(bodySigns), bodySigns.length),
  feeling: v.nullable(v.picklist(feelingWords)),
})

/** The stress log: two numbers first, and all else later. */
export const checkInMethods = {
  'checkin.save': answers<{ id: string }>()(
    v.strictObject({
      stress: rating,
      energy: rating,
      /** The agent's own, where it isn't said. */
      kind: v.optional(v.picklist(checkInKinds)),
    }),
    ['main'],
  ),
  /** Newest first, fifty at a time, from before this one on. */
  'checkin.list': answers<CheckInPage>()(
    v.strictObject({ before: v.nullable(v.strictObject({ at: instant, id })) }),
    ['main'],
  ),
  'checkin.get': answers<CheckInEntry>()(v.strictObject({ id }), ['main']),
  /** One of an earlier time, by a date and a time on the wall. A time to come is refused. */
  'checkin.add': answers<CheckInEntry>()(
    v.strictObject({ id, date: localDay, time: timeOfDay, stress: rating, energy: rating }),
    ['main'],
  ),
  /** `words: null` leaves them as they are; where words are off there is nothing else. */
  'checkin.edit': answers<null>()(
    v.strictObject({
      id,
      stress: rating,
      energy: rating,
      words: v.nullable(v.pipe(v.string(), v.check(areWords, 'can’t be kept as they are'))),
      details: v.optional(details),
    }),
    ['main'],
  ),
  'checkin.dropWords': answers<DroppedWords>()(v.strictObject({ id }), ['main']),
  'checkin.delete': answers<DroppedWords>()(v.strictObject({ id }), ['main']),
  /** Takes `dropWords` or `delete` back, within 8 s. */
  'checkin.undo': answers<null>()(v.strictObject({ id }), ['main']),
} as const

export interface CheckInEntry {
  id: string
  shiftId: string
  shiftDate: string
  at: Instant
  /** The zone in which it was entered. */
  zone: string
  kind: CheckInKind
  /** Both 0 to 10. */
  stress: number
  energy: number
  details: CheckInDetails
  /** Null where words are off at this desk. */
  words: string | null
  /** Whether there is any word, shown or not. */
  hasWords: boolean
  /** Entered later than it was. */
  addedLater: boolean
}
export interface CheckInPage {
  checkIns: CheckInEntry[]
  hasMore: boolean
}

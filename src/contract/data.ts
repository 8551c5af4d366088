import * as v from 'valibot'
import { longestTypeName, mostTypesKept } from '../guidance/own-types.ts'
import type { FileProblem } from '../transfer/file.ts'
import { csvTables } from '../transfer/kinds.ts'
import type { LookedAt } from '../transfer/transfer.ts'
import { mostUnits } from '../words/line.ts'
import { secretOfPerson } from './keys.ts'
import { answers } from './method.ts'
import { grant, id, nothing } from './schemas.ts'

const said = v.pipe(v.string(), v.maxLength(200))
const saidOfType = v.pipe(v.string(), v.maxLength(mostUnits(longestTypeName)))

/** What is there, taken out, brought in, and deleted as a whole. */
export const dataMethods = {
  'data.about': answers<DataAbout>()(nothing, ['main']),
  /** Writes everything to the place that the agent chose for it. */
  'data.out': answers<null>()(
    v.strictObject({
      grant,
      taken: v.variant('as', [
        v.strictObject({ as: v.literal('json') }),
        /** The journal itself, with its keys. */
        v.strictObject({ as: v.literal('encrypted') }),
        v.strictObject({
          as: v.literal('csv'),
          table: v.picklist(csvTables),
          withWords: v.boolean(),
        }),
        v.strictObject({
          as: v.literal('markdown'),
          withWords: v.boolean(),
          say: v.strictObject({
            title: said,
            shift: said,
            note: said,
            checkIn: said,
            nextTime: said,
            wentRight: said,
            week: said,
            helped: said,
            good: said,
            mine: said,
            theirs: said,
            noType: said,
            types: v.pipe(
              v.record(v.pipe(v.string(), v.maxLength(60)), saidOfType),
              v.check(
                (types) => Object.keys(types).length <= mostTypesKept,
                'names too many types',
              ),
            ),
          }),
        }),
      ]),
    }),
    ['main'],
  ),
  /** Reads the file that the agent chose, and says what bringing it in would do. */
  'data.look': answers<Looked>()(v.strictObject({ grant }), ['main']),
  /**
   * Opens an encrypted file that was looked at, once. Null where it could be: what came of it, also what is wrong
   * with it, `data.found` says.
   */
  'data.openFile': answers<null>()(v.strictObject({ secret: secretOfPerson }), ['unlock']),
  /** What came of the last look; null while nothing has. */
  'data.found': answers<Looked | null>()(nothing, ['main']),
  /** Brings in what was looked at: all of it or nothing, after a copy was made. */
  'data.bring': answers<LookedAt>()(v.strictObject({ id }), ['main']),
  'data.leave': answers<null>()(nothing, ['main']),
  /** Deletes the journal, its keys and its copies. Nothing brings them back. */
  'data.wipe': answers<null>()(v.strictObject({ sure: v.literal(true) }), ['main']),
} as const

export interface DataAbout {
  folder: string
  /** The journal with all that belongs to it. */
  bytes: number
  /** Older copies that Lull has made. */
  copies: number
  /** Null while nothing is open. */
  holds: {
    shifts: number
    notes: number
    checkIns: number
    pauses: number
    from: string | null
  } | null
}
/** `found` is null where the file is encrypted: what opens it is asked for in the window for secrets. */
export type Looked = { problem: FileProblem } | { problem: null; found: LookedAt | null }

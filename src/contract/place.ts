import * as v from 'valibot'
import type { Place } from '../place/kinds.ts'
import type { MoveProblem } from '../ports.ts'
import { answers } from './method.ts'
import { nothing } from './schemas.ts'

/** Where the journal lies, at the shell's door: main knows folders, and never a word of what is in them. */
export const shellPlace = {
  'place.get': answers<PlaceNow>()(nothing, ['main']),
  /** Asks for a folder in the system's own dialog, or takes the usual one, and says what it is; null where none was chosen. */
  'place.ask': answers<PlaceAsked | null>()(
    v.strictObject({ to: v.picklist(['chosen', 'usual']) }),
    ['main'],
  ),
  /** Moves the journal there, once it was said what it is. The journal locks for it, moved or not. */
  'place.move': answers<null>()(v.strictObject({ id: v.pipe(v.string(), v.uuid()) }), ['main']),
  /** Asks for the folder that the journal lies in by now, where it isn't at its place. */
  'place.find': answers<{ found: FoundPlace } | null>()(nothing, ['unlock']),
  /** Forgets a place that isn't there, and deletes nothing: the next journal begins where Lull puts it. */
  'place.forget': answers<null>()(v.strictObject({ sure: v.literal(true) }), ['unlock']),
} as const

/** What is in a folder that was shown: a journal, none, or one on a drive where it can't be opened. */
export type FoundPlace = 'there' | 'nothing' | 'network'

export interface PlaceNow {
  place: Place
  /** It lies where Lull puts it. */
  isUsual: boolean
}

export interface PlaceAsked {
  id: string
  /** Where the journal would lie. */
  folder: string
  place: Place
  /** Why it can't; null where it can. */
  problem: MoveProblem | null
}

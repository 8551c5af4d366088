import * as v from 'valibot'
import type { CustomerDataKind } from '../notes/customer-data.ts'
import { type Incidents, lastDays } from '../notes/incident-kinds.ts'
import { answers } from './method.ts'
import { grant, id, localDay } from './schemas.ts'

const period = v.variant('kind', [
  v.strictObject({ kind: v.literal('last'), days: v.picklist(lastDays) }),
  v.strictObject({ kind: v.literal('all') }),
  v.pipe(
    v.strictObject({ kind: v.literal('between'), from: localDay, to: localDay }),
    v.check(({ from, to }) => from <= to, 'ends before it begins'),
  ),
])

/** Two thousand entries, and room for the words of many. */
export const longestIncidentNote = 2_000_000

/** What was noted as abusive, for the agent’s own report. */
export const incidentMethods = {
  /** What was noted as abusive: when, how hard and how often. */
  'incident.list': answers<Incidents>()(v.strictObject({ period }), ['main']),
  /** The words of one of those, what looks like a customer's blanked. */
  'incident.words': answers<IncidentWords>()(v.strictObject({ id }), ['main']),
  /** Writes a text to the place that the agent chose for it. */
  'incident.save': answers<null>()(
    v.strictObject({ grant, text: v.pipe(v.string(), v.maxLength(longestIncidentNote)) }),
    ['main'],
  ),
} as const

export interface IncidentWords {
  words: string
  /** Which kinds of a customer's data were blanked in it. */
  blanked: CustomerDataKind[]
}

import * as v from 'valibot'
import type { Checked, JournalFacts } from '../diagnostics/kinds.ts'
import { longestReport } from '../diagnostics/report.ts'
import { answers } from './method.ts'
import { grant, nothing } from './schemas.ts'

/** For a report that the agent reads, and takes along or not. They answer while the journal is locked, too. */
export const diagnosticsMethods = {
  'diagnostics.get': answers<JournalFacts>()(nothing, ['main']),
  /** Looks at every page of the open journal. */
  'diagnostics.check': answers<Checked>()(nothing, ['main']),
  /** Writes the report to the place that the agent chose for it. */
  'diagnostics.save': answers<null>()(
    v.strictObject({ grant, text: v.pipe(v.string(), v.maxLength(longestReport)) }),
    ['main'],
  ),
} as const

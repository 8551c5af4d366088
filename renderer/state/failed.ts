import { errorNameOf } from '../../src/diagnostics/error-names.ts'
import { doors } from './doors.ts'

/** Tells the shell which kind of error it was, and nothing of its text. `stays`: the rest of the page goes on. */
export const pageFailed = (thrown: unknown, stays: boolean): void => {
  doors.shell('page.failed', { error: errorNameOf(thrown), stays }).catch(() => {})
}

import type { diagnosticsMethods } from '../contract/diagnostics.ts'
import { createDiagnostics } from '../diagnostics/journal.ts'
import { magnitude, type Plain } from '../diagnostics/kinds.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Settings } from '../settings/choices.ts'
import type { Desk } from './desk.ts'

/** None of these needs an open journal but the check: a report is wanted most where it doesn't open. */
export const diagnosticsHandlers = ({
  open,
  rooms,
  state,
  grants,
  journal,
}: Desk): Handlers<Shapes<typeof diagnosticsMethods>> => ({
  'diagnostics.get': () => {
    const { bytes, copies } = journal.about()
    const opened = rooms()
    return {
      state: state(),
      kilobytes: magnitude(bytes / 1000),
      copies,
      lastCopy: journal.lastCopy(),
      inside:
        opened && createDiagnostics(opened.store).inside(plainSettings(opened.settings.get())),
    }
  },
  'diagnostics.check': () => createDiagnostics(open().store).check(),
  'diagnostics.save': ({ grant, text }, from) => {
    grants.take(grant, 'report', from)(text)
    return null
  },
})

/** Which are on; of a time only whether there is one. */
const plainSettings = (settings: Settings): Record<string, Plain> => ({
  words: settings.words,
  work: settings.work,
  gap: settings.gap,
  'shift start': settings.shiftStart !== null,
  'stop line': settings.stopLine,
  'card after a note': settings.cardAfterNote,
  'long calls': settings.longCalls,
  'quiet hours': settings.quietHours !== null,
  'full-screen work': settings.fullScreenWork,
  'moment at the start': settings.startMoment,
  'check-in reminders': settings.checkInReminders,
})

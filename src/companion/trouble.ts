import type { Companion } from '../companion.ts'
import { refusedEvent } from '../diagnostics/events.ts'
import type { Shell } from '../ports.ts'

/** The same answers; the shell hears, in codes alone, of those that tell of trouble. */
export const tellingTrouble =
  (answer: Companion['answer'], shell: Shell): Companion['answer'] =>
  async (from, message) => {
    const answered = await answer(from, message)
    const event = answered.ok ? null : refusedEvent(from, message, answered.error.code)
    if (event) shell.tell({ kind: 'trouble', event })
    return answered
  }

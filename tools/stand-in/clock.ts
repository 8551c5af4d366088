import FakeTimers from '@sinonjs/fake-timers'
import { setImmediate } from './real-time.ts'

/** The clock of this process: the real one, or one that only a test moves. */
export interface ProcessClock {
  /** Milliseconds to the next timer after the step, or null. */
  step(ms: number): Promise<number | null>
  settle(): Promise<void>
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))

/** Two turns of the event loop: what was asked before has been done, and what that asked for as well. */
async function settle(): Promise<void> {
  await turn()
  await turn()
}

export function installClock(): ProcessClock {
  if (process.env['LULL_CLOCK'] !== 'stepped') return { step: async () => null, settle }
  const clock = FakeTimers.install({
    now: new Date(process.env['LULL_CLOCK_START'] ?? '2026-03-02T09:00:00Z'),
    toFake: [
      'Date',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'performance',
      'Temporal',
      'Intl',
    ],
  })
  return {
    async step(ms) {
      await clock.tickAsync(ms)
      await settle()
      return null
    },
    settle,
  }
}

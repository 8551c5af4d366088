import type { Clock, Instant, Journal } from '../ports.ts'
import { errorOf } from '../refusal.ts'
import { daily } from './daily.ts'

/** Why a daily copy couldn't be made: a code of the contract's, the rest of which it can't be. */
export type CopyTrouble = 'disk-full' | 'read-only' | 'busy' | 'damaged' | 'failed'
const troubles = ['disk-full', 'read-only', 'busy', 'damaged'] as const

/** What was made or couldn't be is looked at once more, a moment later. */
const afterOneMs = 1000

export interface Copying {
  /** The journal is open. */
  begin(): void
  end(): void
  /** What stood against the last one; null once one could be made. */
  trouble(): CopyTrouble | null
}

interface CopyingPorts {
  clock: Clock
  journal: Pick<Journal, 'backUp' | 'copies'>
  callRuns: () => boolean
  /** A copy was made, or couldn't be. */
  changed: () => void
}

/** Makes a copy of the open journal each day, by the rule of daily.ts. Nobody is interrupted for it. */
export function createCopying({ clock, journal, callRuns, changed }: CopyingPorts): Copying {
  let openedAt = 0
  let failedAt: number | null = null
  let trouble: CopyTrouble | null = null
  let stop = () => {}

  const madeAt = (): Instant[] =>
    journal.copies.list().flatMap(({ kind, at }) => (kind === 'daily' ? [at] : []))

  function look() {
    stop = clock.after(makeIfDue(), look)
  }

  /** In how many milliseconds to look again. */
  function makeIfDue(): number {
    try {
      const said = daily({
        now: clock.now(),
        zone: clock.zone(),
        made: madeAt(),
        openMs: clock.elapsed() - openedAt,
        callRuns: callRuns(),
        failedMs: failedAt === null ? null : clock.elapsed() - failedAt,
      })
      if (!said.due) return said.againMs
      journal.backUp('daily', clock.zone())
      failedAt = null
      trouble = null
    } catch (error) {
      failedAt = clock.elapsed()
      trouble = troubleOf(error)
    }
    changed()
    return afterOneMs
  }

  return {
    begin() {
      stop()
      openedAt = clock.elapsed()
      failedAt = null
      trouble = null
      look()
    },
    end: () => stop(),
    trouble: () => trouble,
  }
}

function troubleOf(error: unknown): CopyTrouble {
  const { code } = errorOf(error)
  return troubles.find((each) => each === code) ?? 'failed'
}

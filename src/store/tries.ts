import { rmSync } from 'node:fs'
import * as v from 'valibot'
import type { Clock, Instant } from '../ports.ts'
import { readSmallFile, replaceFile } from './durable.ts'
import { StoreError } from './errors.ts'

/**
 * Slows whoever tries secrets at this screen, and nobody else: who has the files tries elsewhere, where
 * only the passphrase's own strength counts. That is said where it is shown.
 */
export interface Tries {
  /** How many milliseconds the next try must wait. */
  waitMs(): number
  /** Counts a try before it is made, so that ending Lull meanwhile saves none. Throws `wait`. */
  begin(): void
  /** It was the right secret. */
  succeed(): void
  /** It opened another file than the journal, and says nothing of who sits here: as if it hadn't been tried. */
  takeBack(): void
}

/** `at`: when the last one began. */
interface Failed {
  count: number
  at: Instant
}

/** How long after so many tries in a row the next one waits, in milliseconds. */
export const delayAfter = (count: number): number =>
  [0, 0, 0, 5_000, 15_000, 30_000, 60_000, 120_000][count] ?? 300_000

/** A clock that was set back gives nothing away, and doesn't lock anybody out: it waits the whole delay. */
export const waitAt = ({ count, at }: Failed, now: Instant): number =>
  Math.max(0, delayAfter(count) - Math.max(0, now - at))

/** Two numbers. */
const longestFile = 1000
const none: Failed = { count: 0, at: 0 }
const schema = v.object({
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

/** The tries are counted in a small file, so that they survive a restart. */
export function createTries(path: string, clock: Pick<Clock, 'now'>): Tries {
  let failed = read(path)
  let before = failed

  function waitMs() {
    const now = clock.now()
    if (failed.at > now) failed = { ...failed, at: now }
    return waitAt(failed, now)
  }

  function keep(now: Failed) {
    failed = now
    try {
      if (now.count === 0) rmSync(path, { force: true })
      else replaceFile(path, JSON.stringify(now), () => {})
    } catch {
      // It counts until Lull ends, and the opening says what is wrong; after that from what stands there.
    }
  }

  return {
    waitMs,
    begin() {
      if (waitMs() > 0)
        throw new StoreError('wait', 'That was tried a few times. The next try has to wait.')
      before = failed
      keep({ count: failed.count + 1, at: clock.now() })
    },
    succeed: () => keep(none),
    takeBack: () => keep(before),
  }
}

function read(path: string): Failed {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readSmallFile(path, longestFile) ?? ''))
    return parsed.success ? parsed.output : none
  } catch {
    return none
  }
}

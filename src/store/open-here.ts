import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Instant, OpenElsewhere } from '../ports.ts'
import { fileSize } from './durable.ts'

/**
 * `journal.open`: while a journal is open a small plain file beside it says on which computer, and since when, so
 * that a stick or a synced folder isn't written to at two desks. Nothing else stands in it.
 */
export interface OpenHere {
  /** Where another computer's stands: that journal is open there, or wasn't closed. */
  elsewhere(): OpenElsewhere | null
  begin(): void
  end(): void
}

const longest = 1024
const schema = v.object({
  computer: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  since: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
})

export function createOpenHere(path: string, computer: string, now: () => Instant): OpenHere {
  return {
    elsewhere() {
      const there = read(path)
      // An own one is what a crash has left.
      return there && there.computer !== computer ? there : null
    },
    // It protects nothing that is written here, so what the disk says of it stops nobody.
    begin: () => quietly(() => writeFileSync(path, textOf({ computer, since: now() }))),
    end: () => quietly(() => rmSync(path, { force: true })),
  }
}

const textOf = (here: OpenElsewhere): string => `${JSON.stringify(here)}\n`

/** Null also for what can't be read: a torn one says nothing. */
function read(path: string): OpenElsewhere | null {
  try {
    if ((fileSize(path) ?? longest + 1) > longest) return null
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // See above.
  }
}

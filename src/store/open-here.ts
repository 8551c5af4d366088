import { rmSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Instant, OpenElsewhere } from '../ports.ts'
import { dropPipe, readSmallFile } from './durable.ts'

/**
 * `journal.open`: while a journal is open a small plain file beside it says on which computer, and since when, so
 * that a stick or a synced folder isn't written to at two desks. A computer's name can change with its network, so the
 * computer's id (computer-id.ts) stands there as well. Nothing else does.
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
  /** Left out by an older Lull, and by one that is carried about. */
  id: v.optional(v.pipe(v.string(), v.uuid())),
})
type Note = v.InferOutput<typeof schema>

/** This computer: its name, and its id where it has one. */
export interface Computer {
  name: string
  id: string | null
}

export function createOpenHere(path: string, { name, id }: Computer, now: () => Instant): OpenHere {
  const isOwn = (there: Note) =>
    id === null || there.id === undefined ? there.computer === name : there.id === id
  return {
    elsewhere() {
      const there = read(path)
      // An own one is what a crash has left.
      return there && !isOwn(there) ? { computer: there.computer, since: there.since } : null
    },
    // It protects nothing that is written here, so what the disk says of it stops nobody.
    begin: () =>
      quietly(() => {
        dropPipe(path)
        writeFileSync(path, textOf({ computer: name, since: now(), ...(id !== null && { id }) }))
      }),
    end: () => quietly(() => rmSync(path, { force: true })),
  }
}

const textOf = (here: Note): string => `${JSON.stringify(here)}\n`

/** Null also for what can't be read: a torn one says nothing. */
function read(path: string): Note | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readSmallFile(path, longest) ?? ''))
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

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readSmallFile, replaceFile } from './durable.ts'

/*
 * `computer.json` in Lull's own folder: a random id by which this computer knows a `journal.open` of its own, since
 * its name can change with the network.
 */

const longest = 1024
const schema = v.object({ version: v.literal(1), id: v.pipe(v.string(), v.uuid()) })

/**
 * This computer's id, made where there is none yet. Null where Lull is carried about: its folder is one on every
 * computer, and so the id would be. Null as well where it can't be kept.
 */
export function computerIdIn(own: string, isCarried: boolean): string | null {
  if (isCarried) return null
  const file = join(own, 'computer.json')
  const there = read(file)
  if (there !== null) return there
  const id = randomUUID()
  try {
    replaceFile(file, `${JSON.stringify({ version: 1, id })}\n`, () => {})
    return id
  } catch {
    return null
  }
}

/** Null for what can't be read: another id costs no more than one question. */
function read(file: string): string | null {
  try {
    if (!existsSync(file)) return null
    const parsed = v.safeParse(schema, JSON.parse(readSmallFile(file, longest) ?? ''))
    return parsed.success ? parsed.output.id : null
  } catch {
    return null
  }
}

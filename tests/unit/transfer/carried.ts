/** A journal carried from one desk to another, as a person does it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { FilePurpose, Input, VaultDoor } from '../../../src/contract.ts'
import { openJournalDesk, type Desk } from '../../desk.ts'

const outside = mkdtempSync(join(tmpdir(), 'lull-carried-'))
afterAll(() => rmSync(outside, { recursive: true, force: true }))

/** What main does when the agent has chosen a place. */
export function granted(desk: Desk, purpose: FilePurpose, path: string): string {
  const grant = randomUUID()
  desk.companion.hear({ kind: 'file', grant, purpose, window: 'main', path })
  return grant
}

export type Taken = Input<VaultDoor, 'data.out'>['taken']
export async function takenOut(desk: Desk, taken: Taken = { as: 'json' }) {
  const path = join(outside, `${randomUUID()}.${taken.as}`)
  await desk.ask('main', 'data.out', {
    grant: granted(desk, taken.as, path),
    taken,
  })
  return { path, text: readFileSync(path, 'utf8') }
}

export const look = (desk: Desk, path: string) =>
  desk.ask('main', 'data.look', { grant: granted(desk, 'import', path) })

export async function bring(desk: Desk, path: string) {
  const looked = await look(desk, path)
  if (looked.problem) throw new Error(looked.problem.what)
  return desk.ask('main', 'data.bring', { id: looked.found?.id ?? '' })
}

/** Everything but when it was written, and what belongs to the desk. */
export const bare = (text: string): unknown => {
  const { tables, settings }: { tables: object; settings: Record<string, string> } =
    JSON.parse(text)
  return { tables, settings: { ...settings, words: '' } }
}

export async function withWords() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Journal, Opened, Store } from '../../../src/ports.ts'

/** An empty folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a kill at this moment would leave: the files as they are, with the journal still open. */
export function asAfterKill(folder: string): string {
  const left = tempFolder()
  cpSync(folder, left, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  return left
}

/** The store of a journal that must open; closed when the test ends. */
export async function storeOf(journal: Journal, opening: Promise<Opened>): Promise<Store> {
  onTestFinished(() => journal.close())
  const opened = await opening
  if (!opened.ok) throw new Error(`${opened.problem}: ${opened.message}`)
  return opened.store
}

export const bytesOf = (...path: string[]): Buffer => readFileSync(join(...path))

export const backupsOf = (folder: string, kind: 'unclean' | 'migration' | 'damaged'): string[] =>
  readdirSync(folder).includes('backups')
    ? readdirSync(join(folder, 'backups'))
        .filter((name) => name.endsWith(kind))
        .sort()
        .map((name) => join(folder, 'backups', name))
    : []

import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from './durable.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { wipeFiles } from './wipe.ts'

/**
 * Gives the folder of a journal that can't be opened another name, beside it, so that a new one can be begun: one
 * rename, and nothing in it is touched.
 */
export function setApart({ folder }: JournalFiles, now: number): void {
  if (!existsSync(folder)) return
  const named = `${folder}-${new Date(now).toISOString().slice(0, 10)}`
  let apart = named
  for (let number = 2; existsSync(apart); number++) apart = `${named}-${number}`
  renameSync(folder, apart)
  syncFolder(dirname(folder))
}

/** Deletes the journals that were left beside this folder, their keys first. */
export function wipeApart(folder: string): void {
  if (!existsSync(dirname(folder))) return
  for (const name of readdirSync(dirname(folder)).filter((each) => isApart(folder, each))) {
    const apart = join(dirname(folder), name)
    wipeFiles(journalFiles(apart))
    rmSync(apart, { recursive: true, force: true })
  }
}

const isApart = (folder: string, name: string): boolean =>
  name.startsWith(`${basename(folder)}-`) &&
  /^\d{4}-\d\d-\d\d(-\d+)?$/.test(name.slice(basename(folder).length + 1))

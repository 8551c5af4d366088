import { app, shell } from 'electron'
import { existsSync } from 'node:fs'
import { journalFolder } from './paths.ts'

/** Shows where the journal lies, or where its folder lay, in the system's own program for files. */
export function showJournal(): void {
  const folder = journalFolder()
  shell.showItemInFolder(existsSync(folder) ? folder : app.getPath('userData'))
}

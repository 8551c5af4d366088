import { app, shell } from 'electron'
import { existsSync } from 'node:fs'

/** Shows the journal's folder, or else Lull's own, in the system's program for files. */
export function showJournal(folder: string): void {
  shell.showItemInFolder(existsSync(folder) ? folder : app.getPath('userData'))
}

/** Words that are to go, and where they are looked for: in the journal's own file and in every copy. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Difficulty } from '../../src/guidance/types.ts'
import { idAt } from '../desk.ts'
import { passphrase } from '../unit/store/journal-in.ts'
import { decryptedPages } from './decrypted.ts'
import { formsOf } from './scan.ts'
import type { Vault } from './vault.ts'

/** No other note has a word with these beginnings. */
export const canary = 'quillwort xyzzyphon vexilliferous'
export const canaryWords = canary.split(' ')

export async function note(
  vault: Vault,
  words: string,
  difficulty: Difficulty = 4,
): Promise<string> {
  vault.clock.pass(60_000)
  const id = idAt(vault.clock.now())
  await vault.ask('note', 'note.save', { id, difficulty, type: 'angry', words })
  return id
}

/** What to try next time: words of the same note, in another place. */
export const tryNextTime = (vault: Vault, id: string) =>
  vault.ask('main', 'note.edit', {
    id,
    difficulty: 4,
    type: 'angry',
    words: null,
    nextTime: `${canary}, said earlier`,
  })

/** The canary, or any of its words, in the pages as they lie on the disk. */
export async function found(folder: string): Promise<string[]> {
  const pages = await decryptedPages(folder, passphrase)
  return [canary, ...canaryWords].filter((text) =>
    formsOf(text).some(({ bytes }) => pages.includes(bytes)),
  )
}
/** The copies of the day, and those that an unclean end or a migration left; the oldest first. */
export const copiesIn = (folder: string) =>
  readdirSync(join(folder, 'backups'))
    .toSorted()
    .map((name) => join(folder, 'backups', name))
export const kindsOf = (copies: string[]) => copies.map((copy) => copy.replace(/.*-/, ''))
/** All is gone, out of so many copies too. */
export const goneFrom = (copiesCleared: number) => ({ settled: true, copiesCleared, copiesLeft: 0 })
/** In place of forgetting on the disk: says that it is done, and does nothing. */
export const onlySaid = () => goneFrom(0)

/** Desks over journals that are made once and copied, and what is brought into them and taken out again. */
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FilePurpose } from '../../src/contract.ts'
import type { Store } from '../../src/ports.ts'
import { openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../desk.ts'
import { now } from '../unit/transfer/any.ts'
import { journalIn } from '../unit/store/journal-in.ts'

/** Memory where the system has such a folder: what is tried here is not the disk. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

function tempFolder(): string {
  const folder = mkdtempSync(join(place, 'lull-bringing-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Maker {
  /** A desk with an open, empty journal of its own; `through` stands between it and the store. */
  desk: (through?: (store: Store) => Store) => Promise<Desk & { journal: string }>
  /** Where files are written that are brought in and taken out. */
  outside: string
}

/** Makes desks whose clock stands where generated journals end. */
export async function deskMaker(): Promise<Maker> {
  const root = tempFolder()
  const outside = join(root, 'outside')
  const first = join(root, 'first')
  mkdirSync(outside)
  const clock = () => testClock(Temporal.Instant.fromEpochMilliseconds(now).toString())
  {
    using made = await openJournalDesk(clock())
    await made.ask('main', 'settings.set', { words: 'numbers-and-words' })
    made.companion.hear({ kind: 'end' })
    cpSync(made.folder, first, { recursive: true })
  }
  return {
    outside,
    async desk(through = (store) => store) {
      const journal = join(root, randomUUID())
      cpSync(first, journal, { recursive: true })
      const time = clock()
      const real = journalIn(journal, { clock: time })
      const desk = openDesk(time, () => ({
        ...real,
        async open(secret) {
          const opened = await real.open(secret)
          return opened.ok ? { ...opened, store: through(opened.store) } : opened
        },
      }))
      await desk.ask('unlock', 'journal.open', { passphrase })
      const end = desk[Symbol.dispose].bind(desk)
      return Object.assign(desk, {
        journal,
        [Symbol.dispose]() {
          end()
          rmSync(journal, { recursive: true, force: true })
        },
      })
    },
  }
}

function granted(desk: Desk, purpose: FilePurpose, path: string): string {
  const grant = randomUUID()
  desk.companion.hear({ kind: 'file', grant, purpose, window: 'main', path })
  return grant
}

/** What bringing in the plain file at `path` would do. */
export async function lookedAt(desk: Desk, path: string) {
  const looked = await desk.ask('main', 'data.look', { grant: granted(desk, 'import', path) })
  if (looked.problem) return looked
  if (!looked.found) throw new Error('the file is encrypted')
  return { problem: null, found: looked.found }
}

/** Brings in the file at `path`. Throws what is wrong with it. */
export async function bring(desk: Desk, path: string) {
  const looked = await lookedAt(desk, path)
  if (looked.problem) throw new Error(JSON.stringify(looked.problem))
  return desk.ask('main', 'data.bring', { id: looked.found.id })
}

/** Everything as one file, and its tables as text. */
export async function takenOut(desk: Desk, outside: string) {
  const path = join(outside, `${randomUUID()}.json`)
  await desk.ask('main', 'data.out', { grant: granted(desk, 'json', path), taken: { as: 'json' } })
  const { tables }: { tables: object } = JSON.parse(readFileSync(path, 'utf8'))
  return { path, tables: JSON.stringify(tables) }
}

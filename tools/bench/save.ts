/** What saving a note costs in the vault, against the same rows by plain statements in the same kind of file. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOrder, migrate } from '../../src/store/migrate.ts'
import { journalSettings, openDatabase } from '../../src/store/open.ts'
import { seqTable } from '../../src/store/seq.ts'
import { openStore } from '../../src/store/store.ts'
import { uuidv7 } from '../../src/uuid.ts'
import { deskIn, demoPassphrase, migrations } from '../demo/write.ts'
import { median, quantile, type Measured } from './figures.ts'

const blocks = 30
const savesInBlock = 40
const start = Date.UTC(2026, 10, 22, 14)
const words = 'The parcel went to the wrong town twice, and the refund is on its way now. '.repeat(
  3,
)
const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) }

export async function save(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-bench-save-'))
  try {
    const bare = plainSaves(join(folder, 'plain.db'))
    const desk = deskIn(join(folder, 'journal'))
    desk.at(start)
    await desk.ask('unlock', 'journal.create', { passphrase: demoPassphrase })
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const all: number[] = []
    const ratios: number[] = []
    for (let block = 0; block < blocks; block++) {
      const ours: number[] = []
      const plain: number[] = []
      for (let turn = 0; turn < savesInBlock; turn++) {
        const at = start + (block * savesInBlock + turn) * 10_000
        desk.at(at)
        const note = { id: uuidv7(at, random), difficulty: 4, type: 'angry', words } as const
        const saveOurs = async () => {
          const from = performance.now()
          await desk.ask('note', 'note.save', note)
          ours.push(performance.now() - from)
        }
        const savePlain = async () => {
          const from = performance.now()
          bare.save(at)
          plain.push(performance.now() - from)
        }
        // Whoever writes second finds the disk as the first one left it: they take turns, A B B A.
        const [first, second] =
          turn % 2 === block % 2 ? [saveOurs, savePlain] : [savePlain, saveOurs]
        await first()
        await second()
      }
      // The first block warms up what is compiled and cached.
      if (block === 0) continue
      all.push(...ours)
      ratios.push(median(ours) / median(plain))
    }
    desk.companion.hear({ kind: 'end' })
    bare.close()
    const note = `${all.length} saves, on ${disk(folder)}`
    return [
      { id: 'save.ratio', value: median(ratios), note },
      { id: 'save.p99', value: quantile(all, 0.99), note },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The rows that a saved note leaves, each by one prepared statement, in one durable transaction. */
function plainSaves(path: string) {
  const db = openDatabase(path, randomBytes(32), journalSettings)
  db.exec(seqTable)
  migrate(db, openStore(db), inOrder(migrations))
  const shift = uuidv7(start, random)
  db.prepare(
    `INSERT INTO shift (id, shift_date, zone, opened_at, last_at) VALUES (?, '2026-11-22', 'Asia/Manila', ?, ?)`,
  ).run(shift, start, start)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const touch = db.prepare('UPDATE shift SET last_at = ? WHERE id = ?')
  const insert = db.prepare(`
    INSERT INTO note (id, shift_id, at, zone, difficulty, type, words, edited_at)
    VALUES (?, ?, ?, 'Asia/Manila', 4, 'angry', ?, ?)`)
  const summary = db.prepare(`INSERT OR REPLACE INTO shift_summary (shift_id, notes) VALUES (?, ?)`)
  const seq = db.prepare('UPDATE journal_seq SET seq = seq + 1')
  const commit = db.prepare('COMMIT')
  let notes = 0
  return {
    save(at: number) {
      begin.run()
      touch.run(at, shift)
      insert.run(uuidv7(at, random), shift, at, words, at)
      summary.run(shift, ++notes)
      seq.run()
      commit.run()
    },
    close: () => db.close(),
  }
}

/** Device and kind of file system that a folder lies on, where the system says so. */
function disk(folder: string): string {
  const asked = [
    ['findmnt', '-no', 'SOURCE,FSTYPE', '-T', folder],
    ['stat', '-f', '-c', '%T', folder],
  ] as const
  for (const [command, ...args] of asked) {
    const { stdout, status } = spawnSync(command, args, { encoding: 'utf8' })
    const said = status === 0 ? stdout.trim().replaceAll(/\s+/g, ' ') : ''
    if (said !== '') return said
  }
  return 'a disk that the system doesn’t name'
}

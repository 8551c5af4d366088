/** What a search costs in the vault over 100,000 notes, against the bare query on the same file. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input, VaultDoor } from '../../src/contract.ts'
import { matchOf } from '../../src/notes/search.ts'
import { aPage } from '../../src/notes/reading.ts'
import { journalFiles } from '../../src/store/files.ts'
import { readKeyFile, unlock } from '../../src/store/keys.ts'
import { journalSettings, openDatabase } from '../../src/store/open.ts'
import { chanceFrom } from '../demo/chance.ts'
import { written } from '../demo/words.ts'
import { deskIn, demoPassphrase } from '../demo/write.ts'
import { uuidv7 } from '../../src/uuid.ts'
import { median, quantile, type Measured } from './figures.ts'

const notes = 100_000
const rounds = 60
const start = Date.UTC(2016, 10, 22, 14)
const apart = 3_000_000
/** Common and rare, whole and begun, one and several; a letter is the worst, and what a search begins with. */
const queries = [
  'r',
  're',
  'ref',
  'refund',
  'the',
  'parcel ref',
  'supervisor',
  'again th',
  'rare77',
  'nowhere',
]

/** What the journal opens with, and what it is filtered by: often there, rarely, and nowhere. */
const filters: readonly Input<VaultDoor, 'journal.list'>['filter'][] = [
  { type: null },
  { type: 'angry' },
  { type: 'good' },
  { type: 'angry', channel: 'calls' },
  { type: null, technique: 'listen' },
  { type: null, technique: 'boundary', outcome: 'solved' },
]

export async function search(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-bench-search-'))
  try {
    await fill(folder)
    const desk = deskIn(folder)
    desk.at(start + notes * apart)
    await desk.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
    const bare = await bareSearch(folder)
    const all: number[] = []
    const ratios: number[] = []
    for (const query of queries) {
      const ours: number[] = []
      const plain: number[] = []
      const match = matchOf(query)
      for (let round = 0; round < rounds; round++) {
        const turns = [
          async () => {
            const from = performance.now()
            await desk.ask('main', 'journal.list', { before: null, filter: { type: null }, query })
            ours.push(performance.now() - from)
          },
          async () => {
            const from = performance.now()
            bare.find(match)
            plain.push(performance.now() - from)
          },
        ]
        for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
      }
      // The first ones fill the caches.
      all.push(...ours.slice(5))
      ratios.push(median(ours.slice(5)) / median(plain.slice(5)))
    }
    const opened: number[] = []
    for (let round = 0; round < rounds * 4; round++) {
      const filter = filters[round % filters.length] ?? { type: null }
      const from = performance.now()
      await desk.ask('main', 'journal.list', { before: null, filter, query: '' })
      opened.push(performance.now() - from)
    }
    bare.close()
    desk.companion.hear({ kind: 'end' })
    const each = queries.map((query, at) => `${query} ${(ratios[at] ?? 0).toFixed(2)}`).join(', ')
    return [
      { id: 'search.ratio', value: median(ratios), note: `${each}; 100,000 notes` },
      { id: 'search.p95', value: quantile(all, 0.95), note: `${all.length} searches` },
      {
        id: 'journal.p95',
        value: quantile(opened.slice(filters.length), 0.95),
        note: 'the first page in the vault, plain and filtered, of 100,000 notes',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 100,000 notes in the demo's words, two in one and each with a word of its own. */
async function fill(folder: string) {
  const desk = deskIn(folder)
  desk.at(start)
  await desk.ask('unlock', 'journal.create', { passphrase: demoPassphrase })
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  desk.companion.hear({ kind: 'end' })
  const db = openDatabase(journalFiles(folder).db, await keyOf(folder), journalSettings)
  const { random } = chanceFrom(3)
  const id = (at: number) => uuidv7(at, random)
  const sentences = Object.values(written).flat()
  const shift = db.prepare(`INSERT INTO shift (id, shift_date, zone, opened_at, last_at)
    VALUES (?, ?, 'Asia/Manila', ?, ?)`)
  const note = db.prepare(`
    INSERT INTO note (place, id, shift_id, at, zone, difficulty, type, words, edited_at, channel,
      outcome)
    VALUES (?, ?, ?, ?, 'Asia/Manila', 4, 'angry', ?, ?, ?, ?)`)
  const technique = db.prepare(`
    INSERT INTO note_technique (technique, place, verdict) VALUES (?, ?, 'used')`)
  db.transaction(() => {
    let shiftId = ''
    for (let nth = 0; nth < notes; nth++) {
      const at = start + nth * apart
      if (nth % 12 === 0) {
        shiftId = id(at)
        shift.run(shiftId, new Date(at).toISOString().slice(0, 10), at, at)
      }
      const one = sentences[(nth * 7) % sentences.length] ?? ''
      const other = sentences[(nth * 13 + 5) % sentences.length] ?? ''
      const place = (at / 1000) * 100
      const channel = nth % 8 === 0 ? 'email' : 'calls'
      const outcome = nth % 2 === 0 ? 'solved' : null
      const words = `${one} ${other} rare${nth % 5000}`
      note.run(place, id(at), shiftId, at, words, at, channel, outcome)
      if (nth % 3 === 0) technique.run('listen', place)
      if (nth % 500 === 0) technique.run('boundary', place)
    }
  })()
  db.close()
}

/** FTS5 by itself, for as many notes as a page has, with their words. */
async function bareSearch(folder: string) {
  const db = openDatabase(journalFiles(folder).db, await keyOf(folder), journalSettings)
  const find = db.prepare(
    'SELECT rowid, words, next_time FROM note_words WHERE note_words MATCH ? ORDER BY rowid DESC LIMIT ?',
  )
  return { find: (match: string) => find.all(match, aPage + 1), close: () => db.close() }
}

async function keyOf(folder: string): Promise<Buffer> {
  const key = await unlock(readKeyFile(journalFiles(folder).keys), { passphrase: demoPassphrase })
  return key ?? randomBytes(32)
}

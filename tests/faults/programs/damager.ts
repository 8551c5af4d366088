/*
 * Makes a journal with a past, damages copies of it, opens them, and says of each, a line of JSON, what became of
 * it. The mutants are copies of the source with a protection switched off (mutant-source.ts).
 */
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { createRooms } from '../../../src/companion/rooms.ts'
import type { Clock, Journal, Opened } from '../../../src/ports.ts'
import { uuidv7 } from '../../../src/uuid.ts'
import { journalIn, passphrase, recoveryKeyOf } from '../../unit/store/journal-in.ts'
import { seeded } from '../power-cut.ts'
import type { DamageLine } from './damage-line.ts'

const { count, seed } = v.parse(
  v.object({ count: v.number(), seed: v.number() }),
  JSON.parse(process.argv[2] ?? ''),
)
const random = seeded(seed)
const below = (most: number) => Math.floor(random() * most)
const pick = <const Value>(all: readonly [Value, ...Value[]]): Value =>
  all[below(all.length)] ?? all[0]

const real = { bytes: (length: number) => new Uint8Array(randomBytes(length)) }
let now = Date.UTC(2026, 10, 22, 14)
const clock: Clock = {
  now: () => now,
  elapsed: () => now,
  zone: () => 'Asia/Manila',
  after: () => () => {},
}

const root = mkdtempSync(join(tmpdir(), 'lull-damage-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const stateNames = ['closed', 'killed'] as const
const files = ['journal.db', 'journal.db-wal', 'journal.keys', 'journal.seq'] as const
type File = (typeof files)[number]

/** The files of a journal at some moment, and what had been acknowledged by then. */
interface Past {
  bytes: Map<string, Buffer>
  acked: Map<string, string>
}

const acked = new Map<string, string>()
const live = join(root, 'live')
const past = (): Past => ({
  bytes: new Map(
    files
      .filter((name) => existsSync(join(live, name)))
      .map((name) => [name, readFileSync(join(live, name))]),
  ),
  acked: new Map(acked),
})

function write(journal: Journal, opened: Opened, notes: number): void {
  if (!opened.ok) throw new Error(opened.message)
  const rooms = createRooms(opened.store, clock, real, () => journal.backUp('import'))
  rooms.settings.set({ words: 'numbers-and-words' })
  for (let number = 0; number < notes; number += 1) {
    now += 60_000
    const id = uuidv7(now, real)
    const words = `note ${acked.size} ${'of many plain words '.repeat(1 + below(20))}`.trim()
    rooms.notes.save({ id, difficulty: 3, type: 'angry', words })
    acked.set(id, words)
    // Entries that were kept for long are changed, too, so that old pages change.
    if (number % 5 === 0) {
      const [old = id] = [...acked.keys()].slice(below(acked.size))
      const changed = `changed ${number} ${acked.get(old)}`
      opened.store.write(() =>
        opened.store.prepare('UPDATE note SET words = ? WHERE id = ?').run(changed, old),
      )
      acked.set(old, changed)
    }
  }
}

const journal = () => journalIn(live, { clock })

/** Older files, and the journal as it was closed and as a kill would leave it. */
async function makePast() {
  const first = journal()
  write(first, await first.create(passphrase), 40)
  first.backUp('import')
  first.close()
  const old = past()
  const second = journal()
  write(second, await second.open({ passphrase }), 60)
  const oldLog = past().bytes.get('journal.db-wal') ?? Buffer.alloc(0)
  await recoveryKeyOf(second)
  second.close()
  const closed = past()
  const third = journal()
  write(third, await third.open({ passphrase }), 30)
  const killed = past()
  third.close()
  old.bytes.set('journal.db-wal', oldLog)
  return { old, states: { closed, killed } }
}

const { old, states } = await makePast()

const damages = ['flipped', 'cut', 'emptied', 'missing', 'page', 'older', 'foreign'] as const

/** The file as it is after that, or null where it is gone. */
function damaged(kind: (typeof damages)[number], file: File, bytes: Buffer): Buffer | null {
  const before = old.bytes.get(file) ?? Buffer.alloc(0)
  const changed = Buffer.from(bytes)
  switch (kind) {
    case 'flipped':
      for (let times = 1 + below(8); times > 0; times -= 1) {
        const at = below(changed.length)
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << below(8)), at)
      }
      return changed
    case 'cut':
      return changed.subarray(0, below(changed.length))
    case 'emptied':
      return Buffer.alloc(0)
    case 'missing':
      return null
    case 'page': {
      const pages = Array.from(
        { length: Math.ceil(before.length / 4096) },
        (_, page) => 4096 * page,
      )
      const other = pages.filter(
        (at) => !before.subarray(at, at + 4096).equals(changed.subarray(at, at + 4096)),
      )
      const at = other[below(other.length)] ?? 0
      before.copy(changed, at, at, at + 4096)
      return changed
    }
    case 'older':
      return before
    case 'foreign':
      return pick([
        Buffer.from(randomBytes(changed.length)),
        Buffer.from('SQLite format 3\0'.padEnd(changed.length, 'x')),
        Buffer.from('Dear diary,\n'),
      ])
  }
}

const foldersIn = (folder: string) => {
  const backups = join(folder, 'backups')
  return existsSync(backups) ? readdirSync(backups).map((name) => join(backups, name)) : []
}
const bytesIn = (folder: string, file: File) =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : null

async function tryOne(number: number): Promise<DamageLine | null> {
  const state = pick(stateNames)
  const { bytes, acked: known } = states[state]
  const file = pick(files)
  const kind = pick(damages)
  const healthy = bytes.get(file)
  const found = healthy ? damaged(kind, file, healthy) : null
  if (!healthy || found?.equals(healthy)) return null

  const folder = join(root, `case-${number}`)
  mkdirSync(folder)
  for (const [name, content] of bytes) writeFileSync(join(folder, name), content)
  cpSync(join(live, 'backups'), join(folder, 'backups'), { recursive: true })
  if (found) writeFileSync(join(folder, file), found)
  else rmSync(join(folder, file))

  const opening = journalIn(folder, { clock })
  const opened = await opening.open({ passphrase })
  const line: DamageLine = {
    state,
    file,
    kind,
    problem: opened.ok ? null : opened.problem,
    notice: opened.ok ? opened.notice : null,
    lost: 0,
    kept: false,
    copies: 0,
    copyOpens: true,
    halfOpen: false,
  }
  if (opened.ok) {
    const rows = opened.store
      .prepare<{ id: string; words: string }>('SELECT id, words FROM note')
      .all()
    const there = new Map(rows.map(({ id, words }) => [id, words]))
    line.lost = [...known].filter(([id, words]) => there.get(id) !== words).length
  } else {
    line.halfOpen = opening.isOpen()
  }
  opening.close()
  const isKept = (in_: string) => {
    const there = bytesIn(in_, file)
    return found === null ? there === null : (there?.equals(found) ?? false)
  }
  // Gone is gone: of that there is nothing to keep.
  line.kept = found === null || isKept(folder) || foldersIn(folder).some(isKept)
  if (line.problem !== null) {
    for (let again = 0; again < 3; again += 1)
      await journalIn(folder, { clock }).open({ passphrase })
    const whole = foldersIn(folder).filter((each) => each.endsWith('-import'))
    const copy = journalIn(whole[0] ?? '', { clock })
    line.copyOpens = (await copy.open({ passphrase })).ok
    copy.close()
  }
  line.copies = foldersIn(folder).filter((each) => each.endsWith('-damaged')).length
  rmSync(folder, { recursive: true })
  return line
}

for (let number = 0, done = 0; done < count; number += 1) {
  const line = await tryOne(number)
  if (!line) continue
  done += 1
  writeSync(1, `${JSON.stringify(line)}\n`)
}

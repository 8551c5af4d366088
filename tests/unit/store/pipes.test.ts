import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFiles } from '../../../src/store/write-out.ts'
import { openJournalPlace } from '../../../src/store/journal-place.ts'
import { random } from '../../desk.ts'
import { pipeSaying } from '../../pipe.ts'
import { storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

const program = join(import.meta.dirname, 'programs/day.ts')
const daily = '2026-11-21T10-00-00-000Z-daily'

/** A closed journal with one copy, named as one of a day before. */
async function begun() {
  const folder = tempFolder()
  const journal = journalIn(folder, { clock: { now: () => Date.UTC(2026, 10, 21, 10) } })
  const store = await storeOf(journal, journal.create(passphrase))
  store.write(() => store.prepare(`INSERT INTO setting VALUES ('first', '')`).run())
  journal.backUp('daily', 'UTC')
  journal.close()
  return folder
}

/** Puts a pipe there, which nobody will ever write into. */
function pipeAt(path: string) {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(dirname(path), { recursive: true })
  execFileSync('mkfifo', [path])
}

/** What a day in this journal comes to; ended after a while, for it may wait for ever. */
function dayIn(folder: string): unknown {
  const run = spawnSync(process.execPath, [program, folder, 'second'], {
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  })
  return run.signal ? 'waits for ever' : run.status === 0 ? JSON.parse(run.stdout) : run.stderr
}

const whole = { exists: true, elsewhere: null, again: 'ok', names: [{ name: 'first' }, { name: 'second' }] } // prettier-ignore
const plain = { ...whole, opened: 'ok', locked: ['daily'], copies: ['daily yes', 'import yes'], count: 2 } // prettier-ignore

describe.skipIf(process.platform === 'win32')(
  'a pipe, which would never end, in the place of',
  () => {
    it.each<[place: string, expected: object]>([
      ['nothing', plain],
      [
        'journal.seq',
        // What it has lost is told, and what there is of it kept.
        { ...plain, opened: 'no-witness', copies: ['daily yes', 'damaged yes', 'import yes'], count: 3 }, // prettier-ignore
      ],
      [
        'journal.keys',
        { ...plain, opened: 'keys-back', copies: ['daily yes', 'damaged yes', 'import yes'], count: 3 }, // prettier-ignore
      ],
      ['journal.keys.new', plain],
      ['journal.tries', plain],
      ['journal.open', plain],
      ['journal.seal', plain],
      ['computer.json', plain],
      // A copy of a day that isn't one must not stand for it.
      [join('backups', daily), { ...plain, locked: [], copies: ['import yes'], count: 1 }],
      [join('backups', daily, 'journal.db'), { ...plain, copies: ['daily damaged', 'import yes'] }],
      [join('backups', daily, 'journal.keys'), plain],
      [join('backups', daily, 'journal.db-wal'), plain],
    ])('%s keeps nobody out', async (place, expected) => {
      const folder = await begun()
      if (place !== 'nothing') pipeAt(join(folder, place))
      expect(dayIn(folder)).toEqual(expected)
    })

    it('journal-place.json says of no place', async () => {
      const own = tempFolder()
      const text = JSON.stringify({
        version: 1,
        folder: '/elsewhere',
        copying: null,
        leaving: null,
      })
      pipeSaying(join(own, 'journal-place.json'), text)
      const usual = join(own, 'journal')
      const read = () => Promise.resolve({ ground: 'disk', sync: null, roams: false } as const)
      const place = await openJournalPlace({ own, usual, isCarried: false, read })
      expect(place.folder()).toBe(usual)
      expect(place.start().isPlaced).toBe(true)
    })

    it('a file to be brought in is refused, and nobody looks into it', async () => {
      const [own, chosen] = [tempFolder(), join(tempFolder(), 'export.json')]
      pipeSaying(chosen, '{}')
      expect(() => createFiles(own, random).open(chosen)(1000)).toThrow(
        expect.objectContaining({ code: 'unread-file' }),
      )
      // Whoever wants to write there still waits for its first reader.
      expect(await readFile(chosen, 'utf8')).toBe('{}')
    })

    it('journal.db is damage, and a copy takes its place', async () => {
      const folder = await begun()
      pipeAt(join(folder, 'journal.db'))
      expect(dayIn(folder)).toMatchObject({ opened: 'damaged' })
      const journal = journalIn(folder)
      const opened = await journal.copies.restore(daily, { passphrase }, () => {})
      expect(opened).toMatchObject({ ok: true })
      journal.close()
      expect(dayIn(folder)).toMatchObject({ opened: 'ok', again: 'ok' })
    })
  },
)

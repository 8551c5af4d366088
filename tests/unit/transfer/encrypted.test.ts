import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readKeyFile, unlock } from '../../../src/store/keys.ts'
import { journalSettings, openDatabase } from '../../../src/store/open.ts'
import { idAt, openJournalDesk, passphrase, random, type Desk } from '../../desk.ts'
import { uuidv7 } from '../../../src/uuid.ts'

const secret = { passphrase }

function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-outside-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
function granted(desk: Desk, purpose: 'encrypted' | 'import', path: string): string {
  const grant = uuidv7(desk.clock.now(), random)
  desk.companion.hear({ kind: 'file', grant, purpose, window: 'main', path })
  return grant
}
async function takenOut(desk: Desk) {
  const path = join(outside(), 'mine.lull')
  await desk.ask('main', 'data.out', {
    grant: granted(desk, 'encrypted', path),
    taken: { as: 'encrypted' },
  })
  return { path, bytes: readFileSync(path) }
}
const look = (desk: Desk, path: string) =>
  desk.ask('main', 'data.look', { grant: granted(desk, 'import', path) })
async function lookAt(desk: Desk, bytes: Uint8Array) {
  const path = join(outside(), 'some.lull')
  writeFileSync(path, bytes)
  return look(desk, path)
}
const open = (desk: Desk, by: { passphrase: string } | { recoveryKey: string } = secret) =>
  desk.ask('unlock', 'data.openFile', { secret: by })
const wordsIn = async (desk: Desk) =>
  (
    await desk.ask('main', 'journal.list', { before: null, query: '', filter: { type: null } })
  ).notes.map(({ words }) => words)
/** What Lull keeps while a file is looked at. */
const aside = (desk: Desk) =>
  existsSync(join(desk.folder, 'aside')) ? readdirSync(join(desk.folder, 'aside')) : []

async function deskWithANote() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  await desk.ask('note', 'note.save', {
    id: idAt(desk.clock.now()),
    difficulty: 4,
    type: 'angry',
    words: 'parcel lost in Riga',
  })
  return desk
}

describe('an encrypted file', () => {
  it('comes back into an empty journal as it was, at another desk, by the passphrase of then', async () => {
    using desk = await deskWithANote()
    const { path, bytes } = await takenOut(desk)
    expect(bytes.toString('latin1')).toMatch(/^lull-encrypted-journal 1 \d+ \d+\n\{/)
    expect(bytes.includes('parcel')).toBe(false)
    expect(aside(desk)).toEqual([])

    using there = await openJournalDesk()
    expect(await look(there, path)).toEqual({ problem: null, found: null })
    expect(await there.ask('main', 'data.found', {})).toBeNull()
    await expect(open(there, { passphrase: 'a guess' })).rejects.toThrow('wrong-secret')
    await open(there)
    expect(aside(there)).toEqual([])
    const looked = await there.ask('main', 'data.found', {})
    if (!looked || looked.problem || !looked.found) throw new Error('not found')
    expect(looked.found).toMatchObject({ added: { shifts: 1, notes: 1 }, words: 1, empty: true })
    await there.ask('main', 'data.bring', { id: looked.found.id })
    await there.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await wordsIn(there)).toEqual(['parcel lost in Riga'])
    // Once more it would do nothing.
    await look(there, path)
    await open(there)
    const again = await there.ask('main', 'data.found', {})
    const none = { notes: 0, checkIns: 0, pauses: 0, plans: 0, shifts: 0, other: 0 }
    expect(again).toMatchObject({ found: { added: none, changed: none, removed: none } })
  })

  it('goes when it is left, and when Lull was cut off while it was looked at', async () => {
    using desk = await deskWithANote()
    const { path } = await takenOut(desk)
    await look(desk, path)
    expect(aside(desk)).toEqual(['brought'])
    await desk.ask('main', 'data.leave', {})
    expect(aside(desk)).toEqual([])
    await expect(open(desk)).rejects.toThrow('no-copy')
    await look(desk, path)
    desk.restart()
    expect(aside(desk)).toEqual([])
  })

  it('has no way in that only works at this computer', async () => {
    using desk = await deskWithANote()
    const path = join(desk.folder, 'journal.keys')
    const { bytes } = await takenOut(desk)
    const [line = ''] = bytes.toString('latin1').split('\n')
    const [, , length] = line.split(' ')
    const keys = bytes.subarray(line.length + 1, line.length + 1 + Number(length)).toString()
    expect(JSON.parse(keys)).toMatchObject({ slots: [{ kind: 'passphrase' }] })
    expect(readKeyFile(path).slots).toHaveLength(1)
  })

  it('is refused where it is not whole, newer, or nothing of Lull’s, and nothing is left of it', async () => {
    using desk = await deskWithANote()
    const { bytes } = await takenOut(desk)
    const end = bytes.indexOf(10) + 1
    const [, , keys, length] = bytes
      .subarray(0, end - 1)
      .toString('latin1')
      .split(' ')
    const withLine = (line: string) =>
      Buffer.concat([Buffer.from(`${line}\n`, 'latin1'), bytes.subarray(end)])
    const damaged = Buffer.from(bytes)
    damaged.fill(1, bytes.length - 5000, bytes.length - 4990)
    const noKeys = Buffer.from(bytes)
    noKeys.fill(32, end, end + 20)
    for (const [what, file] of [
      ['not-json', Buffer.from('PK\u0003\u0004 something else')],
      ['not-json', Buffer.from('')],
      ['cut-off', bytes.subarray(0, bytes.length - 1)],
      ['cut-off', bytes.subarray(0, end + 3)],
      ['cut-off', bytes.subarray(0, 28)],
      ['not-ours', Buffer.concat([bytes, Buffer.from('more')])],
      ['newer', withLine('lull-encrypted-journal 2 and what that means')],
      ['not-ours', withLine('lull-encrypted-journal 0')],
      ['not-ours', withLine('lull-encrypted-journal 1')],
      ['not-ours', withLine(`lull-encrypted-journal 1 999999 ${length}`)],
      ['cut-off', withLine(`lull-encrypted-journal 1 ${keys} 9999999999`)],
      ['damaged', noKeys],
    ] as const) {
      expect(await lookAt(desk, file), what).toEqual({ problem: { what } })
      expect(aside(desk)).toEqual([])
    }
    expect(await lookAt(desk, damaged)).toEqual({ problem: null, found: null })
    await open(desk)
    expect(await desk.ask('main', 'data.found', {})).toEqual({ problem: { what: 'damaged' } })
    expect(aside(desk)).toEqual([])
    expect(await wordsIn(desk)).toEqual(['parcel lost in Riga'])
  })

  it('with one byte changed anywhere does nothing to the journal', async () => {
    using desk = await deskWithANote()
    const { bytes } = await takenOut(desk)
    const before = await desk.ask('main', 'data.about', {})
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const torn = Buffer.from(bytes)
          torn[at] = (torn[at] ?? 0) ^ flip
          // Each wrong try would make the next one wait.
          desk.clock.pass(400_000)
          const looked = await lookAt(desk, torn)
          if (!looked.problem && looked.found === null) {
            const code = await open(desk).then(
              () => null,
              (error: Error) => error.message,
            )
            if (code === null) {
              const found = await desk.ask('main', 'data.found', {})
              // A byte of a key file that says nothing, such as a space, may be another one.
              if (at >= 1200) expect(found?.problem?.what).toBe('damaged')
            } else expect(['wrong-secret', 'damaged']).toContain(code)
          }
          await desk.ask('main', 'data.leave', {})
        },
      ),
      { numRuns: 40 },
    )
    expect((await desk.ask('main', 'data.about', {})).holds).toEqual(before.holds)
  })

  it('with tables, triggers or views that Lull never made is not opened', async () => {
    using desk = await deskWithANote()
    const { bytes } = await takenOut(desk)
    const end = bytes.indexOf(10) + 1
    const [, , keys = ''] = bytes
      .subarray(0, end - 1)
      .toString('latin1')
      .split(' ')
    const place = outside()
    const [keysPath, path] = [join(place, 'keys'), join(place, 'journal.db')]
    writeFileSync(keysPath, bytes.subarray(end, end + Number(keys)))
    const key = await unlock(readKeyFile(keysPath), secret)
    if (!key) throw new Error('no key')
    for (const sql of [
      'CREATE TRIGGER one AFTER INSERT ON setting BEGIN DELETE FROM note; END',
      'CREATE VIEW two AS SELECT 1',
      'ALTER TABLE note ADD COLUMN three TEXT',
      'PRAGMA user_version = 3',
    ]) {
      writeFileSync(path, bytes.subarray(end + Number(keys)))
      const db = openDatabase(path, key, journalSettings)
      db.exec(sql)
      db.close()
      const database = readFileSync(path)
      const line = `lull-encrypted-journal 1 ${keys} ${database.length}\n`
      const file = Buffer.concat([Buffer.from(line), readFileSync(keysPath), database])
      expect(await lookAt(desk, file)).toEqual({ problem: null, found: null })
      await open(desk)
      expect(await desk.ask('main', 'data.found', {}), sql).toEqual({
        problem: { what: 'not-ours' },
      })
    }
  })

  it('of a newer Lull is refused', async () => {
    using desk = await deskWithANote()
    const { bytes } = await takenOut(desk)
    const end = bytes.indexOf(10) + 1
    const [, , keys = ''] = bytes
      .subarray(0, end - 1)
      .toString('latin1')
      .split(' ')
    const place = outside()
    const [keysPath, path] = [join(place, 'keys'), join(place, 'journal.db')]
    writeFileSync(keysPath, bytes.subarray(end, end + Number(keys)))
    writeFileSync(path, bytes.subarray(end + Number(keys)))
    const key = await unlock(readKeyFile(keysPath), secret)
    if (!key) throw new Error('no key')
    const db = openDatabase(path, key, journalSettings)
    db.pragma('user_version = 900')
    db.close()
    const database = readFileSync(path)
    const line = `lull-encrypted-journal 1 ${keys} ${database.length}\n`
    await lookAt(desk, Buffer.concat([Buffer.from(line), readFileSync(keysPath), database]))
    await open(desk)
    expect(await desk.ask('main', 'data.found', {})).toEqual({ problem: { what: 'newer' } })
  })
})

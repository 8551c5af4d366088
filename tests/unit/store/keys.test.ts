import { execFileSync } from 'node:child_process'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Opened, Secret } from '../../../src/ports.ts'
import { scryptCost } from '../../../src/store/keys.ts'
import { bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase, recoveryKeyOf } from './journal-in.ts'

async function made(words = passphrase): Promise<string> {
  const folder = tempFolder()
  const journal = journalIn(folder)
  await storeOf(journal, journal.create(words))
  journal.close()
  return folder
}

async function withRecovery(): Promise<{ folder: string; recoveryKey: string }> {
  const folder = await made()
  const journal = journalIn(folder)
  await storeOf(journal, journal.open({ passphrase }))
  const recoveryKey = await recoveryKeyOf(journal)
  journal.close()
  return { folder, recoveryKey }
}

async function tried(folder: string, secret: Secret): Promise<'ok' | Opened> {
  const journal = journalIn(folder)
  const opened = await journal.open(secret)
  journal.close()
  return opened.ok ? 'ok' : opened
}

/** Puts `change` into the key file, as someone with an editor would. */
function edit(folder: string, change: (text: string) => string): void {
  const text = bytesOf(folder, 'journal.keys').toString()
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(join(folder, 'journal.keys'), changed)
}

describe('the key file', () => {
  it('opens by its passphrase and by no other', async () => {
    const folder = await made()
    expect(await tried(folder, { passphrase })).toBe('ok')
    expect(await tried(folder, { passphrase: `${passphrase} ` })).toMatchObject({
      problem: 'wrong-secret',
    })
    expect(await tried(folder, { recoveryKey: passphrase })).toMatchObject({
      problem: 'wrong-secret',
    })
  })

  it('takes a passphrase the same however its accents were typed', async () => {
    const folder = await made('caf\u00e9 \ufb01ne')
    expect(await tried(folder, { passphrase: 'cafe\u0301 fine' })).toBe('ok')
  })

  it('opens by the recovery key, as a person types it', async () => {
    const { folder, recoveryKey } = await withRecovery()
    const sloppy = ` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`
    expect(await tried(folder, { recoveryKey: sloppy })).toBe('ok')
    expect(await tried(folder, { passphrase })).toBe('ok')
  })

  it('keeps one recovery key: a new one ends the one before', async () => {
    const { folder, recoveryKey } = await withRecovery()
    const journal = journalIn(folder)
    await storeOf(journal, journal.open({ recoveryKey }))
    const second = await recoveryKeyOf(journal)
    journal.close()
    expect(await tried(folder, { recoveryKey: second })).toBe('ok')
    expect(await tried(folder, { recoveryKey })).toMatchObject({ problem: 'wrong-secret' })
  })

  it('says whether there is a recovery key, also while the journal is locked', async () => {
    expect(journalIn(tempFolder()).keys.ways().recoveryKey).toBe(false)
    expect(journalIn(await made()).keys.ways().recoveryKey).toBe(false)
    expect(journalIn((await withRecovery()).folder).keys.ways().recoveryKey).toBe(true)
  })

  it('gives no recovery key for a journal that is not open', async () => {
    await expect(recoveryKeyOf(journalIn(await made()))).rejects.toThrow('not open')
  })

  it('holds no secret, and asks of a guess what the design says', async () => {
    const folder = tempFolder()
    const journal = journalIn(folder, { scrypt: scryptCost })
    await storeOf(journal, journal.create(passphrase))
    const text = bytesOf(folder, 'journal.keys').toString()
    expect(text).not.toContain(passphrase)
    expect(JSON.parse(text)).toMatchObject({
      slots: [{ kdf: { name: 'scrypt', n: 131072, r: 8, p: 1 } }],
    })
  })

  it('of its first version opens, and is of the second once it changes', async () => {
    const { folder, recoveryKey } = await withRecovery()
    edit(folder, (text) => text.replace('"version": 2', '"version": 1'))
    expect(await tried(folder, { recoveryKey })).toBe('ok')
    const journal = journalIn(folder)
    await storeOf(journal, journal.open({ passphrase }))
    await recoveryKeyOf(journal)
    journal.close()
    expect(JSON.parse(bytesOf(folder, 'journal.keys').toString())).toMatchObject({ version: 2 })
    expect(await tried(folder, { passphrase })).toBe('ok')
  })

  it('belongs to its journal: a slot moved to another id opens nothing', async () => {
    const folder = await made()
    edit(folder, (text) => text.replace(/"journal": "./, '"journal": "x'))
    expect(await tried(folder, { passphrase })).toMatchObject({ problem: 'keys-lost' })
  })

  it('of another journal opens no file but its own', async () => {
    const folder = await made()
    copyFileSync(join(await made(), 'journal.keys'), join(folder, 'journal.keys'))
    const before = bytesOf(folder, 'journal.db')
    expect(await tried(folder, { passphrase })).toMatchObject({ problem: 'damaged' })
    expect(bytesOf(folder, 'journal.db')).toEqual(before)
  })

  it('that was made cheap to guess opens nothing, and gives a guess nothing to be told by', async () => {
    const folder = await made()
    edit(folder, (text) => text.replace('"n": 16', '"n": 2'))
    const cheap = bytesOf(folder, 'journal.keys')
    // Its sum doesn't fit any more, and no copy has another: the same is said of every secret.
    expect(await tried(folder, { passphrase })).toMatchObject({ problem: 'keys-lost' })
    expect(await tried(folder, { passphrase: 'another' })).toMatchObject({ problem: 'keys-lost' })
    expect(bytesOf(folder, 'journal.keys')).toEqual(cheap)
  })

  it('gives each new passphrase the cost of this Lull, not the one that stands in the file', async () => {
    const folder = await made()
    const journal = journalIn(folder, { scrypt: { n: 32, r: 1, p: 1 } })
    await storeOf(journal, journal.open({ passphrase }))
    await journal.keys.setPassphrase({ passphrase }, 'another four plain words')
    journal.close()
    expect(JSON.parse(bytesOf(folder, 'journal.keys').toString())).toMatchObject({
      slots: [{ kdf: { n: 32 } }],
    })
  })

  it('never wraps twice with the same number or under the same salt', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    await storeOf(journal, journal.open({ passphrase }))
    const seen: string[] = []
    for (let turn = 0; turn < 20; turn++) {
      await journal.keys.setPassphrase({ passphrase }, passphrase)
      const text = bytesOf(folder, 'journal.keys').toString()
      seen.push(...[...text.matchAll(/"(?:iv|salt)": "([^"]+)"/g)].map(([, value = '']) => value))
    }
    journal.close()
    expect(seen).toHaveLength(40)
    expect(new Set(seen).size).toBe(40)
  })

  it('that is a pipe, which would never end, is refused', async ({ skip }) => {
    if (process.platform === 'win32') return skip('there are no such files')
    const folder = await made()
    rmSync(join(folder, 'journal.keys'))
    execFileSync('mkfifo', [join(folder, 'journal.keys'), join(folder, 'journal.tries')])
    expect(await tried(folder, { passphrase })).toMatchObject({ problem: 'keys-lost' })
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, -20), 'keys-lost'],
    ['emptied', () => '', 'keys-lost'],
    [
      'asking for all the memory there is',
      (text: string) => text.replace('"n": 16', '"n": 1073741824'),
      'keys-lost',
    ],
    [
      'asking for a gigabyte and a minute, each within its own bounds',
      (text: string) =>
        text
          .replace('"n": 16', '"n": 1048576')
          .replace('"r": 1', '"r": 16')
          .replace('"p": 1', '"p": 4'),
      'keys-lost',
    ],
    [
      'asking for that bit by bit, slot by slot',
      (text: string) => {
        const file: { slots: object[] } = JSON.parse(text)
        const slot = JSON.stringify(file.slots[0]).replace('"n":16,"r":1', '"n":131072,"r":8')
        return JSON.stringify({ ...file, slots: Array(5).fill(JSON.parse(slot)) })
      },
      'keys-lost',
    ],
    [
      'with a cost that scrypt knows not',
      (t: string) => t.replace('"n": 16', '"n": 17'),
      'keys-lost',
    ],
    ['with no cost at all', (t: string) => t.replace('"n": 16', '"n": 1'), 'keys-lost'],
    ['of a megabyte', (text: string) => `${' '.repeat(2 ** 20)}${text}`, 'keys-lost'],
    ['of brackets', () => '['.repeat(60_000), 'keys-lost'],
    [
      'with what could change what objects are',
      (text: string) => text.replace('{', '{"__proto__": {"version": 2},'),
      'keys-lost',
    ],
    ['of a later version', (text: string) => text.replace('"version": 2', '"version": 3'), 'newer'],
  ])('%s is refused and left as it is', async (_, change, problem) => {
    const folder = await made()
    edit(folder, change)
    const before = bytesOf(folder, 'journal.keys')
    expect(await tried(folder, { passphrase })).toMatchObject({ problem })
    expect(bytesOf(folder, 'journal.keys')).toEqual(before)
  })
})

import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal } from '../../../renderer/note/sealed/seal.ts'
import { longestWords } from '../../../src/notes/words.ts'
import type { SealedNote } from '../../../src/notes/sealed-note.ts'
import {
  isSealedLength,
  longestSealed,
  mostSealed,
  padded,
  paddedSizes,
  unpadded,
  type SealingKey,
} from '../../../src/notes/sealed-format.ts'
import { unseal } from '../../../src/store/sealed.ts'
import { idAt } from '../../desk.ts'
import { storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

const { privateKey, publicKey } = generateKeyPairSync('x25519')
const key: SealingKey = {
  journal: 'one',
  publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64'),
  words: true,
}
const id = idAt(Date.UTC(2026, 10, 22))
const note = (words = 'never again this parcel'): SealedNote => ({
  version: 1,
  kind: 'note',
  id,
  at: Date.UTC(2026, 10, 22),
  zone: 'Asia/Manila',
  step: 'words',
  difficulty: 4,
  type: 'angry',
  words,
  asked: null,
})
const sealed = async (what = note()) => Buffer.from(await seal(key, what), 'base64')

function opens(bytes: Buffer, journal = 'one', by = privateKey): boolean {
  try {
    unseal(bytes, by, journal)
    return true
  } catch {
    return false
  }
}

/** A journal that is open, with its key beside it. */
async function openJournal(words = true) {
  const folder = join(tempFolder(), 'journal')
  const journal = journalIn(folder)
  const store = await storeOf(journal, journal.create(passphrase))
  expect(journal.sealed.publish(words)).toBe('made')
  return { folder, journal, store }
}
const keyOf = (journal: Awaited<ReturnType<typeof openJournal>>['journal']): SealingKey => {
  const found = journal.sealed.key()
  if (!found) throw new Error('no key to seal to')
  return found
}

describe('a sealed note', () => {
  it('opens to exactly what was written, whatever that was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 3000 }), async (words) => {
        const bytes = await sealed(note(words))
        expect(isSealedLength(bytes.length)).toBe(true)
        expect(JSON.parse(unseal(bytes, privateKey, 'one'))).toEqual(note(words))
      }),
      { numRuns: 60 },
    )
  })

  it('holds the longest text there can be, of signs that take the most room', async () => {
    for (const sign of ['\u0001', '\ud83d\ude00', 'ß', '"']) {
      const words = sign.repeat(longestWords / sign.length)
      const bytes = await sealed(note(words))
      expect(bytes.length).toBeLessThanOrEqual(longestSealed)
      expect(JSON.parse(unseal(bytes, privateKey, 'one'))).toEqual(note(words))
    }
  })

  it('is as long as any other of its size: 200 letters more or less say nothing', async () => {
    const lengths = await Promise.all(
      ['', 'a', 'a'.repeat(200), 'a'.repeat(600)].map(
        async (words) => (await sealed(note(words))).length,
      ),
    )
    expect(new Set(lengths).size).toBe(1)
    expect(paddedSizes).toHaveLength(4)
  })

  it('shares nothing with another of the same words', async () => {
    const [one, two] = [await sealed(), await sealed()]
    expect(one.subarray(9, 41)).not.toEqual(two.subarray(9, 41))
    expect(one.subarray(41, 73)).not.toEqual(two.subarray(41, 73))
    expect(one.includes('parcel')).toBe(false)
  })

  it('is refused where any one byte of it was changed', async () => {
    const bytes = await sealed()
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(opens(changed), `byte ${at}`).toBe(false)
    }
  })

  it('is refused where it is shorter or longer', async () => {
    const bytes = await sealed()
    for (const other of [
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.alloc(0),
    ])
      expect(opens(other)).toBe(false)
  })

  it('opens to no other journal and to no other key', async () => {
    const bytes = await sealed()
    expect(opens(bytes)).toBe(true)
    expect(opens(bytes, 'two')).toBe(false)
    expect(opens(bytes, 'one', generateKeyPairSync('x25519').privateKey)).toBe(false)
  })

  it('is not made for a key that gives nothing away to agree on', async () => {
    const low = { ...key, publicKey: Buffer.alloc(32).toString('base64') }
    const made = await seal(low, note()).catch(() => null)
    expect(made).toBeNull()
  })

  it('is filled up and cut back to exactly its text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (text) => {
        expect(Buffer.from(unpadded(padded(text)) ?? [])).toEqual(Buffer.from(text))
      }),
    )
    expect(() => padded(new Uint8Array(131_069))).toThrow('longer')
    expect(unpadded(new Uint8Array([0, 0, 0, 9, 1]))).toBeNull()
    expect(unpadded(new Uint8Array(3))).toBeNull()
  })
})

describe('journal.seal', () => {
  it('holds the journal’s name, the public key and whether words are allowed, and nothing else', async () => {
    const { folder, journal, store } = await openJournal(false)
    const text = readFileSync(join(folder, 'journal.seal'), 'utf8')
    expect(Object.keys(JSON.parse(text))).toEqual(['version', 'journal', 'publicKey', 'words'])
    const der = store.prepare<{ k: Uint8Array }>('SELECT private_key AS k FROM seal').get()?.k
    const privateRaw = Buffer.from(der ?? []).subarray(-32)
    expect(privateRaw).toHaveLength(32)
    expect(text).not.toContain(privateRaw.toString('base64'))
    journal.close()
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes(privateRaw), name).toBe(false)
    expect(keyOf(journal).words).toBe(false)
  })

  it('says anew whether words are allowed, under the same key', async () => {
    const { journal } = await openJournal(false)
    const before = keyOf(journal)
    expect(journal.sealed.publish(true)).toBe('as-it-was')
    expect(keyOf(journal)).toEqual({ ...before, words: true })
  })

  it.each([
    [
      'another key',
      (text: string) => text.replace(/"publicKey": ".*"/, `"publicKey": "${key.publicKey}"`),
    ],
    ['another journal', (text: string) => text.replace(/"journal": ".*"/, '"journal": "other"')],
    ['half of itself', (text: string) => text.slice(0, 40)],
    ['nothing', () => ''],
    [
      'a key of the wrong length',
      (text: string) => text.replace(/"publicKey": ".*"/, '"publicKey": "AAAA"'),
    ],
    ['more than it should', (text: string) => text.replace('{', '{"who": "me",')],
  ])('that holds %s is told and put right at the next opening', async (_what, change) => {
    const { folder, journal } = await openJournal()
    const right = readFileSync(join(folder, 'journal.seal'), 'utf8')
    journal.close()
    writeFileSync(join(folder, 'journal.seal'), change(right))
    const next = journalIn(folder)
    await storeOf(next, next.open({ passphrase }))
    expect(next.sealed.publish(true)).toBe('swapped')
    expect(readFileSync(join(folder, 'journal.seal'), 'utf8')).toBe(right)
    expect(next.sealed.publish(true)).toBe('as-it-was')
  })

  it('is no key at all where it is damaged, or far too long', async () => {
    const { folder, journal } = await openJournal()
    for (const text of ['', '{', '[]', ' '.repeat(2000)]) {
      writeFileSync(join(folder, 'journal.seal'), text)
      expect(journal.sealed.key()).toBeNull()
    }
  })

  it('stays the same over openings, so that what was sealed before can be read', async () => {
    const { folder, journal } = await openJournal()
    const before = keyOf(journal)
    journal.close()
    const next = journalIn(folder)
    await storeOf(next, next.open({ passphrase }))
    expect(next.sealed.publish(true)).toBe('as-it-was')
    expect(keyOf(next)).toEqual(before)
  })
})

describe('sealed notes on the disk', () => {
  it('are read back in one go, whole, and go when that is done', async () => {
    const { folder, journal } = await openJournal()
    const one = note('one')
    journal.sealed.put(one.id, Uint8Array.fromBase64(await seal(keyOf(journal), one)))
    const files = journal.sealed.read()
    expect(files.map(({ text }) => JSON.parse(text ?? ''))).toEqual([one])
    journal.sealed.finish(files, [])
    expect(readdirSync(join(folder, 'sealed'))).toEqual([])
    expect(journal.sealed.read()).toEqual([])
  })

  it('are replaced under their own id, and only dropped under it', async () => {
    const { journal } = await openJournal()
    const one = note('one')
    const put = async (each: SealedNote) =>
      journal.sealed.put(each.id, Uint8Array.fromBase64(await seal(keyOf(journal), each)))
    await put(one)
    await put({ ...one, words: 'one and more' })
    expect(journal.sealed.read()).toHaveLength(1)
    journal.sealed.drop(idAt(0))
    expect(journal.sealed.read()[0]?.text).toContain('one and more')
    journal.sealed.drop(one.id)
    expect(journal.sealed.read()).toEqual([])
  })

  it('number 201 is refused, while one of the 200 can still be changed', async () => {
    const { journal } = await openJournal()
    const ids = Array.from({ length: mostSealed }, (_, index) => idAt(index))
    const bytes = Uint8Array.fromBase64(await seal(keyOf(journal), note()))
    for (const id of ids) expect(journal.sealed.put(id, bytes)).toBe(true)
    expect(journal.sealed.put(idAt(999), bytes)).toBe(false)
    expect(journal.sealed.put(ids[7] ?? '', bytes)).toBe(true)
  })

  it.each([
    ['torn', (bytes: Uint8Array) => bytes.subarray(0, 700)],
    ['empty', () => new Uint8Array()],
    ['foreign', () => new Uint8Array(1081).fill(7)],
    ['as large as a film', () => new Uint8Array(5_000_000)],
  ])(
    'one that is %s is kept aside under a name of its own, and read no more',
    async (_what, change) => {
      const { folder, journal } = await openJournal()
      const bytes = Uint8Array.fromBase64(await seal(keyOf(journal), note()))
      mkdirSync(join(folder, 'sealed'), { recursive: true })
      const path = join(folder, 'sealed', 'x.sealed')
      for (const aside of ['x.unreadable', 'x-2.unreadable']) {
        writeFileSync(path, change(bytes))
        const files = journal.sealed.read()
        expect(files).toMatchObject([{ text: null }])
        journal.sealed.finish([], files)
        expect(readFileSync(join(folder, 'sealed', aside))).toEqual(Buffer.from(change(bytes)))
        expect(existsSync(path)).toBe(false)
      }
      expect(journal.sealed.read()).toEqual([])
    },
  )

  it('can be read by nobody while the journal is closed', async () => {
    const { journal } = await openJournal()
    journal.sealed.put(note().id, Uint8Array.fromBase64(await seal(keyOf(journal), note())))
    journal.close()
    expect(() => journal.sealed.read()).toThrow('not open')
  })
})

import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalSettings, openDatabase } from '../../../src/store/open.ts'
import { pagesFit } from '../../../src/store/pages.ts'
import { tempFolder } from './folders.ts'

/** An encrypted database of some pages, closed. */
function database(): { path: string; key: Buffer } {
  const path = join(tempFolder(), 'some.db')
  const key = randomBytes(32)
  const db = openDatabase(path, key, journalSettings)
  db.exec('CREATE TABLE words (text TEXT)')
  const insert = db.prepare('INSERT INTO words VALUES (?)')
  for (let row = 0; row < 40; row++) insert.run('quiet '.repeat(100))
  db.close()
  return { path, key }
}

describe('the pages of an encrypted file', () => {
  it('are authentic under its own key, and under no other', () => {
    const { path, key } = database()
    const before = readFileSync(path)
    expect(before.length).toBeGreaterThan(4 * 4096)
    expect(pagesFit(path, key, 'first')).toBe(true)
    expect(pagesFit(path, key, 'all')).toBe(true)
    expect(pagesFit(path, randomBytes(32), 'first')).toBe(false)
    expect(readFileSync(path)).toEqual(before)
  })

  it('are not with one bit changed, wherever that is', () => {
    const { path, key } = database()
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at += 509) {
      const torn = Buffer.from(whole)
      torn[at] = (torn[at] ?? 0) ^ 1
      writeFileSync(path, torn)
      expect(pagesFit(path, key, 'all'), `byte ${at}`).toBe(false)
      expect(pagesFit(path, key, 'first'), `byte ${at}`).toBe(at >= 4096)
    }
  })

  it.each([
    ['nothing', 0],
    ['half a page', 2000],
    ['a page and a half', 6000],
  ])('are not with %s left', (_what, length) => {
    const { path, key } = database()
    writeFileSync(path, readFileSync(path).subarray(0, length))
    expect(pagesFit(path, key, 'all')).toBe(false)
  })

  it('are not where a page stands in the place of another', () => {
    const { path, key } = database()
    const bytes = readFileSync(path)
    bytes.copyWithin(4096, 8192, 12288)
    writeFileSync(path, bytes)
    expect(pagesFit(path, key, 'all')).toBe(false)
  })

  it('says no of what isn’t there', () => {
    expect(pagesFit(join(tempFolder(), 'none.db'), randomBytes(32), 'first')).toBe(false)
  })
})

/* Makes SQLite do what it needs temporary room for: a sort beyond its cache, an index, VACUUM. */
import { openDatabase } from '../../../src/store/open.ts'
import { settingsWith } from '../../unit/store/journal-in.ts'
import * as v from 'valibot'

const input = v.object({
  path: v.string(),
  words: v.string(),
  tempStore: v.picklist(['MEMORY', 'DEFAULT']),
})
const { path, words, tempStore } = v.parse(input, JSON.parse(process.argv[2] ?? ''))

const settings = settingsWith('temp_store', tempStore, tempStore === 'MEMORY' ? '2' : '0')
const db = openDatabase(path, Buffer.alloc(32, 7), settings)
db.pragma('cache_size = -100')
db.exec('CREATE TABLE entry (text TEXT)')
const put = db.prepare('INSERT INTO entry (text) VALUES (?)')
const filling = 'a usual sentence of a note '.repeat(30)
db.transaction(() => {
  for (let number = 0; number < 4000; number += 1)
    put.run(`${(number * 7919) % 4000} ${words} ${filling}`)
})()
const sorted = db.prepare('SELECT text FROM entry ORDER BY text DESC').all()
db.exec('CREATE INDEX entry_by_text ON entry (text)')
db.exec('VACUUM')
db.close()
if (sorted.length !== 4000) throw new Error('nothing was sorted')

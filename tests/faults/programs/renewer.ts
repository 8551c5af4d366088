/*
 * Keeps entries, gives the journal another data key, and keeps some more; says `acked <name>` after each. The
 * tests cut its power and kill it at every call.
 */
import { writeSync } from 'node:fs'
import * as v from 'valibot'
import { journalIn, passphrase } from '../../unit/store/journal-in.ts'

const schema = v.object({
  folder: v.string(),
  entries: v.number(),
  renewed: v.string(),
})
const { folder, entries, renewed } = v.parse(schema, JSON.parse(process.argv[2] ?? ''))
const say = (line: string) => writeSync(1, `${line}\n`)

const journal = journalIn(folder)
async function open(secret: string) {
  const opened = await (journal.exists()
    ? journal.open({ passphrase: secret })
    : journal.create(secret))
  if (!opened.ok) throw new Error(opened.message)
  const put = opened.store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  return (name: string) => {
    opened.store.write(() => put.run(name, 'some words of a note '.repeat(40)))
    say(`acked ${name}`)
  }
}

const first = await open(passphrase)
for (let number = 0; number < entries; number++) first(`first-${number}`)
say('begin')
await journal.keys.renew({ passphrase }, renewed)
say('acked renewed')
const second = await open(renewed)
for (let number = 0; number < 3; number++) second(`second-${number}`)
say('end')
journal.close()

/*
 * Keeps entries, moves the journal to another folder, and keeps some more there; says `acked <name>` after each.
 * Run on a journal whose move was cut it goes on as a start of Lull does. The tests kill it at every step.
 */
import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { openJournalPlace } from '../../../src/store/journal-place.ts'
import { movedName } from '../../../src/store/move.ts'
import { journalIn, passphrase } from '../../unit/store/journal-in.ts'

const schema = v.object({ own: v.string(), to: v.string() })
const { own, to } = v.parse(schema, JSON.parse(process.argv[2] ?? ''))
const say = (line: string) => writeSync(1, `${line}\n`)

const usual = join(own, 'journal')
const place = await openJournalPlace({
  own,
  usual,
  isCarried: false,
  read: () => Promise.resolve({ ground: 'disk', sync: null, roams: false }),
})

async function open() {
  const journal = journalIn(place.folder(), { isPlaced: place.start().isPlaced, isAlone: true })
  const opened = await (journal.exists()
    ? journal.open({ passphrase })
    : journal.create(passphrase))
  if (!opened.ok) throw new Error(opened.message)
  const put = opened.store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  return {
    journal,
    keep(name: string) {
      opened.store.write(() => put.run(name, 'some words of a note '.repeat(40)))
      say(`acked ${name}`)
    },
  }
}

if (!existsSync(usual)) {
  const first = await open()
  for (let number = 0; number < 5; number++) first.keep(`first-${number}`)
  first.journal.backUp('import')
  first.journal.close()
}
const second = await open()
second.keep(`before-0`)
say('begin')
const target = join(to, movedName)
place.copying(target)
second.journal.copyTo(target)
await place.copied()
say('acked moved')
const third = await open()
for (let number = 0; number < 3; number++) third.keep(`after-${number}`)
third.journal.close()
say('end')

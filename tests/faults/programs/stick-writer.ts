/*
 * Keeps entries in a journal that is carried from a disk to a stick and back, and says `acked <name>` after each.
 * The tests cut its power at every call. Its own mutant: another `synchronous` on the stick.
 */
import { writeSync } from 'node:fs'
import * as v from 'valibot'
import { journalSettings, stickSettings } from '../../../src/store/open.ts'
import { journalIn, passphrase, settingsWith } from '../../unit/store/journal-in.ts'

const schema = v.object({
  folder: v.string(),
  count: v.number(),
  synchronous: v.picklist(['EXTRA', 'NORMAL']),
})
const { folder, count, synchronous } = v.parse(schema, JSON.parse(process.argv[2] ?? ''))
const say = (line: string) => writeSync(1, `${line}\n`)
const stick =
  synchronous === 'EXTRA'
    ? stickSettings
    : settingsWith('synchronous', 'NORMAL', '1', stickSettings)

for (const [turn, settings] of [journalSettings, stick, journalSettings].entries()) {
  const journal = journalIn(folder, { settings })
  const opened = await (journal.exists()
    ? journal.open({ passphrase })
    : journal.create(passphrase))
  if (!opened.ok) throw new Error(opened.message)
  say('acked journal')
  const put = opened.store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  for (let number = 0; number < count; number++) {
    const name = `run-${turn}.${number}`
    opened.store.write(() => put.run(name, `some words of a note ${number} `.repeat(60)))
    say(`acked ${name}`)
  }
  journal.close()
}

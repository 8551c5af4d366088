/*
 * Writes entries into a journal and says so, `acked <name>`, after each write has returned. The
 * tests cut its power, kill it and look for its words on the disk. Its own mutants: another
 * `synchronous`, and saying so inside a transaction that is not yet kept.
 */
import { writeSync } from 'node:fs'
import { journalIn, passphrase, recoveryKeyOf, settingsWith } from '../../unit/store/journal-in.ts'
import { parseWriterInput } from './writer-input.ts'

const { folder, run, count, words, synchronous, early, recovery } = parseWriterInput(
  process.argv[2],
)

const journal = journalIn(folder, {
  settings: settingsWith('synchronous', synchronous, synchronous === 'FULL' ? '2' : '1'),
})
const say = (line: string) => writeSync(1, `${line}\n`)

async function open() {
  say('opening')
  const opened = await (journal.exists()
    ? journal.open({ passphrase })
    : journal.create(passphrase))
  if (!opened.ok) throw new Error(opened.message)
  return opened.store
}

let store = await open()
say('acked journal')
for (let number = 0; number < count; number += 1) {
  const put = store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  const entry = (part: string) => {
    put.run(`${run}-${number}${part}`, `${words} ${number} `.repeat(60))
    if (early) say(`acked ${run}-${number}${part}`)
  }
  if (early) {
    store.write(() => Array.from({ length: 50 }, (_, part) => entry(`.${part}`)))
  } else {
    store.write(() => entry(''))
    say(`acked ${run}-${number}`)
  }
  if (recovery && number === Math.floor(count / 3)) {
    say(`acked recovery ${await recoveryKeyOf(journal, passphrase)}`)
  }
  if (recovery && number === Math.floor(count / 2)) {
    journal.close()
    store = await open()
  }
}
journal.close()

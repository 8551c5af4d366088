/*
 * A session in which the disk may fail: makes a journal, keeps entries, changes the passphrase, copies, closes and
 * opens again. Says `acked <name>` or `refused <name> <code>` after each step, and ends by itself; whatever isn't an
 * error of the store's ends it otherwise.
 */
import { writeSync } from 'node:fs'
import * as v from 'valibot'
import type { Store } from '../../../src/ports.ts'
import { StoreError } from '../../../src/store/errors.ts'
import { journalIn, passphrase } from '../../unit/store/journal-in.ts'

const { folder, changed } = v.parse(
  v.object({ folder: v.string(), changed: v.string() }),
  JSON.parse(process.argv[2] ?? ''),
)
const say = (line: string) => writeSync(1, `${line}\n`)
const journal = journalIn(folder)

async function did(name: string, work: () => unknown): Promise<boolean> {
  try {
    await work()
    say(`acked ${name}`)
    return true
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    say(`refused ${name} ${error.code}`)
    return false
  }
}

/** Null where the disk refuses three times. */
async function open(): Promise<Store | null> {
  for (let time = 0; time < 3; time += 1) {
    let opened = await (journal.exists()
      ? journal.open({ passphrase })
      : journal.create(passphrase))
    if (!opened.ok && opened.problem === 'wrong-secret')
      opened = await journal.open({ passphrase: changed })
    if (opened.ok) {
      say('acked journal')
      return opened.store
    }
    say(`refused journal ${opened.problem}`)
  }
  return null
}

async function keep(store: Store, names: readonly string[]) {
  for (const name of names) {
    const put = () =>
      store.write(() =>
        store
          .prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
          .run(name, 'some words '.repeat(300)),
      )
    // Whoever is told that it wasn't saved tries once more.
    if (!(await did(`entry-${name}`, put))) await did(`entry-${name}`, put)
  }
}

const first = await open()
if (first) {
  await keep(first, ['1', '2', '3'])
  await did('passphrase', () => journal.keys.setPassphrase({ passphrase }, changed))
  await keep(first, ['4', '5'])
  await did('copy', () => journal.backUp('import'))
  await did('closed', () => journal.close())
  const second = await open()
  if (second) await keep(second, ['6', '7'])
  await did('closed', () => journal.close())
}
say('ended')

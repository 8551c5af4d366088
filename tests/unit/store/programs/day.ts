/*
 * A day of a journal: opens it, writes, copies, puts the oldest copy back, locks, unlocks. Says what came of it, in a
 * process of its own, so that one which waits for ever can be ended.
 */
import { writeSync } from 'node:fs'
import { computerIdIn } from '../../../../src/store/computer-id.ts'
import { journalIn, passphrase } from '../journal-in.ts'

const [folder = '', put = ''] = process.argv.slice(2)
const own = { passphrase }
const journal = journalIn(folder, {
  computer: 'PC-3',
  isAlone: true,
  computerId: computerIdIn(folder, false),
})
const said: Record<string, unknown> = { exists: journal.exists(), elsewhere: journal.elsewhere() }
said['locked'] = journal.copies.list().map(({ kind }) => kind)
journal.sealed.key()
const opened = await journal.open(own)
said['opened'] = opened.ok ? (opened.notice ?? 'ok') : opened.problem
if (opened.ok) {
  const { store } = opened
  journal.sealed.publish(true)
  store.write(() => store.prepare(`INSERT INTO setting VALUES (?, '')`).run(put))
  store.forget([put])
  await journal.keys.setPassphrase(own, passphrase)
  journal.backUp('import')
  const copies = journal.copies.list()
  said['copies'] = copies.map(({ kind, opens }) => `${kind} ${opens}`).toSorted()
  said['count'] = journal.about().copies
  journal.close()
  const again = await journal.open(own)
  said['again'] = again.ok ? (again.notice ?? 'ok') : again.problem
  said['names'] = again.ok
    ? again.store.prepare<{ name: string }>('SELECT name FROM setting ORDER BY name').all()
    : null
  journal.close()
}
writeSync(1, JSON.stringify(said))

/*
 * A piece of a journal's life, in a folder that has one already. Says `begin` and `end` around it, and on
 * the way what is certain from then on: `acked <name>` of an entry, `acked import`, `acked copy`,
 * `restores {…}` (tests/faults/restores.ts) and `acked restore`, and
 * `keys {"all": […], "one": […], "none": […]}`: all of the first open it, at least one of the second where
 * there are any, none of the third. Waits before `begin` for a byte, so that whoever kills it can time it.
 */
import { readSync, writeSync } from 'node:fs'
import { createCompanion } from '../../../src/companion.ts'
import type { Input, Output, VaultDoor, WindowName } from '../../../src/contract.ts'
import { restAfterUnlockMs } from '../../../src/copies/daily.ts'
import type { Clock, Store } from '../../../src/ports.ts'
import { createFiles } from '../../../src/store/write-out.ts'
import { idAt, random, testClock } from '../../desk.ts'
import { journalIn, passphrase, recoveryKeyOf } from '../../unit/store/journal-in.ts'
import type { FoundNote } from '../restores.ts'
import { parseSessionInput, type Part } from './session-input.ts'

const { folder, part, file } = parseSessionInput(process.argv[2])
const journal = journalIn(folder)
const say = (line: string) => writeSync(1, `${line}\n`)
const own = { passphrase }

async function open(secret: { passphrase: string } = own): Promise<Store> {
  const opened = await journal.open(secret)
  if (!opened.ok) throw new Error(opened.message)
  return opened.store
}
let last = 0
function write(store: Store, count: number) {
  const put = store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  for (let nth = 0; nth < count; nth++) {
    const name = `${part}-${++last}`
    store.write(() => put.run(name, 'some words of a note '.repeat(60)))
    say(`acked ${name}`)
  }
}
function begin() {
  say('ready')
  readSync(0, Buffer.alloc(1))
  say('begin')
}

/** The companion of a desk over this journal. */
function deskWith(clock: Clock) {
  const companion = createCompanion({
    journal,
    clock,
    random,
    files: createFiles(folder, random),
    shell: { tell: () => {} },
    publish: () => {},
  })
  let id = 0
  const ask = async <M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ): Promise<Output<VaultDoor, M>> => {
    const answer = await companion.answer(window, { id: ++id, method, input })
    if (!answer.ok) throw new Error(answer.error.message)
    const value: Output<VaultDoor, M> = JSON.parse(JSON.stringify(answer.value))
    return value
  }
  return { companion, ask }
}

const lives: Record<Part, () => Promise<void>> = {
  async writing() {
    const store = await open()
    begin()
    write(store, 60)
  },

  async migrating() {
    begin()
    write(await open(), 3)
  },

  async copying() {
    const store = await open()
    write(store, 20)
    begin()
    for (let nth = 0; nth < 5; nth++) {
      journal.backUp('import')
      say('acked copy')
      write(store, 2)
    }
  },

  async importing() {
    const clock = testClock()
    const { companion, ask } = deskWith(clock)
    // With the sixth the copy of the day comes due: after the import, and so between begin and end.
    const note = async () => {
      clock.pass(restAfterUnlockMs / 6)
      const noteId = idAt(clock.now())
      const words = 'It was loud.'
      await ask('note', 'note.save', { id: noteId, difficulty: 4, type: 'angry', words })
      say(`acked ${noteId}`)
    }
    await ask('unlock', 'journal.open', own)
    await ask('main', 'settings.set', { words: 'numbers-and-words' })
    for (let nth = 0; nth < 5; nth++) await note()
    begin()
    const grant = 'e2b6a0b4-7a0a-4a7e-9d7c-0d9f3d0f8a11'
    companion.hear({ kind: 'file', grant, purpose: 'import', window: 'main', path: file })
    const looked = await ask('main', 'data.look', { grant })
    if (looked.problem) throw new Error(looked.problem.what)
    if (!looked.found) throw new Error('the file is encrypted')
    await ask('main', 'data.bring', { id: looked.found.id })
    say('acked import')
    await note()
    companion.hear({ kind: 'end' })
  },

  async restoring() {
    const clock = testClock()
    const { companion, ask } = deskWith(clock)
    /** Each note by its id, as it should be found. */
    const notes: Record<string, FoundNote> = {}
    const keep = async () => {
      clock.pass(1000)
      const id = idAt(clock.now())
      const note = { difficulty: 4, words: `It was loud. ${'They shouted. '.repeat(30)}` } as const
      await ask('note', 'note.save', { id, type: 'angry', ...note })
      notes[id] = note
      say(`acked ${id}`)
      return id
    }
    await ask('unlock', 'journal.open', own)
    await ask('main', 'settings.set', { words: 'numbers-and-words' })
    const [deleted, dropped, changed] = [await keep(), await keep(), await keep()]
    for (let nth = 0; nth < 5; nth++) await keep()
    journal.backUp('import')
    const comes = { ...notes, [dropped]: { difficulty: 4, words: '' } }
    delete comes[deleted]
    await ask('main', 'note.delete', { id: deleted })
    delete notes[deleted]
    await ask('main', 'note.dropWords', { id: dropped })
    notes[dropped] = { difficulty: 4, words: '' }
    await ask('main', 'note.edit', { id: changed, difficulty: 2, type: 'angry', words: null })
    notes[changed] = { difficulty: 2, words: notes[changed]?.words ?? '' }
    for (let nth = 0; nth < 5; nth++) await keep()
    journal.backUp('import')
    for (let nth = 0; nth < 3; nth++) await keep()
    const older = journal.copies.list().at(-1)?.name ?? ''
    say(`restores ${JSON.stringify({ stood: notes, comes, deleted })}`)
    begin()
    await ask('main', 'copies.restore', { name: older, sure: true })
    say('acked restore')
    for (let nth = 0; nth < 2; nth++) await keep()
    companion.hear({ kind: 'end' })
  },

  async keys() {
    const store = await open()
    write(store, 10)
    const [second, third] = [{ passphrase: 'a second of them' }, { passphrase: 'a third of them' }]
    const keychain = { secret: 'c'.repeat(44), sealed: 'c2VhbGVk' }
    const keys = (all: object[], one: object[] = [], none: object[] = []) =>
      say(`keys ${JSON.stringify({ all, one, none })}`)
    begin()
    keys([], [own, second])
    await journal.keys.setPassphrase(own, second.passphrase)
    keys([second], [], [own])
    write(store, 2)
    const recoveryKey = await recoveryKeyOf(journal, second.passphrase)
    keys([second, { recoveryKey }], [], [own])
    write(store, 2)
    await journal.keys.setKeychain(second, keychain)
    keys([second, { recoveryKey }, { keychain: keychain.secret }], [], [own])
    write(store, 2)
    keys([second])
    await journal.keys.remove(second, 'recovery')
    keys([second], [], [{ recoveryKey }, own])
    write(store, 2)
    keys([], [second, third])
    await journal.keys.renew(second, third.passphrase)
    keys([third], [], [second, { keychain: keychain.secret }])
    write(await open(third), 2)
  },

  async locking() {
    write(await open(), 5)
    begin()
    for (let nth = 0; nth < 6; nth++) {
      journal.close()
      write(await open(), 3)
    }
  },
}

say(`keys ${JSON.stringify({ all: [own], one: [], none: [] })}`)
await lives[part]()
say('end')
journal.close()

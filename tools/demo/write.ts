/** Plays a plan through the companion's own methods, into a journal on the disk. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCompanion } from '../../src/companion.ts'
import type { Input, VaultDoor, WindowName } from '../../src/contract.ts'
import type { Clock } from '../../src/ports.ts'
import { createJournal } from '../../src/store/journal.ts'
import { journalSettings, type Settings } from '../../src/store/open.ts'
import { uuidv7 } from '../../src/uuid.ts'
import { chanceFrom } from './chance.ts'
import { zone, type Planned, type PlannedShift } from './plan.ts'

export const demoPassphrase = 'a demo passphrase'

const migrations = readMigrations(join(import.meta.dirname, '../../src/store/migrations'))

/** A journal that can be made again needs no disk to wait for; Lull itself opens it as any other. */
const unhurried: Settings = {
  ...journalSettings,
  afterKey: journalSettings.afterKey.map((one) =>
    one.name === 'synchronous' ? { ...one, value: 'OFF', readsBack: '0' } : one,
  ),
}

/** Writes the plan into a new journal in `folder`, under `demoPassphrase`. */
export async function write(shifts: readonly PlannedShift[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { random } = chanceFrom(1)
  let now = shifts[0]?.startsAt ?? 0
  const clock: Clock = {
    now: () => now,
    elapsed: () => now,
    zone: () => zone,
    // Nobody sits here to be offered anything.
    after: () => () => {},
  }
  const companion = createCompanion({
    journal: createJournal({ folder, migrations, clock, random, settings: unhurried }),
    clock,
    random,
    shell: { tell: () => {} },
    publish: () => {},
  })
  let id = 0
  async function ask<M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ) {
    const answer = await companion.answer(window, { id: ++id, method, input })
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`)
  }

  await ask('unlock', 'journal.create', { passphrase: demoPassphrase })
  await ask('main', 'settings.set', {
    words: 'numbers-and-words',
    work: 'calls',
    gap: '45s',
    shiftStart: '22:00',
  })
  for (const event of shifts.flatMap(({ events }) => events)) {
    now = event.at
    if (event.what === 'call')
      companion.hear({ kind: 'call', event: event.event, source: sourceOf(event) })
    else if (event.what === 'check-in')
      await ask('main', 'checkin.save', { stress: event.stress, energy: event.energy })
    else if (event.what === 'pause')
      await ask('pause', 'pause.save', {
        id: uuidv7(now, random),
        pattern: 'longer-exhale',
        startedAt: now - event.elapsedMs,
        elapsedMs: event.elapsedMs,
        plannedMs: 60_000,
        ended: event.ended,
      })
    else
      await ask('note', 'note.save', {
        id: uuidv7(now, random),
        difficulty: event.difficulty,
        type: event.type,
        words: event.words,
      })
  }
  companion.hear({ kind: 'end' })
}

const sourceOf = ({ event }: Extract<Planned, { what: 'call' }>) =>
  event === 'marked' ? 'shortcut' : 'command'

function readMigrations(folder: string) {
  return readdirSync(folder).map((file) => {
    const [, version, name] = /^(\d{4})-([\w-]+)\.sql$/.exec(file) ?? []
    if (!version || !name) throw new Error(`${file} is not named like 0001-spine.sql`)
    return { version: Number(version), name, sql: readFileSync(join(folder, file), 'utf8') }
  })
}

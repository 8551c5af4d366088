import type { DataAbout } from '../contract.ts'
import type { Forgetting } from '../notes/forgetting.ts'
import type { Clock, Random, Store } from '../ports.ts'
import { inNextEpoch } from '../epochs.ts'
import { Refusal } from '../refusal.ts'
import { uuidv7 } from '../uuid.ts'
import { createContents } from './contents.ts'
import { BadFile, readJournalFile, written, type FileProblem } from './file.ts'
import type { CsvTable } from './kinds.ts'
import { changesBetween, isTombstone, merged, type Changes } from './merge.ts'
import { keyOf, tableNames, tableOf, type Contents, type Row, type TableName } from './tables.ts'
import { asCsv, asMarkdown, numbersOnly, type MarkdownWords } from './texts.ts'

/** In which shape everything is taken out. */
export type TakenAs =
  /** Always whole: brought in again, an entry without its words would take them from the one that has them. */
  | { as: 'json' }
  /** Without words, each text of the agent's is empty. */
  | { as: 'csv'; table: CsvTable; withWords: boolean }
  | { as: 'markdown'; say: MarkdownWords; withWords: boolean }

/** A journal that isn't this one, as the text that `look` reads: what is in it is trusted no more than that. */
export function asText(store: Store): string {
  const contents = createContents(store)
  return written({ exportedAt: '', settings: contents.settings(), contents: contents.read() })
}

/** How many rows there are of what a person knows by a name. */
export type Counts = Readonly<Record<CountedAs, number>>
export type CountedAs = 'notes' | 'checkIns' | 'pauses' | 'plans' | 'shifts' | 'other'

/** What bringing a file in would do. */
export interface LookedAt {
  /** For `bring`, within ten minutes. */
  id: string
  exportedAt: string
  added: Counts
  changed: Counts
  removed: Counts
  /** Notes that will have words here, and are shown only where words are on. */
  words: number
  /** Nothing is here yet, so the choices in the file are taken too. */
  empty: boolean
}

export interface Transfer {
  /** How much there is, and the date of the first shift. */
  holds(): NonNullable<DataAbout['holds']>
  /** Everything as a text. */
  out(taken: TakenAs): string
  /** Reads a file, and says what bringing it in would do; nothing is changed. */
  look(text: string): { problem: FileProblem } | { problem: null; found: LookedAt }
  /** Brings in what was looked at: all of it, after a copy of the journal was made, or nothing. */
  bring(id: string): LookedAt
  /** Forgets what was looked at. */
  leave(): void
}

export interface TransferPorts {
  store: Store
  clock: Clock
  random: Random
  /** Copies the journal before anything is brought in. Throws where it can't. */
  backUp: () => void
  /** Works out anew what is kept of the entries. Inside the transaction. */
  rebuild: () => void
  forgetting: Pick<Forgetting, 'mark' | 'soon'>
}

const noneHeld = { shifts: 0, notes: 0, checkIns: 0, pauses: 0, from: null }
/** For so long a file that was looked at can be brought in. */
export const lookMs = 600_000

export function createTransfer(ports: TransferPorts): Transfer {
  const { store, clock, random, backUp, rebuild, forgetting } = ports
  const contents = createContents(store)
  const holds = store.prepare<NonNullable<DataAbout['holds']>>(`
    SELECT (SELECT count(*) FROM shift) AS shifts, (SELECT count(*) FROM note) AS notes,
      (SELECT count(*) FROM checkin) AS checkIns, (SELECT count(*) FROM pause) AS pauses,
      (SELECT min(shift_date) FROM shift) AS "from"`)
  let held: {
    id: string
    until: number
    brought: Contents
    settings: Record<string, string>
    before: string
  } | null = null

  /** What this file would make of the journal, and by what. */
  function plan(brought: Contents) {
    const from = contents.read()
    const to = namesKept(merged(from, brought), from, brought)
    return { from, to, changes: changesBetween(from, to), empty: from.shift.length === 0 }
  }

  function told(id: string, exportedAt: string, { to, changes, empty }: ReturnType<typeof plan>) {
    const of = (which: 'added' | 'changed' | 'removed') =>
      countsOf((name) => changes[name][which].length)
    const hasWords = (row: Row) => row['words'] !== '' || row['next_time'] !== ''
    const here = new Set([...changes.note.added, ...changes.note.changed].filter(hasWords))
    const words = to.note.filter((row) => here.has(row)).length
    return {
      id,
      exportedAt,
      added: of('added'),
      changed: of('changed'),
      removed: of('removed'),
      words,
      empty,
    }
  }

  return {
    holds: () => holds.get() ?? noneHeld,
    out(taken) {
      const all = contents.read()
      const shown = taken.as === 'json' || taken.withWords ? all : numbersOnly(all)
      switch (taken.as) {
        case 'csv':
          return asCsv(shown, taken.table)
        case 'markdown':
          return asMarkdown(shown, taken.say)
        case 'json': {
          const exportedAt = Temporal.Instant.fromEpochMilliseconds(clock.now()).toString()
          return written({ exportedAt, settings: contents.settings(), contents: shown })
        }
      }
    },
    look(text) {
      held = null
      try {
        const file = readJournalFile(text, clock.now(), (table, key) => contents.has(table, key))
        const id = uuidv7(clock.now(), random)
        const planned = plan(file.contents)
        const { words: _, ...rest } = file.settings
        held = {
          id,
          until: clock.elapsed() + lookMs,
          brought: file.contents,
          settings: rest,
          before: file.exportedAt,
        }
        return { problem: null, found: told(id, file.exportedAt, planned) }
      } catch (error) {
        if (error instanceof BadFile) return { problem: error.problem }
        throw error
      }
    },
    bring(id) {
      const file = held
      if (!file || file.id !== id || clock.elapsed() > file.until)
        throw new Refusal('too-late', 'That file was looked at too long ago.')
      backUp()
      const planned = plan(file.brought)
      const { from, to, changes, empty } = planned
      store.write(() => {
        contents.write(from, to)
        if (empty) contents.writeSettings(file.settings)
        rebuild()
        forgetting.mark(wordless(from, to, changes))
      })
      held = null
      forgetting.soon()
      return told(id, file.before, planned)
    },
    leave() {
      held = null
    },
  }
}

/**
 * A type that one desk deleted and the other has notes of is hidden instead, as where one deletes it oneself: so they
 * keep their name.
 */
function namesKept(to: Contents, ...both: readonly Contents[]): Contents {
  const used = new Set(to.note.map((row) => row['type']))
  return {
    ...to,
    note_type: to.note_type.map((row) => {
      if (!isTombstone('note_type', row) || !used.has(row['id'])) return row
      const named = both
        .flatMap(({ note_type: rows }) => rows)
        .find((each) => each['id'] === row['id'] && !isTombstone('note_type', each))
      if (!named) return row
      const last = (column: string) => Math.max(Number(row[column]), Number(named[column]))
      return { ...named, hidden: 1, rev: inNextEpoch(last('rev')), edited_at: last('edited_at') }
    }),
  }
}

/**
 * Whose words go by this: deleted or dropped, here or at another desk. Words that another version takes the place of
 * stay in older copies, and in the one that was made first: nobody asked for those to go.
 */
function wordless(from: Contents, to: Contents, changes: Readonly<Record<TableName, Changes>>) {
  const dropped = new Set(to.gone.map((row) => row['id']))
  return tableNames.flatMap((name) => {
    const table = tableOf(name)
    const wordy = Object.keys(table.columns).filter((column) => table.columns[column]?.words)
    if (wordy.length === 0) return []
    const hadWords = new Set(
      from[name].flatMap((row) =>
        wordy.some((column) => row[column] !== '') ? [keyOf(table, row)] : [],
      ),
    )
    const emptied = changes[name].changed.filter(
      (row) =>
        (dropped.has(row[table.key[0] ?? ''] ?? null) || isTombstone(name, row)) &&
        wordy.every((column) => row[column] === ''),
    )
    return [...emptied, ...changes[name].removed].flatMap((row) => {
      const id = row[table.key[0] ?? '']
      return typeof id === 'string' && hadWords.has(keyOf(table, row)) ? [id] : []
    })
  })
}

/** By what a person calls them. */
export function countsOf(count: (name: TableName) => number): Counts {
  const named: Readonly<Partial<Record<TableName, CountedAs>>> = {
    note: 'notes',
    checkin: 'checkIns',
    pause: 'pauses',
    plan: 'plans',
    shift: 'shifts',
  }
  const counts = { notes: 0, checkIns: 0, pauses: 0, plans: 0, shifts: 0, other: 0 }
  // What was deleted shows in what it took out.
  for (const name of tableNames) if (name !== 'gone') counts[named[name] ?? 'other'] += count(name)
  return counts
}

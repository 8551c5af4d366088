/** What a copy says, once what has been deleted since then is taken out of it. */
import type { Store } from '../ports.ts'
import { createContents } from '../transfer/contents.ts'
import { changesBetween, compare, deletes, eachTable, merged, settled } from '../transfer/merge.ts'
import { keyOf, tableOf, type Contents, type Row, type TableName } from '../transfer/tables.ts'
import { countsOf } from '../transfer/transfer.ts'
import type { CopyLook } from '../contract.ts'

/**
 * A copy as it may come back: what was deleted in the journal since stays deleted, and words that were dropped
 * there stay away. Everything else is as the copy has it. What the journal has written less often than the copy
 * says nothing of it: an older copy stands there by now.
 */
export function comingBack(copy: Contents, now: Contents): Contents {
  const goneToo = merged(copy, { ...eachTable(() => []), gone: now.gone })
  return settled(
    eachTable((name) => {
      const table = tableOf(name)
      const later = new Map(now[name].map((row) => [keyOf(table, row), row]))
      return goneToo[name].map((row) => {
        const since = later.get(keyOf(table, row))
        if (!since) return row
        if (deletes(name, since, row)) return since
        return isAsLate(since, row) ? without(name, row, since) : row
      })
    }),
  )
}

function without(name: TableName, row: Row, since: Row): Row {
  const emptied = Object.entries(tableOf(name).columns).flatMap(([column, { words }]) =>
    words && since[column] === '' ? [[column, '']] : [],
  )
  return emptied.length === 0 ? row : { ...row, ...Object.fromEntries(emptied) }
}

const isAsLate = (one: Row, other: Row): boolean => {
  const byRev = compare(one['rev'], other['rev'])
  return byRev > 0 || (byRev === 0 && compare(one['edited_at'], other['edited_at']) >= 0)
}

/** What isn't an entry stays as it is now: choices, what is being written, what Lull has still to do. */
const staying = ['setting', 'draft', 'leaving', 'prompt_decision', 'seal', 'sealed_taken'] as const

/**
 * Makes the copy what comes back. `now`: the journal; null where nothing can be read of it, and so what was deleted
 * since is back, as far as it could not be taken out of the copy when it was. `rebuild` works out anew what is kept
 * of the entries.
 */
export function takeOver(copy: Store, now: Store | null, rebuild: (copy: Store) => void): void {
  if (!now) return
  const contents = createContents(copy)
  const before = contents.read()
  const after = comingBack(before, createContents(now).read())
  copy.write(() => {
    contents.write(before, after)
    for (const table of staying) carry(table, now, copy)
    rebuild(copy)
  })
}

function carry(table: (typeof staying)[number], from: Store, to: Store): void {
  const rows = from.tuples(`SELECT * FROM ${table}`).all()
  to.prepare(`DELETE FROM ${table}`).run()
  const [first] = rows
  if (!first) return
  const insert = to.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`)
  for (const row of rows) insert.run(...row)
}

/** How often and when something was written makes no difference that anybody sees. */
const unversioned = (contents: Contents): Contents =>
  eachTable((name) =>
    contents[name].map((row) => ({
      ...row,
      ...('rev' in row ? { rev: 0 } : {}),
      ...('edited_at' in row ? { edited_at: 0 } : {}),
    })),
  )

/** What is in a copy, and what putting it back would do. */
export function lookInto(copy: Store, now: Store | null): CopyLook {
  const inIt = createContents(copy).read()
  const dates = inIt.shift
    .flatMap(({ shift_date: date }) => (typeof date === 'string' ? [date] : []))
    .toSorted()
  const here = now && createContents(now).read()
  const changes = here && changesBetween(unversioned(here), unversioned(comingBack(inIt, here)))
  const of = (which: 'added' | 'changed' | 'removed') =>
    countsOf((name) => changes?.[name][which].length ?? 0)
  return {
    holds: {
      shifts: inIt.shift.length,
      notes: inIt.note.length,
      checkIns: inIt.checkin.length,
      pauses: inIt.pause.length,
    },
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    differs: changes && { goes: of('removed'), comes: of('added'), changes: of('changed') },
  }
}

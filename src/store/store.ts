import type { Statement as Prepared } from 'better-sqlite3'
import { isPromise } from 'node:util/types'
import type { Cell, Forgotten, Statement, Store } from '../ports.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import { cleanIndex, settle } from './forget.ts'
import type { Db } from './open.ts'

export interface StoreHooks {
  /** Asked before each commit; what it throws takes the transaction back. */
  check?: () => void
  /** Something that was read turned out to be damaged. */
  damaged?: () => void
  /** Hears each transaction's number once it is kept. */
  committed?: (seq: number) => void
  /** Takes what these notes and plans no longer say out of the copies; says out of how many. */
  forgetInCopies?: (ids: readonly string[]) => Omit<Forgotten, 'settled'>
}

/** The store over an open database. */
export function openStore(
  db: Db,
  {
    check,
    damaged,
    committed,
    forgetInCopies = () => ({ copiesCleared: 0, copiesLeft: 0 }),
  }: StoreHooks = {},
): Store {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const bump = db.prepare<[], { seq: number }>('UPDATE journal_seq SET seq = seq + 1 RETURNING seq')
  const failures: unknown[] = []

  /** A part that threw takes the whole transaction with it, even when its caller carries on. */
  const join = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      failures.push(error)
      throw error
    }
  }

  const transact = <Result>(work: () => Result): { result: Result; seq: number } => {
    failures.length = 0
    begin.run()
    try {
      const result = work()
      if (isPromise(result)) throw new TypeError('a write can’t wait: its work must be synchronous')
      if (failures.length > 0) throw failures[0]
      const seq = bump.get()?.seq ?? 0
      check?.()
      commit.run()
      return { result, seq }
    } catch (error) {
      // After some errors (a full disk, for one) SQLite has rolled back already.
      if (db.inTransaction) rollback.run()
      throw error
    }
  }

  const careful: Careful = (work) => {
    try {
      return withStoreErrors(work)
    } catch (error) {
      if (error instanceof StoreError && error.code === 'damaged') damaged?.()
      throw error
    }
  }

  return {
    prepare: <Row>(sql: string) =>
      statementOf(
        careful(() => db.prepare<Cell[], Row>(sql)),
        careful,
      ),
    tuples: <Row extends readonly Cell[]>(sql: string) =>
      statementOf(
        careful(() => db.prepare<Cell[], Row>(sql).raw()),
        careful,
      ),
    write(work) {
      if (db.inTransaction) return join(work)
      const { result, seq } = careful(() => transact(work))
      committed?.(seq)
      return result
    },
    forget: (ids): Forgotten => ({
      settled: isDone(() => {
        cleanIndex(db)
        return settle(db)
      }),
      ...copiesOf(() => forgetInCopies(ids)),
    }),
  }
}

/** Runs something of SQLite's; its errors come out as the store's. */
type Careful = <Result>(work: () => Result) => Result

const statementOf = <Row>(statement: Prepared<Cell[], Row>, careful: Careful): Statement<Row> => ({
  get: (...cells) => careful(() => statement.get(...cells)),
  all: (...cells) => careful(() => statement.all(...cells)),
  run: (...cells) => careful(() => statement.run(...cells)),
})

/** Copies that can't even be listed are told as one. */
function copiesOf(work: () => Omit<Forgotten, 'settled'>): Omit<Forgotten, 'settled'> {
  try {
    return work()
  } catch {
    return { copiesCleared: 0, copiesLeft: 1 }
  }
}

/** The journal itself has let go already; what the disk refuses afterwards is told, not thrown. */
function isDone(work: () => boolean): boolean {
  try {
    return work()
  } catch {
    return false
  }
}

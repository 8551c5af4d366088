import type { Instant, Store } from '../ports.ts'
import { answersIn, textOf, type Answers } from './items.ts'
import { nextEpoch } from '../epochs.ts'

export interface SelfCheckRow {
  id: string
  /** `2026-11`: the month it is of, by the date on which it was begun. */
  month: string
  begunAt: Instant
  zone: string
  finishedAt: Instant | null
  answers: Answers
  editedAt: Instant
}

export interface SelfCheckRows {
  /** Oldest first. */
  all(): SelfCheckRow[]
  get(id: string): SelfCheckRow | undefined
  /** The one that was begun last. */
  last(): SelfCheckRow | undefined
  insert(row: SelfCheckRow): void
  answer(id: string, answers: Answers, now: Instant): void
  finish(id: string, at: Instant | null, now: Instant): void
  /** Takes it out with all its answers; its id stays. */
  delete(id: string, now: Instant): void
  /** Puts back what was taken out. */
  restore(id: string, answers: Answers, now: Instant): void
}

interface Row extends Omit<SelfCheckRow, 'answers'> {
  answers: string
}

/** The self-checks' rows; each call that writes stands inside `store.write`. */
export function createSelfCheckRows(store: Store): SelfCheckRows {
  const columns = `id, month, begun_at AS begunAt, zone, finished_at AS finishedAt, answers,
    edited_at AS editedAt FROM selfcheck WHERE gone = 0`
  const all = store.prepare<Row>(`SELECT ${columns} ORDER BY begun_at, id`)
  const get = store.prepare<Row>(`SELECT ${columns} AND id = ?`)
  const last = store.prepare<Row>(`SELECT ${columns} ORDER BY begun_at DESC, id DESC LIMIT 1`)
  const insert = store.prepare(`
    INSERT INTO selfcheck (id, month, begun_at, zone, finished_at, answers, edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const answer = store.prepare(`
    UPDATE selfcheck SET answers = ?, rev = rev + 1, edited_at = ? WHERE id = ?`)
  const finish = store.prepare(`
    UPDATE selfcheck SET finished_at = ?, rev = rev + 1, edited_at = ? WHERE id = ?`)
  const remove = store.prepare(`
    UPDATE selfcheck SET gone = 1, answers = '', rev = rev + 1, edited_at = ? WHERE id = ?`)
  const back = store.prepare(`
    UPDATE selfcheck SET gone = 0, answers = ?, rev = ${nextEpoch('rev')}, edited_at = ?
    WHERE id = ?`)
  const shown = (row: Row): SelfCheckRow => ({ ...row, answers: answersIn(row.answers) })
  const maybe = (row: Row | undefined) => row && shown(row)

  return {
    all: () => all.all().map(shown),
    get: (id) => maybe(get.get(id)),
    last: () => maybe(last.get()),
    insert: ({ id, month, begunAt, zone, finishedAt, answers, editedAt }) => {
      insert.run(id, month, begunAt, zone, finishedAt, textOf(answers), editedAt)
    },
    answer: (id, answers, now) => {
      answer.run(textOf(answers), now, id)
    },
    finish: (id, at, now) => {
      finish.run(at, now, id)
    },
    delete: (id, now) => {
      remove.run(now, id)
    },
    restore: (id, answers, now) => {
      back.run(textOf(answers), now, id)
    },
  }
}

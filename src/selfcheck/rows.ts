import type { Instant, Store } from '../ports.ts'
import { itemIds, steps, type Answers, type ItemId, type Step } from './items.ts'

export interface SelfCheckRow {
  id: string
  /** `2026-11`: the month it is of, by the date on which it was begun. */
  month: string
  begunAt: Instant
  zone: string
  finishedAt: Instant | null
  editedAt: Instant
}

export interface SelfCheckRows {
  /** Oldest first. */
  all(): SelfCheckRow[]
  get(id: string): SelfCheckRow | undefined
  /** The one that was begun last. */
  last(): SelfCheckRow | undefined
  answersOf(id: string): Answers
  insert(row: SelfCheckRow): void
  /** Keeps an answer, or takes it back. */
  answer(id: string, item: ItemId, value: Step | null, now: Instant): void
  finish(id: string, at: Instant | null, now: Instant): void
  /** Takes it out with all its answers; its id stays. */
  delete(id: string, now: Instant): void
  /** Puts back what was taken out. */
  restore(id: string, answers: Answers, now: Instant): void
}

/** The self-checks' rows; each call that writes stands inside `store.write`. */
export function createSelfCheckRows(store: Store): SelfCheckRows {
  const columns = `id, month, begun_at AS begunAt, zone, finished_at AS finishedAt,
    edited_at AS editedAt FROM selfcheck`
  const all = store.prepare<SelfCheckRow>(`SELECT ${columns} WHERE gone = 0 ORDER BY begun_at, id`)
  const get = store.prepare<SelfCheckRow>(`SELECT ${columns} WHERE id = ? AND gone = 0`)
  const last = store.prepare<SelfCheckRow>(
    `SELECT ${columns} WHERE gone = 0 ORDER BY begun_at DESC, id DESC LIMIT 1`,
  )
  const answers = store.prepare<{ item: string; value: number }>(
    `SELECT item, value FROM selfcheck_answer WHERE selfcheck_id = ?`,
  )
  const insert = store.prepare(`
    INSERT INTO selfcheck (id, month, begun_at, zone, finished_at, edited_at)
    VALUES (?, ?, ?, ?, ?, ?)`)
  const keep = store.prepare(`
    INSERT INTO selfcheck_answer (selfcheck_id, item, value) VALUES (?, ?, ?)
    ON CONFLICT (selfcheck_id, item) DO UPDATE SET value = excluded.value`)
  const takeBack = store.prepare(`
    DELETE FROM selfcheck_answer WHERE selfcheck_id = ? AND item = ?`)
  const clear = store.prepare(`DELETE FROM selfcheck_answer WHERE selfcheck_id = ?`)
  const touch = store.prepare(`
    UPDATE selfcheck SET rev = rev + 1, edited_at = ? WHERE id = ?`)
  const finish = store.prepare(`
    UPDATE selfcheck SET finished_at = ?, rev = rev + 1, edited_at = ? WHERE id = ?`)
  const turn = store.prepare(`
    UPDATE selfcheck SET gone = ?, rev = rev + 1, edited_at = ? WHERE id = ?`)

  return {
    all: () => all.all(),
    get: (id) => get.get(id),
    last: () => last.get(),
    answersOf: (id) => answersIn(answers.all(id)),
    insert: ({ id, month, begunAt, zone, finishedAt, editedAt }) => {
      insert.run(id, month, begunAt, zone, finishedAt, editedAt)
    },
    answer(id, item, value, now) {
      if (value === null) takeBack.run(id, item)
      else keep.run(id, item, value)
      touch.run(now, id)
    },
    finish: (id, at, now) => {
      finish.run(at, now, id)
    },
    delete(id, now) {
      clear.run(id)
      turn.run(1, now, id)
    },
    restore(id, before, now) {
      for (const item of itemIds) {
        const value = before[item]
        if (value !== undefined) keep.run(id, item, value)
      }
      turn.run(0, now, id)
    },
  }
}

/** An item that only a newer Lull knows is left out, and stays in its row. */
function answersIn(rows: readonly { item: string; value: number }[]): Answers {
  const found: Partial<Record<ItemId, Step>> = {}
  for (const row of rows) {
    const item = itemIds.find((each) => each === row.item)
    const step = steps.find((each) => each === row.value)
    if (item !== undefined && step !== undefined) found[item] = step
  }
  return found
}

import type { SelfCheck, SelfChecks } from '../contract.ts'
import { undoMs } from '../notes/changing.ts'
import type { Clock, Random, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { localDate } from '../shifts/shift.ts'
import { uuidv7 } from '../uuid.ts'
import { firstAfterShifts, isCurrent, isWeekOpen, lineOf, monthOf, type Begun } from './due.ts'
import { hidden, type Answers, type ItemId, type Step } from './items.ts'
import type { SelfCheckRow, SelfCheckRows } from './rows.ts'
import { sideOf } from './scoring.ts'

export interface SelfCheckRoom {
  get(): SelfChecks
  /** Keeps an answer in the self-check of now, which begins with the first; null takes it back. */
  answer(item: ItemId, value: Step | null): void
  /** It is answered as far as the agent likes; `false` takes that back. */
  finish(id: string, finished: boolean): void
  /** Takes one out, its answers with it. */
  delete(id: string): void
  /** Takes the last deletion of this one back, within 8 s. */
  undo(id: string): void
  /** The question of the week, as of today; null takes the answer back. */
  week(value: Step | null): void
  /** Today says nothing of it any more in this month. */
  skip(): void
  /** What Today says of it. */
  line(): 'go-on' | 'due' | null
}

const skippedIn = 'selfcheck-skipped'
/** As many weeks as are shown. */
const weeksShown = 26

export function createSelfChecks(
  store: Store,
  rows: SelfCheckRows,
  clock: Clock,
  random: Random,
): SelfCheckRoom {
  const setting = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keepSetting = store.prepare(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`)
  const shifts = store.prepare<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM shift LIMIT ${firstAfterShifts})`,
  )
  const weeks = store.prepare<{ date: string; value: Step }>(`
    SELECT on_date AS date, value FROM selfcheck_week WHERE value IS NOT NULL
    ORDER BY on_date DESC LIMIT ${weeksShown}`)
  const keepWeek = store.prepare(`
    INSERT INTO selfcheck_week (on_date, value, at, zone, edited_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (on_date) DO UPDATE SET value = excluded.value, rev = rev + 1,
      edited_at = excluded.edited_at`)
  const held = new Map<string, { answers: Answers; letGo: () => void }>()

  const today = () => localDate(clock.now(), clock.zone())
  const begun = ({ month, begunAt, editedAt, finishedAt }: SelfCheckRow): Begun => ({
    month,
    beganAt: begunAt,
    editedAt,
    finished: finishedAt !== null,
  })
  const isNow = (row: SelfCheckRow) => isCurrent(begun(row), today(), clock.now())
  const required = (id: string): SelfCheckRow => {
    const row = rows.get(id)
    if (!row) throw new Refusal('no-selfcheck', 'There is no such self-check.')
    return row
  }
  function shown(row: SelfCheckRow): SelfCheck {
    const { answers } = row
    return {
      id: row.id,
      month: row.month,
      date: localDate(row.begunAt, row.zone),
      finished: row.finishedAt !== null,
      answers,
      work: sideOf('work', answers),
      customers: sideOf('customers', answers),
      hidden: answers[hidden] ?? null,
    }
  }
  function begin(answers: Answers) {
    const now = clock.now()
    rows.insert({
      id: uuidv7(now, random),
      month: monthOf(today()),
      begunAt: now,
      zone: clock.zone(),
      finishedAt: null,
      answers,
      editedAt: now,
    })
  }

  return {
    get() {
      const all = rows.all()
      const last = all.at(-1)
      const answered = weeks.all()
      return {
        month: monthOf(today()),
        today: today(),
        current: last && isNow(last) ? last.id : null,
        checks: all.map(shown),
        weeks: answered.toReversed(),
        weekOpen: isWeekOpen(answered[0]?.date ?? null, today()),
      }
    },
    answer: (item, value) =>
      store.write(() => {
        const last = rows.last()
        const now = last && isNow(last) ? last : null
        const { [item]: _, ...rest } = now?.answers ?? {}
        const answers = value === null ? rest : { ...rest, [item]: value }
        if (now) rows.answer(now.id, answers, clock.now())
        else if (value !== null) begin(answers)
      }),
    finish: (id, finished) =>
      store.write(() => {
        required(id)
        const now = clock.now()
        rows.finish(id, finished ? now : null, now)
      }),
    delete(id) {
      const { answers } = required(id)
      store.write(() => rows.delete(id, clock.now()))
      held.get(id)?.letGo()
      held.set(id, { answers, letGo: clock.after(undoMs, () => held.delete(id)) })
    },
    undo(id) {
      const before = held.get(id)
      if (!before) throw new Refusal('too-late', 'That can’t be taken back any more.')
      store.write(() => rows.restore(id, before.answers, clock.now()))
      before.letGo()
      held.delete(id)
    },
    week: (value) =>
      store.write(() => {
        const now = clock.now()
        keepWeek.run(today(), value, now, clock.zone(), now)
      }),
    skip: () =>
      store.write(() => {
        keepSetting.run(skippedIn, monthOf(today()))
      }),
    line() {
      const last = rows.last()
      return lineOf({
        today: today(),
        now: clock.now(),
        last: last ? begun(last) : null,
        skipped: setting.get(skippedIn)?.value ?? null,
        shifts: shifts.get()?.count ?? 0,
      })
    },
  }
}

/** Before there is a journal. */
export function noSelfChecks(clock: Clock): SelfChecks {
  const today = localDate(clock.now(), clock.zone())
  return {
    month: monthOf(today),
    today,
    current: null,
    checks: [],
    weeks: [],
    weekOpen: false,
  }
}

import type { Clock, Store } from '../ports.ts'
import { localDate } from '../shifts/shift.ts'
import { areHeavy, shiftsLookedAt } from './heavy-rule.ts'
import { isAtTheTop } from './scoring.ts'
import { sides } from './items.ts'
import type { SelfCheckRows } from './rows.ts'

export interface Heavy {
  /** Whether the sentence stands on a page now. A few rows, however many years are behind it. */
  now(): boolean
  /** It was read: it goes. */
  read(): void
}

interface Value {
  shiftDate: string
  stress: number
  energy: number
}

const readOn = 'heavy-read-on'

export function createHeavy(store: Store, selfChecks: SelfCheckRows, clock: Clock): Heavy {
  // By date, from the newest on: the index has it, and the seventh logged one is near.
  const last = store.prepare<Value>(`
    SELECT s.shift_date AS shiftDate, m.stress_sum * 1.0 / m.rated AS stress,
      m.energy_sum * 1.0 / m.rated AS energy
    FROM shift s JOIN shift_summary m ON m.shift_id = s.id
    WHERE m.rated > 0 ORDER BY s.shift_date DESC, s.id DESC LIMIT ${shiftsLookedAt}`)
  const setting = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keep = store.prepare(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`)
  const today = () => localDate(clock.now(), clock.zone())

  function lastCheck() {
    const row = selfChecks.last()
    if (!row) return null
    return {
      date: localDate(row.begunAt, row.zone),
      atTheTop: sides.some((side) => isAtTheTop(side, row.answers)),
    }
  }

  return {
    now: () =>
      areHeavy({
        today: today(),
        shifts: last.all(),
        selfCheck: lastCheck(),
        readOn: dayOf(setting.get(readOn)?.value),
      }),
    read: () =>
      store.write(() => {
        keep.run(readOn, today())
      }),
  }
}

/** A setting may have come with a file: what is no date counts as never read. */
function dayOf(text: string | undefined): string | null {
  try {
    return text === undefined ? null : Temporal.PlainDate.from(text).toString()
  } catch {
    return null
  }
}

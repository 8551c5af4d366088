import type { Clock, Store } from '../ports.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shifts } from '../shifts/shifts.ts'
import { isInTime, lengthOf, lengthsLookedAt, momentsOf, nextMoment } from './reminders.ts'

export interface Reminding {
  /** Sets the one timer for the next moment of the open shift, or none. Call it when anything changed. */
  arm(): void
  end(): void
}

/** `remind` is the policy's: it decides whether anything is shown. */
export function createReminding(
  store: Store,
  shifts: Shifts,
  settings: SettingsRoom,
  clock: Clock,
  remind: () => void,
): Reminding {
  const lengths = store.prepare<{ length: number }>(`
    SELECT last_at - opened_at AS length FROM shift
    WHERE opened_at < ? AND made_later = 0 ORDER BY opened_at DESC LIMIT ${lengthsLookedAt}`)
  // Whoever has read the closing line has gone home.
  const closed = store.prepare<{ one: number }>(`
    SELECT 1 AS one FROM shift_card WHERE shift_id = ? AND end_step = 'closing'`)
  let armed: string | null = null
  let stop = () => {}

  function end() {
    stop()
    armed = null
  }
  const openShift = () => {
    const shift = shifts.open(clock.now())
    return shift && !closed.get(shift.id) ? shift : null
  }

  function arm() {
    const count = settings.checkInReminders()
    const shift = count === 0 ? null : openShift()
    if (!shift) return end()
    const length = lengthOf(lengths.all(shift.openedAt).map((each) => each.length))
    const now = clock.now()
    const next = nextMoment(momentsOf(shift, length, count), now)
    if (next === null) return end()
    const wanted = `${shift.id} ${next}`
    if (wanted === armed) return
    end()
    armed = wanted
    stop = clock.after(next - now, () => {
      armed = null
      if (openShift()?.id === shift.id && isInTime(next, clock.now())) remind()
      arm()
    })
  }

  return { arm, end }
}

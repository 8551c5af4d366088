/** Of so many logged shifts, the last ones, so many must be heavy (design.md, "Honest numbers" 7). */
export const shiftsLookedAt = 7
export const heavyFrom = 5
export const stressFrom = 9
export const energyUpTo = 1
/** Shifts and self-checks of longer ago say nothing about now. Our own choice: four weeks. */
export const lookBackDays = 28
/** It is said once: after it was read, not again for so many days, however heavy they stay. Our choice. */
export const quietForDays = 91

export interface HeavyFacts {
  today: string
  /** The last logged shifts, newest first: date, and values of 0 to 10, which may be means. */
  shifts: readonly { shiftDate: string; stress: number; energy: number }[]
  /** The last self-check: its local date, and whether every answer of a side was at the top. */
  selfCheck: { date: string; atTheTop: boolean } | null
  /** The local date on which it was read last. */
  readOn: string | null
}

/**
 * Whether Lull says its one sentence about heavy numbers: stress 9 or 10, or energy 0 or 1, in 5 of the
 * last 7 logged shifts, those of the last four weeks; or all answers of a side at the top. Once it was
 * read it is quiet for a quarter of a year, so that what it was said about never brings it back.
 */
export function areHeavy({ today, shifts, selfCheck, readOn }: HeavyFacts): boolean {
  if (readOn !== null && daysFrom(readOn, today) < quietForDays) return false
  const counts = (date: string) => daysFrom(date, today) < lookBackDays
  const heavy = shifts
    .slice(0, shiftsLookedAt)
    .filter(({ shiftDate }) => counts(shiftDate))
    .filter(({ stress, energy }) => stress >= stressFrom || energy <= energyUpTo)
  return (
    heavy.length >= heavyFrom ||
    (selfCheck !== null && selfCheck.atTheTop && counts(selfCheck.date))
  )
}

const daysFrom = (one: string, other: string): number =>
  Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other)).days

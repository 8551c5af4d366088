/** What the demo's agent answered once a month and once a week, and said of the last check-ins. */
import type { CheckInDetails } from '../../src/contract.ts'
import { itemIds, itemsOf, steps, type ItemId, type Step } from '../../src/selfcheck/items.ts'
import type { Instant } from '../../src/ports.ts'
import { chanceFrom } from './chance.ts'
import { strain, type PlannedShift } from './plan.ts'

export interface PlannedSelfCheck {
  at: Instant
  answers: readonly { item: ItemId; value: Step }[]
}

/** In April there was a holiday, and nobody asked. */
const leftOut = '-04'

/**
 * One at the end of each month's fifth shift, up to the month before `end`'s: this month's is still to
 * come. Strain from the work itself rises in the peak and in autumn, that from customers less.
 */
export function plannedSelfChecks(shifts: readonly PlannedShift[]): PlannedSelfCheck[] {
  const months = new Map<string, PlannedShift[]>()
  for (const shift of shifts) {
    const month = shift.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), shift])
  }
  return [...months]
    .slice(0, -1)
    .filter(([month]) => !month.endsWith(leftOut))
    .flatMap(([, ofMonth]) => {
      const shift = ofMonth[4]
      if (!shift) return []
      const chance = chanceFrom(shift.startsAt)
      const level = strain(Temporal.PlainDate.from(shift.date))
      const answers = itemIds.map((item) => {
        const isWork = itemsOf.work.some((each) => each === item)
        const mean = isWork ? 1.5 + 0.55 * level : 1.3 + 0.35 * level
        return { item, value: stepAt(mean + 0.6 * chance.normal()) }
      })
      // Once, half of the second side was left out.
      const some = shift.date.slice(5, 7) === '08' ? answers.slice(0, 9) : answers
      return [{ at: shift.endsAt - 240_000, answers: some }]
    })
}

/** The question of the week, after the last shifts of a dozen weeks. */
export function plannedWeeks(shifts: readonly PlannedShift[]): { at: Instant; value: Step }[] {
  const last = shifts.slice(0, -1).filter((shift, index, all) => {
    const next = all[index + 1]
    return next !== undefined && next.startsAt - shift.endsAt > 40 * 3_600_000
  })
  return last.slice(-12).map((shift) => {
    const chance = chanceFrom(shift.endsAt)
    const level = strain(Temporal.PlainDate.from(shift.date))
    return { at: shift.endsAt, value: stepAt(1.2 + 0.4 * level + 0.7 * chance.normal()) }
  })
}

/** Said of the last check-ins, the newest first; null where nothing was. */
export const saidOfCheckIns: readonly ({ details: CheckInDetails; words: string } | null)[] = [
  {
    details: {
      workload: 'too-much',
      around: ['queue', 'short-handed'],
      body: ['shoulders', 'voice'],
      feeling: 'drained',
    },
    words: 'Two of us for the whole queue until four.',
  },
  null,
  {
    details: { workload: 'a-lot', around: ['systems'], body: ['jaw'], feeling: 'annoyed' },
    words: '',
  },
  {
    details: { workload: 'steady', around: [], body: [], feeling: 'calm' },
    words: 'Tea with Ana in the break did good.',
  },
  null,
  {
    details: { workload: 'a-lot', around: ['little-sleep'], body: ['eyes', 'head'], feeling: null },
    words: '',
  },
]

const stepAt = (value: number): Step =>
  steps.find((step) => step === Math.min(4, Math.max(0, Math.round(value)))) ?? 2

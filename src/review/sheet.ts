import type { Sheet, SheetOffer, SheetReview, TechniqueRow, Used } from '../contract.ts'
import type { TechniqueId } from '../guidance/guide.ts'
import type { Clock, Store } from '../ports.ts'
import { localDate } from '../shifts/shift.ts'
import type { Weeks } from '../trends/kinds.ts'
import type { RecentRoom } from '../trends/recent.ts'
import type { Watching } from '../trends/watching.ts'
import { madeRows } from './made.ts'
import { parted, type SheetPart } from './kinds.ts'
import type { Reviews } from './reviews.ts'
import type { UsedRoom } from './used.ts'
import { worked, type WeekRoom } from './week.ts'
import { plusDays, type WeekDates, type WeekDay } from './weeks.ts'

/** Which time the sheet is about: the week of now and those before it, or all there is (null). */
export interface SheetPeriod {
  weeks: Weeks
  /** The language's first day of weeks. */
  firstDay: WeekDay
}

export interface SheetRoom {
  /** What there is to tick. */
  offer(period: SheetPeriod): SheetOffer
  /** What was ticked, and nothing else: what isn't asked for is not even read. */
  get(
    asked: SheetPeriod & {
      parts: readonly SheetPart[]
      plans: readonly string[]
      reviews: readonly string[]
    },
  ): Sheet
}

/** More of them find no room on a page. */
const mostTechniques = 10

/** The one-page sheet for a talk, put together from what the agent ticks, and kept nowhere. */
export function createSheet(
  store: Store,
  watching: Watching,
  week: WeekRoom,
  used: UsedRoom,
  reviews: Reviews,
  recent: RecentRoom,
  clock: Clock,
): SheetRoom {
  const first = store.prepare<{ date: string | null }>(`SELECT min(shift_date) AS date FROM shift`)
  const logged = store.prepare<{ logged: number; shifts: number }>(`
    SELECT count(*) AS shifts, count(*) FILTER (WHERE m.rated > 0) AS logged
    FROM shift s LEFT JOIN shift_summary m ON m.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND (m.rated > 0 OR ${worked})`)
  const made = store.prepare<{ date: string; hard: number; ok: number; good: number }>(`
    SELECT s.shift_date AS date, m.hard, m.notes - m.hard - m.good AS ok, m.good
    FROM shift s JOIN shift_summary m ON m.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND m.notes > 0 ORDER BY s.shift_date`)
  const techniques = store.prepare<{ technique: TechniqueId; used: number; helped: number }>(`
    SELECT t.technique, count(*) AS used, count(*) FILTER (WHERE t.verdict = 'helped') AS helped
    FROM shift s CROSS JOIN note n ON n.shift_id = s.id CROSS JOIN note_technique t ON t.place = n.place
    WHERE s.shift_date BETWEEN ? AND ?
    GROUP BY t.technique ORDER BY used DESC, t.technique LIMIT ${mostTechniques}`)
  const right = store.prepare<{ words: string }>(`SELECT words FROM shift_card WHERE shift_id = ?`)

  function datesOf({ weeks, firstDay }: SheetPeriod): WeekDates {
    const now = week.now(firstDay)
    const from =
      weeks === null ? (first.get()?.date ?? now.from) : plusDays(now.from, -7 * (weeks - 1))
    return { from, to: now.date }
  }
  const rowsOf = ({ from, to }: WeekDates): TechniqueRow[] => techniques.all(from, to)
  function situations() {
    const { shifts, factors } = recent.get(watching.now())
    return { shifts, factors: factors.filter(({ found }) => found !== null) }
  }
  /** A week that the period begins or ends in belongs to it. */
  const reviewsIn = ({ from, to }: WeekDates) =>
    reviews.between(plusDays(from, -6), to).filter(({ step }) => step !== 'left')

  function reviewOf({ from, to }: WeekDates): SheetReview | null {
    const review = reviews.of(from)
    if (!review) return null
    const { answers } = review
    const [kind, shiftId] = parted(answers.good.pick ?? '')
    const wentRight = kind === 'right' ? (right.get(shiftId)?.words ?? '') : ''
    const { words } = answers.good
    const good = words === null ? null : [wentRight, words].filter((each) => each !== '').join(' ')
    return {
      from,
      to,
      answers: { ...answers, good: { ...answers.good, words: good } },
      helped: helpedIn(answers.helped.pick),
    }
  }
  const helpedIn = (pick: string | null): Used | null => (pick === null ? null : used.named(pick))

  return {
    offer(period) {
      const dates = datesOf(period)
      const parts: SheetPart[] = []
      if (watching.now().usual !== null) parts.push('lately')
      if (made.get(dates.from, dates.to)) parts.push('weeks')
      if (situations().factors.length > 0) parts.push('situations')
      if (rowsOf(dates).length > 0) parts.push('techniques')
      return {
        today: localDate(clock.now(), clock.zone()),
        parts,
        plans: used.plans(),
        reviews: reviewsIn(dates).map(({ from, to, hasWords }) => ({ from, to, hasWords })),
      }
    },
    get({ parts, plans, reviews: ticked, ...period }) {
      const dates = datesOf(period)
      const has = (part: SheetPart) => parts.includes(part)
      const ofWeeks = reviewsIn(dates).filter(({ from }) => ticked.includes(from))
      return {
        today: localDate(clock.now(), clock.zone()),
        days: parts.length > 0 ? dates : null,
        lately: has('lately')
          ? {
              watch: watching.now(),
              ...(logged.get(dates.from, dates.to) ?? { logged: 0, shifts: 0 }),
            }
          : null,
        weeks: has('weeks')
          ? madeRows(made.all(dates.from, dates.to), dates, week.firstDay(period.firstDay))
          : null,
        situations: has('situations') ? situations() : null,
        techniques: has('techniques') ? rowsOf(dates) : null,
        plans:
          plans.length === 0
            ? []
            : used
                .plans()
                .filter(({ id }) => plans.includes(id))
                .map(({ when, will }) => ({ when, will })),
        reviews: ofWeeks.map(reviewOf).filter((each) => each !== null),
      }
    },
  }
}

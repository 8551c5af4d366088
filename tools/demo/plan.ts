/**
 * One believable agent's months at a desk in Manila, as a list of what happens when. Pure: the same
 * seed and end give the same plan. Nothing of it is measured on anyone; it only has to be shaped like
 * what Lull is for (evidence.md): nights and weekends, a December peak, gaps, good calls, chat days,
 * and strain that rises from October on.
 */
import { exercises } from '../../src/breathing/exercises.ts'
import type { PauseKind } from '../../src/breathing/kinds.ts'
import { patterns } from '../../src/breathing/patterns.ts'
import type { CheckInKind } from '../../src/checkins/kinds.ts'
import type { Difficulty, NoteType } from '../../src/guidance/types.ts'
import type { Instant } from '../../src/ports.ts'
import type { MarkKind } from '../../src/trends/kinds.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { saidLater, type SaidLater } from './later.ts'
import { wentRight, written } from './words.ts'

export const zone = 'Asia/Manila'

export type Planned =
  | { at: Instant; what: 'call'; event: 'started' | 'ended' | 'marked' }
  | PlannedNote
  | { at: Instant; what: 'check-in'; kind: CheckInKind; stress: number; energy: number }
  | { at: Instant; what: 'went-right'; words: string }
  | PlannedPause

interface PlannedNote {
  at: Instant
  what: 'note'
  difficulty: Difficulty
  type: NoteType
  words: string
  /** What is said of it when there is time. */
  later: SaidLater | null
}

interface PlannedPause {
  at: Instant
  what: 'pause'
  kind: PauseKind
  elapsedMs: number
  plannedMs: number
  ended: 'completed' | 'stopped'
  /** What would be answered, if it is asked. */
  tension: { before: number; after: number }
  /** Some days the agent lets Lull choose. */
  chosen: 'me' | 'chance'
}

export interface PlannedShift {
  /** The local date on which it opens. */
  date: string
  kind: 'early' | 'late' | 'night'
  work: 'calls' | 'messages'
  startsAt: Instant
  endsAt: Instant
  /** In the order of their time. */
  events: Planned[]
}

export interface PlanOptions {
  seed: number
  /** The last local date, `2026-11-22`. */
  end: string
  /** How many shifts at the most, the last ones before `end`; a year is about 230. */
  shifts: number
  /** How much happens in a usual shift. */
  usual: { calls: number; notes: number; checkIns: number; pauses: number }
}

/** What `npm start -- --demo` shows. */
export const demoYear: Omit<PlanOptions, 'end'> = {
  seed: 7,
  shifts: 236,
  usual: { calls: 24, notes: 3, checkIns: 1, pauses: 1 },
}

/** The ten-year heavy user of design.md, section 6: 110,000 calls, 30,000 notes and so on. */
export const heavyYears = (years: number): Omit<PlanOptions, 'end'> => ({
  seed: 11,
  shifts: 220 * years,
  usual: { calls: 55.5, notes: 13.6, checkIns: 8.1, pauses: 4.15 },
})

const minute = 60_000
const hour = 60 * minute
const startsAt = { early: 6, late: 13, night: 22 } as const
const shiftHours = 9

export function plan(options: PlanOptions): PlannedShift[] {
  const chance = chanceFrom(options.seed)
  const last = Temporal.PlainDate.from(options.end)
  const days = Math.ceil(options.shifts * 1.9) + 40
  const shifts: PlannedShift[] = []
  let mood = 0
  for (let back = days; back >= 1; back--) {
    const date = last.subtract({ days: back })
    const kind = kindOn(date)
    if (kind === null || isAway(date, chance)) continue
    // What one shift leaves behind is a part of the next (statistics.md simulates the same way).
    mood = 0.3 * mood + chance.normal()
    shifts.push(aShift(date, kind, mood, options, chance))
  }
  return shifts.slice(-options.shifts)
}

/** Two weeks of nights, one of lates, one of earlies; the two days off move on by a day each week. */
function kindOn(date: Temporal.PlainDate): PlannedShift['kind'] | null {
  const day = Temporal.PlainDate.from('2010-01-04').until(date).days
  const week = Math.floor(day / 7)
  const off = (((week * 3) % 5) + 2) % 7
  const weekday = day % 7
  // Also the first day of a week is free: nobody goes from a night into an early.
  if (weekday === 0 || weekday === off) return null
  return (['night', 'night', 'late', 'early'] as const)[week % 4] ?? null
}

/** Two holidays, and now and then a day in bed. */
function isAway({ month, day }: Temporal.PlainDate, chance: Chance): boolean {
  const holiday = (month === 4 && day <= 11) || (month === 8 && day >= 20 && day <= 27)
  return chance.is(0.015) || holiday
}

/** The same, and the peak, as the agent marks them in the year up to `date`. */
export function around(date: string): { kind: MarkKind; from: string; to: string }[] {
  const year = Temporal.PlainDate.from(date).year
  return [
    { kind: 'peak' as const, from: `${year - 1}-12-01`, to: `${year - 1}-12-31` },
    { kind: 'holiday' as const, from: `${year}-04-01`, to: `${year}-04-11` },
    { kind: 'holiday' as const, from: `${year}-08-20`, to: `${year}-08-27` },
  ].filter(({ to }) => to <= date)
}

/** How far the strain stands above the usual: a peak in December, a rise from October on. */
export function strain({ month, day }: Temporal.PlainDate): number {
  if (month === 12) return 1.1
  return month === 10 ? 0.9 + (day / 31) * 1.3 : month === 11 ? 2.2 + (day / 30) * 1.6 : 0
}

function aShift(
  date: Temporal.PlainDate,
  kind: PlannedShift['kind'],
  mood: number,
  { usual }: PlanOptions,
  chance: Chance,
): PlannedShift {
  const startsOn = date.toZonedDateTime({ timeZone: zone, plainTime: { hour: startsAt[kind] } })
  const starts = startsOn.epochMilliseconds
  const ends = starts + shiftHours * hour
  const work = chance.is(0.12) ? 'messages' : 'calls'
  const level = 3.9 + strain(date) + 1.05 * mood + (kind === 'night' ? 0.3 : 0)
  const busy = date.month === 12 ? 1.4 : 1
  const some = (mean: number) => Math.max(0, Math.round(mean * busy + chance.normal() * mean * 0.2))

  const calls = work === 'calls' ? callsOf(some(usual.calls), starts, ends, level, chance) : []
  const events = [
    ...calls,
    ...aFew(usual.notes, chance, () => aNote(within(starts, ends, chance), level, work, chance)),
    ...aFew(usual.pauses, chance, () => aPause(within(starts, ends, chance), level, chance)),
    ...checkInsOf(usual.checkIns, ends, level, chance),
  ].sort((one, other) => one.at - other.at)
  return { date: date.toString(), kind, work, startsAt: starts, endsAt: ends, events }
}

/** About `mean` of them, at most twice that; sometimes none. */
const aFew = <Value>(mean: number, chance: Chance, make: () => Value): Value[] =>
  Array.from({ length: Math.round(2 * mean * chance.one()) }, make)

const within = (starts: Instant, ends: Instant, chance: Chance): Instant =>
  chance.between(starts + 10 * minute, ends - 20 * minute)

/** Calls one after the other, evenly over the shift; a hard one is marked while it runs. */
function callsOf(
  count: number,
  starts: Instant,
  ends: Instant,
  level: number,
  chance: Chance,
): Planned[] {
  const each = (ends - starts - 10 * minute) / Math.max(1, count)
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const from = Math.round(starts + index * each)
    const to = Math.round(from + each * (0.35 + 0.55 * chance.one()))
    const call: Planned[] = [
      { at: from, what: 'call', event: 'started' },
      { at: to, what: 'call', event: 'ended' },
    ]
    if (chance.is(0.012 * level))
      call.splice(1, 0, { at: Math.round((from + to) / 2), what: 'call', event: 'marked' })
    return call
  })
}

const hardTypes: readonly (readonly [NoteType, number])[] = [
  ['angry', 9],
  ['nothing-right', 5],
  ['blaming', 5],
  ['wanted-manager', 4],
  ['bargaining', 4],
  ['right', 4],
  ['disproportionate', 2],
  ['doubted', 2],
  ['other', 2],
  ['abusive', 1],
  ['distress', 1],
]

/** What this one agent finds harder than the rest, in points: the one link that is there to be found. */
const harder: Partial<Record<NoteType, number>> = { 'nothing-right': 1.2 }

function aNote(
  at: Instant,
  level: number,
  work: PlannedShift['work'],
  chance: Chance,
): PlannedNote {
  const good = chance.is(0.28)
  const type = good ? 'good' : chance.pick(hardTypes)
  const usual = 2.6 + level * 0.22 + chance.normal() * 0.7
  const hard = Math.round(usual + (harder[type] ?? 0))
  const difficulty = good ? chance.pick([[1, 3] as const, [2, 1] as const]) : inFive(hard)
  const sentences = written[type] ?? []
  // Who writes all day writes less about it.
  const often = work === 'messages' ? 0.25 : 0.45
  const words = chance.is(often) ? (sentences[chance.between(0, sentences.length - 1)] ?? '') : ''
  const later = saidLater(at, { difficulty, type }, work)
  return { at, what: 'note', difficulty, type, words, later }
}

/** Mostly the same one: people who take pauses have a favourite. */
const favourites: readonly (readonly [{ kind: PauseKind; plannedMs: number }, number])[] = [
  [{ kind: 'longer-exhale', plannedMs: minute }, 12],
  [{ kind: 'three-sighs', plannedMs: patterns['three-sighs'].lengths[0] ?? minute }, 3],
  [{ kind: 'coherent', plannedMs: patterns.coherent.lengths[0] ?? minute }, 2],
  [{ kind: 'rest-eyes', plannedMs: exercises['rest-eyes'].ms }, 2],
  [{ kind: 'window', plannedMs: exercises.window.ms }, 1],
]

/** Among these Lull chooses; nothing makes one of them better than the other. */
const byChance: readonly (readonly [{ kind: PauseKind; plannedMs: number }, number])[] = [
  [{ kind: 'longer-exhale', plannedMs: minute }, 1],
  [{ kind: 'coherent', plannedMs: patterns.coherent.lengths[0] ?? minute }, 1],
]

function aPause(at: Instant, level: number, chance: Chance): PlannedPause {
  const stopped = chance.is(0.18)
  const share = stopped ? chance.between(8, 50) / 60 : 1
  // A chance of its own, so that what else happens in the year doesn't hang on it.
  const taste = chanceFrom(at)
  const favourite = taste.pick(favourites)
  const before = inTen(level + 2 + taste.normal())
  const after = inTen(before - 1.2 + taste.normal())
  const chosen = taste.is(0.5) ? 'chance' : 'me'
  const { kind, plannedMs } = chosen === 'chance' ? taste.pick(byChance) : favourite
  return {
    at,
    what: 'pause',
    kind,
    plannedMs,
    elapsedMs: Math.round(share * plannedMs),
    ended: stopped ? 'stopped' : 'completed',
    tension: { before, after },
    chosen,
  }
}

/** The last one is the rating at the shift's end, and now and then something went right; a quarter of the shifts has none at all. */
function checkInsOf(mean: number, ends: Instant, level: number, chance: Chance): Planned[] {
  if (chance.is(0.25)) return []
  const count = Math.max(1, Math.round(mean / 0.75 + chance.normal() * 0.4))
  return Array.from({ length: count }, (_, index): Planned[] => {
    const stress = inTen(level + chance.normal() * 0.6)
    const energy = inTen(8.2 - 0.6 * stress + chance.normal() * 0.8)
    const at = ends - 5 * minute - Math.round((index * (shiftHours - 1) * hour) / count)
    const checkIn: Planned = {
      at,
      what: 'check-in',
      kind: index === 0 ? 'shift-end' : 'own',
      stress,
      energy,
    }
    const taste = chanceFrom(at)
    if (index > 0 || !taste.is(0.5)) return [checkIn]
    const words = wentRight[taste.between(0, wentRight.length - 1)] ?? ''
    return [checkIn, { at: at + minute, what: 'went-right', words }]
  }).flat()
}

const inTen = (value: number): number => Math.min(10, Math.max(0, Math.round(value)))
function inFive(value: number): Difficulty {
  if (value <= 1) return 1
  if (value >= 5) return 5
  return value === 2 ? 2 : value === 3 ? 3 : 4
}

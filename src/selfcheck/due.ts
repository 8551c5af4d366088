import type { Instant } from '../ports.ts'

/** From so many shifts on Today may offer the first one: before, there is little to look back on. */
export const firstAfterShifts = 10
/** So many days lie between one and the offer of the next; the items ask about the last four weeks. */
export const daysBetween = 28
/** The week's question is offered again after so many. */
export const daysBetweenWeeks = 7
/** One that was begun before midnight on the last of a month can be gone on with for so long. */
export const goesOnForMs = 24 * 3_600_000

const dayMs = 24 * 3_600_000

export interface Begun {
  month: string
  beganAt: Instant
  editedAt: Instant
  finished: boolean
}

/** `2026-11`, of a local date. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** Whether this one is the self-check of now: of this month, or begun just before it and not finished. */
export const isCurrent = (
  { month, editedAt, finished }: Omit<Begun, 'beganAt'>,
  today: string,
  now: Instant,
): boolean => month === monthOf(today) || (!finished && now - editedAt < goesOnForMs)

export interface DueFacts {
  today: string
  now: Instant
  /** The last that was begun, whenever. */
  last: Begun | null
  /** The month in which the agent doesn't want to be asked again. */
  skipped: string | null
  /** How many shifts there are, counted up to `firstAfterShifts`. */
  shifts: number
}

/**
 * What Today says of it, in one line: `go-on` where it is half answered, `due` once a month, or null.
 * Never both at once, and nothing once the agent has said "not this month".
 */
export function lineOf({ today, now, last, skipped, shifts }: DueFacts): 'go-on' | 'due' | null {
  if (skipped === monthOf(today)) return null
  if (last && isCurrent(last, today, now)) return last.finished ? null : 'go-on'
  if (last) return now - last.beganAt >= daysBetween * dayMs ? 'due' : null
  return shifts >= firstAfterShifts ? 'due' : null
}

/** Whether the question of the week is open: never answered, or not for a week. Both are local dates. */
export const isWeekOpen = (last: string | null, today: string): boolean =>
  last === null ||
  Temporal.PlainDate.from(last).until(Temporal.PlainDate.from(today)).days >= daysBetweenWeeks

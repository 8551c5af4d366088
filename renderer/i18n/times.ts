import { t } from '@lingui/core/macro'
import { languageTag } from './speak.ts'

/** `14:32`, in the computer's zone. */
export const timeOf = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** `Nov 22, 14:32`, in the computer's zone. */
export const dayTimeOf = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** `Sun, Nov 22`, for a local date such as `2026-11-22`. */
export const dayOf = (date: string): string =>
  new Intl.DateTimeFormat(languageTag(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00Z`))

/** `November 24, 2026`, for a date such as `2026-11-24`. */
export const fullDayOf = (date: string): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00Z`),
  )

/** `Nov`, for an instant, by the calendar of UTC. */
export const monthOf = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { month: 'short', timeZone: 'UTC' }).format(at)

/** `1 min`, `23 s`, `1 min 30 s`: whole seconds that have passed. */
export function lengthOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const seconds = Math.floor(ms / 1000) % 60
  if (minutes === 0) return t`${seconds} s`
  return seconds === 0 ? t`${minutes} min` : t`${minutes} min ${seconds} s`
}

/** `Sun, Nov 22, 2026`, for a local date such as `2026-11-22`. */
export const dayYearOf = (date: string): string =>
  new Intl.DateTimeFormat(languageTag(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00Z`))

/** `22:32`, as a clock showed it in the zone where it was written; in this one's where that is unknown. */
export function timeIn(at: number, zone: string): string {
  try {
    return new Intl.DateTimeFormat(languageTag(), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(at)
  } catch {
    return timeOf(at)
  }
}

/** `March 3`, for a local date such as `2026-03-03`. */
export const monthDayOf = (date: string): string =>
  new Intl.DateTimeFormat(languageTag(), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00Z`))

/** `Nov 22`, for a local date such as `2026-11-22`. */
export const dayMonthOf = (date: string): string =>
  new Intl.DateTimeFormat(languageTag(), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00Z`))

/** `Nov 2026`, for an instant, by the calendar of UTC. */
export const monthYearOf = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at)

import type { Instant } from '../ports.ts'
import type { ReminderCount } from '../settings/reminder-counts.ts'

/** How long a shift is taken to last where nothing is known of the agent's own. Our choice. */
export const usualLengthMs = 8 * 3_600_000
/** None right at the start, and none right before the end. Our choice. */
export const edgeMs = 20 * 60_000
/** One that comes later than this, after a sleep or a lock for one, is left out: it wasn't the moment. */
export const lateMs = 2 * 60_000
/** A check-in that long after a reminder is the agent's own, not one of that moment. */
export const answeredWithinMs = 15 * 60_000
/** Of how many shifts the usual length is taken, and how many there must be. */
export const lengthsLookedAt = 20
const fewestLengths = 5

/**
 * The random moments of a shift, in order: the time from 20 minutes after its start to 20 minutes
 * before its usual end is cut into `count` equal parts, and each has one moment, evenly likely all over
 * it. What is random comes from the shift's id (its last 48 bits are, RFC 9562, 5.7), so that a lock or
 * a new start gives the same moments again, and nothing need be stored.
 */
export function momentsOf(
  shift: { id: string; openedAt: Instant },
  lengthMs: number,
  count: ReminderCount,
): Instant[] {
  const part = Math.max(0, lengthMs - 2 * edgeMs) / Math.max(1, count)
  return Array.from({ length: count }, (_, nth) =>
    Math.round(shift.openedAt + edgeMs + (nth + shareOf(shift.id, nth)) * part),
  )
}

/** 0 to just under 1, from four hexadecimal digits of the id's last twelve. */
function shareOf(id: string, nth: number): number {
  const from = id.length - 12 + nth * 4
  return Number.parseInt(id.slice(from, from + 4), 16) / 65_536
}

/** The middle of the agent's last shifts' lengths; eight hours where there are fewer than five. */
export function lengthOf(lengths: readonly number[]): number {
  if (lengths.length < fewestLengths) return usualLengthMs
  const sorted = lengths.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? usualLengthMs
}

/** The next of these moments after `now`, or null. */
export const nextMoment = (moments: readonly Instant[], now: Instant): Instant | null =>
  moments.find((moment) => moment > now) ?? null

/** Whether a timer that was set for `moment` came in time. */
export const isInTime = (moment: Instant, now: Instant): boolean =>
  now >= moment - 1000 && now - moment <= lateMs

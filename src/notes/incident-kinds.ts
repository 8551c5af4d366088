import type { Difficulty } from '../guidance/types.ts'
import type { Instant } from '../ports.ts'

export const lastDays = [30, 90, 365] as const

/** Which days an incident note is about. */
export type Period =
  | { kind: 'last'; days: (typeof lastDays)[number] }
  | { kind: 'all' }
  /** Local dates, `2026-11-22`, both included. */
  | { kind: 'between'; from: string; to: string }

/** More can't be read by anybody; what doesn't fit is counted and told. */
export const mostListed = 2000

export interface IncidentEntry {
  id: string
  at: Instant
  /** The zone in which it was noted, and the date that a clock there showed. */
  zone: string
  date: string
  difficulty: Difficulty
  /** Whether it has words that can be shown at this desk. */
  hasWords: boolean
}

export interface Incidents {
  /** The local date on which it is written, and the days that it is about. */
  today: string
  from: string
  to: string
  /** Oldest first; where there are more than fit, the newest of them. */
  entries: IncidentEntry[]
  /** All that were noted in the period, listed or not. */
  count: number
  /** How many shifts there were in the period, and in how many it happened. */
  shifts: { all: number; with: number }
  frequency: Frequency
}

/** How often, month by month or year by year, those without any among them; empty within one month. */
export interface Frequency {
  unit: 'month' | 'year'
  rows: { key: string; count: number }[]
}

import * as v from 'valibot'
import type { Instant } from '../ports.ts'
import { logEvent, type LogEvent } from './events.ts'

/** A line of the log of trouble. */
export type Logged = LogEvent & { at: Instant }

/** The file begins anew from here on; the one before is kept beside it. */
export const mostLogBytes = 64 * 1024
/** So many lines are kept in memory, and shown. */
export const mostLines = 200

/** A line as it is written down: the second, and nothing of what the agent was doing just then. */
export function lineOf(logged: Logged): string {
  const { at, ...event } = logged
  const written = 'method' in event ? { ...event, method: undefined } : event
  return `${JSON.stringify({ at: Math.floor(at / 1000) * 1000, ...written })}\n`
}

const at = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15))

/** What a file of lines says. What Lull didn't write like that is left out, however it got there. */
export function linesIn(text: string): Logged[] {
  return text
    .split('\n')
    .flatMap((line) => loggedOf(line))
    .slice(-mostLines)
}

function loggedOf(line: string): Logged[] {
  try {
    const { at: time, ...event } = v.parse(v.looseObject({ at }), JSON.parse(line))
    return [{ ...v.parse(logEvent, event), at: time }]
  } catch {
    return []
  }
}

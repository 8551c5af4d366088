import type { Clock, Instant, Store } from '../ports.ts'
import { betweenShiftsMs } from './passing.ts'
import { reasons, type Decision, type Reason } from './decision.ts'
import { whats, type Spent, type What } from './state.ts'

/** One line under "Why did or didn't Lull ask?": times and a reason, nothing of a call. */
export interface LoggedDecision {
  at: Instant
  /** The same once more, at once afterwards, is one line: the last of them, and how many. */
  lastAt: Instant
  times: number
  did: Decision['do']
  what: What | null
  reason: Reason
}

export interface DecisionLog {
  add(entry: LoggedDecision): void
  /** The last seven days, newest first. */
  list(): LoggedDecision[]
  /** What was offered uncalled since then, and how often in a row it was declined. */
  spentSince(since: Instant): Spent
  /** Forgets what is older than seven days. */
  sweep(): void
}

export const keptForMs = 7 * 24 * 3_600_000
/** Far more than a week of work brings. */
const mostShown = 1000

/** What was decided in silence and answers the question all the same. */
const told: ReadonlySet<Reason> = new Set([
  'marked-waiting-for-its-end',
  'call-not-marked',
  'only-on-request',
  'unconfirmed',
  'paused',
  'noted',
  'checked-in',
  'not-now',
  'faded',
])

/** Why something waits for a few seconds: because it is to be offered. */
const moment: ReadonlySet<Reason> = new Set([
  'marked-call-ended',
  'long-call-ended',
  'reminder',
  'not-due',
])

/**
 * The lines that decisions make, in order. That a call began, or a timer found nothing to do, is no
 * answer to anything, and neither is the moment that Lull lets pass before it offers.
 */
export const linesOf = (decisions: readonly Decision[], at: Instant): LoggedDecision[] =>
  decisions
    .filter(({ do: did, reason }) =>
      did === 'silent' ? told.has(reason) : did !== 'hold' || !moment.has(reason),
    )
    .map(({ do: did, what, reason }) => ({ at, lastAt: at, times: 1, did, what, reason }))

/** Whether `next` only says once more, in the same shift, what `last` says. Two offers are two. */
const isSame = (last: LoggedDecision, next: LoggedDecision): boolean =>
  last.did === next.did &&
  last.what === next.what &&
  last.reason === next.reason &&
  next.at - last.lastAt < betweenShiftsMs &&
  (next.did === 'silent' || next.did === 'hold' || next.did === 'drop')

/** `next` behind `lines`, or within the last of them. */
export function joined(
  lines: readonly LoggedDecision[],
  next: LoggedDecision,
): readonly LoggedDecision[] {
  const last = lines.at(-1)
  return last && isSame(last, next)
    ? [...lines.slice(0, -1), { ...last, lastAt: next.lastAt, times: last.times + next.times }]
    : [...lines, next]
}

interface Row {
  id: number
  at: number
  last_at: number
  times: number
  did: string
  what: string | null
  reason: string
}

export function createDecisionLog(store: Store, clock: Clock): DecisionLog {
  const columns = 'id, at, last_at, times, did, what, reason'
  const newest = store.prepare<Row>(
    `SELECT ${columns} FROM prompt_decision ORDER BY id DESC LIMIT 1`,
  )
  const insert = store.prepare(`
    INSERT INTO prompt_decision (at, last_at, times, did, what, reason) VALUES (?, ?, ?, ?, ?, ?)`)
  const more = store.prepare(
    `UPDATE prompt_decision SET last_at = ?, times = times + ? WHERE id = ?`,
  )
  const since = store.prepare<Row>(`
    SELECT ${columns} FROM prompt_decision WHERE last_at >= ? ORDER BY id DESC LIMIT ${mostShown}`)
  const forget = store.prepare(`DELETE FROM prompt_decision WHERE last_at < ?`)
  const oldest = () => clock.now() - keptForMs
  const read = (from: Instant) => since.all(from).flatMap(lineOf)

  return {
    add: (entry) =>
      store.write(() => {
        const last = newest.get()
        const line = last && lineOf(last)[0]
        if (last && line && isSame(line, entry)) more.run(entry.lastAt, entry.times, last.id)
        else insert.run(entry.at, entry.lastAt, entry.times, entry.did, entry.what, entry.reason)
      }),
    list: () => read(oldest()),
    spentSince(from) {
      const lines = read(from).filter(({ what }) => what !== 'call')
      const offers = lines.filter(({ did }) => did === 'offer')
      // What only a link took away comes once more: that is one offer, in two lines.
      const twice = lines.filter(({ did, reason }) => did === 'withdraw' && reason === 'call-told')
      const heard = lines.filter(({ reason }) =>
        ['paused', 'noted', 'checked-in', 'not-now'].includes(reason),
      )
      const yes = heard.findIndex(({ reason }) => reason !== 'not-now')
      return {
        offers: offers.length - twice.length,
        longCalls: longCallsIn(offers) - longCallsIn(twice),
        noes: yes === -1 ? heard.length : yes,
      }
    },
    sweep: () => {
      store.write(() => forget.run(oldest()))
    },
  }
}

const longCallsIn = (lines: readonly LoggedDecision[]): number =>
  lines.filter(({ what }) => what === 'long-call').length

const dids = ['offer', 'hold', 'withdraw', 'drop', 'silent'] as const

/** A line that a newer Lull wrote, for a reason that isn't known here, is left out. */
function lineOf(row: Row): LoggedDecision[] {
  const did = dids.find((each) => each === row.did)
  const reason = reasons.find((each) => each === row.reason)
  const what = whats.find((each) => each === row.what) ?? null
  if (!did || !reason || (what === null && row.what !== null)) return []
  return [{ at: row.at, lastAt: row.last_at, times: row.times, did, what, reason }]
}

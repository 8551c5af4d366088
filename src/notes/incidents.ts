import type { Difficulty } from '../guidance/types.ts'
import { blanked, findCustomerData, type CustomerDataKind } from './customer-data.ts'
import type { Clock, Instant, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { localDate, longestMs } from '../shifts/shift.ts'
import { mostListed, type IncidentEntry, type Incidents, type Period } from './incident-kinds.ts'
import { daysOf, frequencyOf } from './incident-period.ts'

export interface IncidentRoom {
  /** What was noted as abusive in a period: when, how hard, how often, and not a word. */
  list(period: Period): Incidents
  /** The words of one of them, with what looks like a customer's blanked; which kinds that were. */
  words(id: string): { words: string; blanked: CustomerDataKind[] }
}

interface Row {
  id: string
  shiftId: string
  at: Instant
  zone: string
  difficulty: Difficulty
  hasWords: 0 | 1
}

/** No clock is further from another one than this. */
const aroundMs = 27 * 3_600_000

/** An incident note, on the agent's own initiative: counted from the journal, kept nowhere. */
export function createIncidents(
  store: Store,
  settings: SettingsRoom,
  clock: Pick<Clock, 'now' | 'zone'>,
): IncidentRoom {
  const first = store.prepare<{ at: Instant; zone: string }>(`
    SELECT at, zone FROM note WHERE type = 'abusive' ORDER BY at LIMIT 1`)
  const between = store.prepare<Row>(`
    SELECT id, shift_id AS shiftId, at, zone, difficulty, words <> '' AS hasWords FROM note
    WHERE type = 'abusive' AND at >= ? AND at < ? ORDER BY at, id`)
  const shifts = store.prepare<{ id: string }>(`
    SELECT id FROM shift WHERE opened_at >= ? AND opened_at < ? AND last_at >= ?`)
  const wordsOf = store.prepare<{ words: string }>(`
    SELECT words FROM note WHERE id = ? AND type = 'abusive'`)

  const mayShow = () => settings.words() === 'numbers-and-words'
  const dateOf = ({ at, zone }: { at: Instant; zone: string }): string => {
    try {
      return localDate(at, zone)
    } catch {
      // A zone that this computer doesn't know: by its own.
      return localDate(at, clock.zone())
    }
  }

  return {
    list(period) {
      const today = localDate(clock.now(), clock.zone())
      const begun = first.get()
      const { from, to } = daysOf(period, today, begun ? dateOf(begun) : null)
      const [start, end] = [startOf(from, clock.zone()), startOf(dayAfter(to), clock.zone())]
      // Each by the date where it was noted, which another zone's day may begin or end earlier than.
      const rows = between
        .all(start - aroundMs, end + aroundMs)
        .map((row) => ({ ...row, date: dateOf(row) }))
        .filter(({ date }) => from <= date && date <= to)
      const withAny = new Set(rows.map(({ shiftId }) => shiftId))
      const inPeriod = shifts.all(start - longestMs, end, start).map(({ id }) => id)
      const words = mayShow()
      return {
        today,
        from,
        to,
        entries: rows.slice(-mostListed).map((row) => entryOf(row, words)),
        count: rows.length,
        shifts: { all: new Set([...inPeriod, ...withAny]).size, with: withAny.size },
        frequency: frequencyOf(rows.map(({ date }) => date)),
      }
    },
    words(id) {
      if (!mayShow()) throw new Refusal('words-off', 'Words are switched off on this computer.')
      const note = wordsOf.get(id)
      if (!note) throw new Refusal('no-note', 'There is no such note.')
      return {
        words: blanked(note.words),
        blanked: [...new Set(findCustomerData(note.words).map(({ kind }) => kind))],
      }
    },
  }
}

const entryOf = (row: Row & { date: string }, mayShow: boolean): IncidentEntry => ({
  id: row.id,
  at: row.at,
  zone: row.zone,
  date: row.date,
  difficulty: row.difficulty,
  hasWords: mayShow && row.hasWords === 1,
})

const startOf = (date: string, zone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()

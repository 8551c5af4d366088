import type { TechniqueUse, HourMade, Recent, WatchNow, WorkloadSaid } from '../contract.ts'
import { isHeavy } from '../notes/brooding.ts'
import {
  triggers as allTriggers,
  type Channel,
  type Trigger,
  type Verdict,
} from '../notes/kinds.ts'
import { techniqueIds, type TechniqueId } from '../guidance/guide.ts'
import type { TypeId } from '../guidance/types.ts'
import type { Instant, Store } from '../ports.ts'
import { goesWith, lookEvery, type SituationNote } from './factors.ts'
import { followed, type RatedPause } from './pauses-followed.ts'
import type { ShiftKind } from './watch.ts'
import { mostShifts } from './kinds.ts'
import { firstShifts, workload, type LoadedShift } from './workload.ts'

/** More pauses than anybody takes in so many shifts, so that a page can't grow without end. */
const mostPauses = 2000
/** No shift is longer; a later hour is a clock that was wrong. */
const mostHours = 16
const hourMs = 3_600_000
const minuteMs = 60_000

interface ShiftRow {
  id: string
  shiftDate: string
  openedAt: Instant
  value: number | null
  kind: ShiftKind
  calls: number
  talkMs: number
}
interface NoteRow {
  shiftId: string
  place: number
  at: Instant
  difficulty: number
  type: TypeId | null
  channel: Channel | null
  addedLater: 0 | 1
}

interface Did {
  place: number
  technique: TechniqueId
  verdict: Verdict
}

export interface RecentRoom {
  /** `watch`: what the watch says now, which the load may explain. */
  get(watch: WatchNow): Recent
}

/**
 * What the last shifts have to say beyond the periods: what goes with what, the hours, what the agent
 * did, pauses, and workload. It costs the same however many years are behind it.
 */
export function createRecent(store: Store): RecentRoom {
  const counts = store.prepare<{ logged: number; rated: number }>(`
    SELECT count(CASE WHEN rated > 0 OR notes > 0 THEN 1 END) AS logged,
      count(CASE WHEN rated > 0 THEN 1 END) AS rated
    FROM shift_summary`)
  const last = `
    SELECT s.id, s.shift_date, s.opened_at, m.rated, m.stress_sum
    FROM shift s JOIN shift_summary m ON m.shift_id = s.id
    WHERE m.rated > 0 OR m.notes > 0 ORDER BY s.shift_date DESC, s.id DESC LIMIT ?`
  /** Only what a program told the end of is counted: calls that the agent marked follow the mood. */
  const load = `
    coalesce((SELECT hooked FROM call_count n WHERE n.shift_id = s.id), 0) + (
      SELECT count(*) FROM call c WHERE c.shift_id = s.id AND c.ended_at IS NOT NULL) AS calls,
    coalesce((SELECT talk_ms FROM call_count n WHERE n.shift_id = s.id), 0) + (
      SELECT coalesce(sum(c.ended_at - c.started_at), 0) FROM call c
      WHERE c.shift_id = s.id AND c.ended_at >= c.started_at) AS talkMs`
  const shifts = store.prepare<ShiftRow>(`
    SELECT s.id, s.shift_date AS shiftDate, s.opened_at AS openedAt,
      CASE WHEN s.rated > 0 THEN s.stress_sum * 1.0 / s.rated END AS value,
      coalesce(k.kind, 'any') AS kind, ${load}
    FROM (${last}) s LEFT JOIN shift_kind k ON k.shift_id = s.id
    ORDER BY s.shift_date, s.id`)
  // From a place on, each as it lies in the file: by shift they would be read from all over it.
  const notes = store.prepare<NoteRow>(`
    SELECT shift_id AS shiftId, place, at, difficulty, type, channel, added_later AS addedLater
    FROM note WHERE place >= ?`)
  const each = (names: readonly string[]) => names.map(() => '?').join(', ')
  const triggers = store.prepare<{ place: number; trigger: Trigger }>(`
    SELECT place, trigger_id AS "trigger" FROM note_trigger
    WHERE trigger_id IN (${each(allTriggers)}) AND place >= ?`)
  const techniques = store.prepare<Did>(`
    SELECT place, technique, verdict FROM note_technique
    WHERE technique IN (${each(techniqueIds)}) AND place >= ?`)
  const rated = store.prepare<RatedPause>(`
    SELECT pattern AS kind, before, after, chosen FROM pause
    WHERE after IS NOT NULL AND at >= ? ORDER BY at DESC, id DESC LIMIT ${mostPauses}`)
  const taken = store.prepare<{ count: number }>(`
    SELECT count(*) AS count FROM (SELECT 1 FROM pause WHERE at >= ? LIMIT ${mostPauses})`)
  const first = store.prepare<ShiftRow>(`
    SELECT s.id, s.shift_date AS shiftDate, s.opened_at AS openedAt,
      m.stress_sum * 1.0 / m.rated AS value, 'any' AS kind, ${load}
    FROM shift s JOIN shift_summary m ON m.shift_id = s.id
    WHERE m.rated > 0 AND calls > 0 AND (s.shift_date, s.id) >= (?, ?)
    ORDER BY s.shift_date, s.id LIMIT ${firstShifts}`)

  return {
    get(watch) {
      const { logged, rated: ratedInAll } = counts.get() ?? { logged: 0, rated: 0 }
      // It begins where a look would: runs of five stay what they are from one shift to the next.
      const earlier = Math.ceil(Math.max(0, logged - mostShifts) / lookEvery) * lookEvery
      const most = logged - earlier
      const rows = shifts.all(most)
      const from = placeAt(Math.min(...rows.map(({ openedAt }) => openedAt)))
      const here = new Set(rows.map(({ id }) => id))
      const notesHere = notes.all(from).filter(({ shiftId }) => here.has(shiftId))
      const notesOf = Map.groupBy(notesHere, ({ shiftId }) => shiftId)
      const placesHere = new Set(notesHere.map(({ place }) => place))
      const triggersOf = Map.groupBy(triggers.all(...allTriggers, from), ({ place }) => place)
      const situations = rows.map(({ id, value, kind, openedAt }) => ({
        value,
        kind,
        notes: (notesOf.get(id) ?? []).map((note): SituationNote => ({
          difficulty: note.difficulty,
          type: note.type,
          triggers: (triggersOf.get(note.place) ?? []).map(({ trigger }) => trigger),
          channel: note.channel,
          hour: hourOf(note, openedAt),
        })),
      }))
      const since = rows[0]?.openedAt ?? 0
      const ratedHere = rows.filter(({ value }) => value !== null).length
      return {
        shifts: rows.length,
        factors: goesWith(situations, ratedInAll - ratedHere),
        hours: hoursOf(situations.flatMap((shift) => shift.notes)),
        techniques: usesOf(
          techniques.all(...techniqueIds, from).filter(({ place }) => placesHere.has(place)),
        ),
        pauses: followed(rated.all(since), taken.get(since)?.count ?? 0),
        workload: workloadOf(rows, watch, (from) => first.all(from.shiftDate, from.shiftId)),
      }
    },
  }
}

/** The first place that a note of this instant can have (0003-journal.sql). */
const placeAt = (at: Instant): number => (Number.isFinite(at) ? Math.floor(at / 1000) * 100 : 0)

function hourOf({ at, addedLater }: NoteRow, openedAt: Instant): number | null {
  const hour = Math.floor((at - openedAt) / hourMs)
  return addedLater === 1 || hour < 0 || hour >= mostHours ? null : hour
}

/** What was noted, by the hour since the shift opened; up to the last hour in which anything was. */
function hoursOf(notes: readonly SituationNote[]): HourMade[] {
  const hours: HourMade[] = []
  for (const { hour, type, difficulty } of notes) {
    if (hour === null) continue
    while (hours.length <= hour) hours.push({ hour: hours.length, hard: 0, ok: 0, good: 0 })
    const made = hours[hour]
    if (!made) continue
    if (type === 'good') made.good++
    else if (difficulty >= 4 || isHeavy(type)) made.hard++
    else made.ok++
  }
  return hours
}

/** What the agent did, by their own verdict, the most used first. Never beside how hard it was. */
function usesOf(rows: readonly Did[]): TechniqueUse[] {
  return [...Map.groupBy(rows, ({ technique }) => technique)]
    .map(([technique, verdicts]) => {
      const times = (wanted: Verdict) => verdicts.filter(({ verdict }) => verdict === wanted).length
      const [helped, didntHelp, unsaid] = [times('helped'), times('didnt-help'), times('used')]
      return { technique, times: helped + didntHelp + unsaid, helped, didntHelp }
    })
    .toSorted((one, other) => other.times - one.times)
}

/** Whether stress follows the counted load: calls, and minutes on them. */
function workloadOf(
  rows: readonly ShiftRow[],
  { says, since, anew }: WatchNow,
  /** The first counted shifts from this place on; `rows` may not reach back to them. */
  firstFrom: (place: { shiftDate: string; shiftId: string }) => ShiftRow[],
): WorkloadSaid {
  const counted = rows.filter(({ value, calls }) => value !== null && calls > 0)
  const nothing = { counted: counted.length, says: null }
  if (counted.length < firstShifts) return nothing
  const beginning = firstFrom(anew ?? { shiftDate: '', shiftId: '' })
  const began = since
    ? counted.findIndex(({ id, shiftDate }) => !isBefore({ id, shiftDate }, since))
    : counted.length
  const measures = [
    { by: 'calls' as const, of: ({ calls }: ShiftRow) => calls },
    { by: 'minutes' as const, of: ({ talkMs }: ShiftRow) => talkMs / minuteMs },
  ].filter(({ of }) => counted.every((row) => of(row) > 0))
  const loads = (of: (row: ShiftRow) => number, list: readonly ShiftRow[]): LoadedShift[] =>
    list.flatMap((row) => (row.value === null ? [] : [{ value: row.value, load: of(row) }]))
  const found = measures.flatMap(({ by, of }) => {
    const shifts = loads(of, counted)
    const said = workload(
      shifts,
      says === 'too-few' ? 'usual' : says,
      began < 0 ? shifts.length : began,
      measures.length > 1 ? 2 : 1,
      loads(of, beginning),
    )
    return said?.busierIsHarder ? [{ by, said }] : []
  })
  const best = found.find(({ said }) => said.explains !== null) ?? found[0]
  if (!best) return nothing
  const { by, said } = best
  const more = Math.max(1, Math.round(said.spread))
  const lately = said.explains && Math.round(said.explains.moreLoad)
  return { ...nothing, says: { by, more, points: said.slope * more, lately } }
}

const isBefore = (
  row: { id: string; shiftDate: string },
  place: { shiftId: string; shiftDate: string },
): boolean =>
  row.shiftDate === place.shiftDate ? row.id < place.shiftId : row.shiftDate < place.shiftDate

/** What there is before there is a journal. */
export const nothingRecent: Recent = {
  shifts: 0,
  factors: [],
  hours: [],
  techniques: [],
  pauses: followed([], 0),
  workload: { counted: 0, says: null },
}

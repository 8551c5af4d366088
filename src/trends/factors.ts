/**
 * Which situations go with harder moments and with more stress (shared/statistics.md, section 4): types,
 * triggers, channels, the part of the shift, the kind of shift. What the agent did is never among them,
 * because it is done in the worst moments. It says together, never because.
 */
import type { TypeId } from '../guidance/types.ts'
import type { Channel, Trigger } from '../notes/kinds.ts'
import type { ShiftKind } from './watch.ts'
import {
  compareParts,
  discoveries,
  partOf,
  partOfTag,
  shiftsInABlock,
  type Comparison,
  type Part,
} from './within.ts'

/** Thirds of a shift, by the hour since it opened. */
export const shiftParts = ['first', 'middle', 'late'] as const
export type ShiftPart = (typeof shiftParts)[number]
/** Hours 1 to 3, 4 to 6, and from 7 on. */
export const hoursInAPart = 3
export const partOfShift = (hour: number): ShiftPart =>
  hour < hoursInAPart ? 'first' : hour < 2 * hoursInAPart ? 'middle' : 'late'

/** A situation: something that came to the agent. */
export type Factor =
  | { of: 'type'; id: TypeId }
  | { of: 'trigger'; id: Trigger }
  | { of: 'channel'; id: Channel }
  | { of: 'part'; id: ShiftPart }
  | { of: 'kind'; id: Exclude<ShiftKind, 'any'> }

/** What is known of a note's situation. */
export interface SituationNote {
  /** 1 to 5. */
  difficulty: number
  type: TypeId | null
  triggers: readonly Trigger[]
  channel: Channel | null
  /** Hours since the shift opened, 0 for the first; null where the note was added later. */
  hour: number | null
}

/** A shift in which anything was logged. */
export interface SituationShift {
  /** The value of the shift, 0 to 10; null where it wasn't rated. */
  value: number | null
  kind: ShiftKind
  notes: readonly SituationNote[]
}

export interface FactorSaid {
  factor: Factor
  /** Notes (for a kind of shift: shifts) with it, and others beside which they could stand. */
  with: number
  without: number
  /** Null while it isn't clear, which is the usual answer for months. */
  found: FactorFound | null
}
export interface FactorFound {
  /** Points of difficulty (for a kind of shift: of stress) more with it than without. */
  difference: number
  /** 95 %, valid however often one looks. */
  interval: readonly [low: number, high: number]
  /** What usually comes together with it, so that neither can be told from the other. */
  comesWith: Factor[]
}

/** It is looked at every five shifts. */
export const lookEvery = shiftsInABlock
/** Two tags come together from this phi coefficient on. */
const together = 0.5

export const factorKey = ({ of, id }: Factor): string => `${of}:${id}`

/**
 * Every situation that came up, the ones that were found first. `shifts`: the last ones in which
 * anything was logged, oldest first. `ratedBefore`: how many rated ones lie before them, so that runs of
 * five stay what they are as time goes on. What was found once stays until the evidence is gone
 * (section 4.2); that is worked out from the shifts alone, so the order of logging has no say in it.
 */
export function goesWith(shifts: readonly SituationShift[], ratedBefore: number): FactorSaid[] {
  const tracks = [...noteTracks(shifts), ...kindTracks(shifts, ratedBefore)]
  let found = new Set<string>()
  let compared: { track: Track; comparison: Comparison }[] = []
  for (let seen = lookEvery; ; seen += lookEvery) {
    compared = tracks
      .map((track) => ({ track, comparison: compareParts(partsBefore(track, seen)) }))
      .filter(({ comparison }) => comparison.with > 0)
    const places = discoveries(
      compared.map(({ comparison }) => comparison.evidence),
      new Set(compared.flatMap(({ track }, at) => (found.has(factorKey(track.factor)) ? at : []))),
    )
    found = new Set(
      compared.flatMap(({ track }, at) => (places.includes(at) ? factorKey(track.factor) : [])),
    )
    if (seen >= shifts.length) break
  }
  const notes = found.size > 0 ? notesSaid(shifts) : []
  const said = compared.map(({ track: { factor }, comparison }): FactorSaid => {
    const { difference, interval } = comparison
    const isFound = found.has(factorKey(factor)) && interval !== null
    return {
      factor,
      with: comparison.with,
      without: comparison.without,
      found: isFound ? { difference, interval, comesWith: comesWith(factor, notes) } : null,
    }
  })
  return said.toSorted(
    (one, other) =>
      Number(other.found !== null) - Number(one.found !== null) || other.with - one.with,
  )
}

/** What each shift (for a kind: the last of each five) had to say about a factor, in their order. */
interface Track {
  factor: Factor
  parts: { at: number; part: Part }[]
}
function partsBefore({ parts }: Track, seen: number): Part[] {
  const before: Part[] = []
  for (const { at, part } of parts) {
    if (at >= seen) break
    before.push(part)
  }
  return before
}

/** What a note says of each kind of situation. Nothing: it isn't known, and can't stand beside others. */
const saidBy: Record<NoteKind, Says> = {
  type: ({ type }) => (type === null ? [] : [{ of: 'type', id: type }]),
  trigger: ({ triggers }) => triggers.map((id) => ({ of: 'trigger', id })),
  channel: ({ channel }) => (channel === null ? [] : [{ of: 'channel', id: channel }]),
  part: ({ hour }) => (hour === null ? [] : [{ of: 'part', id: partOfShift(hour) }]),
}
type Says = (note: SituationNote) => Factor[]
type NoteKind = Exclude<Factor['of'], 'kind'>
const noteKinds = ['type', 'trigger', 'channel', 'part'] as const satisfies readonly NoteKind[]

/** Good ones are no hard ones, whatever they were about. */
const ofNotGood = ({ notes }: SituationShift) => notes.filter(({ type }) => type !== 'good')

function noteTracks(shifts: readonly SituationShift[]): Track[] {
  return Object.values(saidBy).flatMap((said) => {
    const tracks = new Map<string, Track>()
    shifts.forEach((shift, at) => {
      const all = { count: 0, sum: 0 }
      const tagged = new Map<string, { count: number; sum: number }>()
      for (const note of ofNotGood(shift)) {
        const factors = said(note)
        if (factors.length === 0) continue
        all.count++
        all.sum += note.difficulty
        for (const factor of factors) {
          const key = factorKey(factor)
          const one = tagged.get(key) ?? { count: 0, sum: 0 }
          tagged.set(key, { count: one.count + 1, sum: one.sum + note.difficulty })
          if (!tracks.has(key)) tracks.set(key, { factor, parts: before(shifts, at, said) })
        }
      }
      if (all.count === 0) return
      for (const [key, { parts }] of tracks)
        parts.push({ at, part: partOfTag(all, tagged.get(key) ?? { count: 0, sum: 0 }) })
    })
    return [...tracks.values()]
  })
}

/** Shifts before a factor first came up hold only notes without it. */
const before = (shifts: readonly SituationShift[], first: number, said: Says): Track['parts'] =>
  shifts.slice(0, first).flatMap((shift, at) => {
    const without = ofNotGood(shift).filter((note) => said(note).length > 0).length
    return without === 0 ? [] : [{ at, part: { a: 0, b: 0, with: 0, without } }]
  })

/** Kinds of shift, in runs of five rated ones; those that weren't told apart can't stand beside others. */
function kindTracks(shifts: readonly SituationShift[], ratedBefore: number): Track[] {
  const rated = shifts.flatMap(({ value, kind }, at) =>
    value === null ? [] : [{ value, kind, at }],
  )
  const runs = Map.groupBy(rated, (_, nth) => Math.floor((ratedBefore + nth) / shiftsInABlock))
  const whole = [...runs.values()].filter(({ length }) => length === shiftsInABlock)
  return (['early', 'late', 'night'] as const).map((id) => ({
    factor: { of: 'kind', id },
    parts: whole.flatMap((run) => {
      const told = run.filter(({ kind }) => kind !== 'any')
      const last = run.at(-1)
      if (told.length === 0 || !last) return []
      const part = partOf(told.map(({ kind, value }) => ({ x: kind === id ? 1 : 0, y: value })))
      return [{ at: last.at, part }]
    }),
  }))
}

/** Of each note that wasn't good, what it says of each kind of situation, by key. */
type Said = ReadonlyMap<NoteKind, ReadonlyMap<string, Factor>>
const notesSaid = (shifts: readonly SituationShift[]): Said[] =>
  shifts
    .flatMap(ofNotGood)
    .map((note) => new Map(noteKinds.map((of) => [of, keyed(saidBy[of](note))])))

const keyed = (factors: readonly Factor[]) =>
  new Map(factors.map((factor) => [factorKey(factor), factor]))

/** Which other tags come with this one on most notes: their phi coefficient is beyond a half. */
function comesWith({ of, id }: Factor, notes: readonly Said[]): Factor[] {
  if (of === 'kind') return []
  const key = `${of}:${id}`
  return noteKinds.flatMap((other) => {
    if (other === of) return []
    let all = 0
    let here = 0
    const others = new Map<string, { factor: Factor; count: number; both: number }>()
    for (const said of notes) {
      const mine = said.get(of)
      const theirs = said.get(other)
      // What isn't known can't stand beside others.
      if (!mine?.size || !theirs?.size) continue
      all++
      const has = mine.has(key) ? 1 : 0
      here += has
      for (const [each, factor] of theirs) {
        const one = others.get(each)
        if (one) {
          one.count++
          one.both += has
        } else others.set(each, { factor, count: 1, both: has })
      }
    }
    return [...others.values()].flatMap(({ factor, count, both }) =>
      phiOf({ all, here, there: count, both }) > together ? [factor] : [],
    )
  })
}

/**
 * The correlation of two yes-or-nos: (n11 n00 - n10 n01) over the root of the product of the margins, which is
 * (n11 n - n1. n.1) over the same. `here` and `there`: how many of `all` have the one, and the other.
 */
function phiOf(counts: { all: number; here: number; there: number; both: number }): number {
  const { all, here, there, both } = counts
  const margins = here * there * (all - here) * (all - there)
  return margins === 0 ? 0 : (both * all - here * there) / Math.sqrt(margins)
}

/** What Trends would show of situations when nothing is linked: the whole of it, as the program does it. */
import type { NoteType } from '../../src/guidance/types.ts'
import { triggers } from '../../src/notes/kinds.ts'
import {
  goesWith,
  lookEvery,
  type SituationNote,
  type SituationShift,
} from '../../src/trends/factors.ts'
import { drawsFrom, type Draws } from './draws.ts'
import { rounded } from './people.ts'
import { year } from './watch.ts'

const types: readonly NoteType[] = [
  'angry',
  'nothing-right',
  'bargaining',
  'right',
  'blaming',
  'wanted-manager',
  'disproportionate',
  'doubted',
  'other',
]
const kinds = ['early', 'late', 'night'] as const

/**
 * Share of people who see a false link at some time in a year, looked at every five shifts: up to five
 * notes a shift, harder on a tense day; more is said of harder ones, and more tags on a tense day.
 */
export function falseSituations(people: number, seed: number): number {
  let falsely = 0
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    const shifts: SituationShift[] = []
    let mood = draws.normal()
    for (let shift = 0; shift < year; shift++) {
      mood = 0.3 * mood + Math.sqrt(1 - 0.3 ** 2) * draws.normal()
      if (draws.one() < 0.15) continue
      shifts.push({
        value: rounded(4.5 + 1.6 * mood),
        kind: kinds[Math.floor(draws.one() * kinds.length)] ?? 'any',
        notes: Array.from({ length: Math.floor(draws.one() * 6) }, () => aNote(mood, draws)),
      })
      if (shifts.length % lookEvery !== 0) continue
      if (goesWith(shifts, 0).every(({ found }) => found === null)) continue
      falsely++
      break
    }
  }
  return falsely / people
}

function aNote(mood: number, draws: Draws): SituationNote {
  const hard = Math.round(3 + 0.6 * mood + 0.9 * draws.normal())
  const difficulty = Math.min(5, Math.max(1, hard))
  const says = draws.one() < 0.15 + 0.1 * difficulty
  const often = 0.5 / (1 + Math.exp(1.4 - 0.8 * mood))
  return {
    difficulty,
    type: draws.one() < 0.9 ? (types[Math.floor(draws.one() * types.length)] ?? null) : null,
    triggers: says ? triggers.filter(() => draws.one() < often) : [],
    channel: says ? (draws.one() < 0.3 ? 'messages' : 'calls') : null,
    hour: Math.floor(draws.one() * 9),
  }
}

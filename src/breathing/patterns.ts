import type { OwnPatternId } from './own.ts'

/** A part of a breath: what is done, and for how long. */
export interface Phase {
  /** `hold` is with full lungs, `rest` with empty ones; `top-up` is a second, short breath in. */
  name: 'in' | 'top-up' | 'hold' | 'out' | 'rest'
  ms: number
}

export const patternIds = [
  'longer-exhale',
  'three-sighs',
  'cyclic-sighing',
  'coherent',
  'coherent-slower',
  'box',
  '4-7-8',
] as const
export type PatternId = (typeof patternIds)[number]

export interface Pattern {
  id: PatternId | OwnPatternId
  /** One breath, in its order; it repeats for as long as the pause lasts. */
  phases: readonly Phase[]
}

/** A pattern that comes with Lull. What is known about it stands in renderer/i18n/pauses.ts. */
export interface KnownPattern extends Pattern {
  id: PatternId
  /** Shown first; the others stand under "more". */
  front: boolean
  holds: boolean
  notForBeginners: boolean
  /** The lengths that are offered, in milliseconds, the default first. All are whole breaths. */
  lengths: readonly number[]
  /** How long one session was in the study of it, in milliseconds; null where none is known. */
  studiedMs: number | null
}

const second = 1000
const minute = 60 * second
/** The seconds of the sigh are our own: its trial asked for no particular ones (evidence.md, 2.1). */
const sigh: readonly Phase[] = [
  { name: 'in', ms: 2500 },
  { name: 'top-up', ms: 1000 },
  { name: 'out', ms: 6500 },
]

export const patterns: Record<PatternId, KnownPattern> = {
  'longer-exhale': {
    id: 'longer-exhale',
    phases: [
      { name: 'in', ms: 4000 },
      { name: 'out', ms: 6000 },
    ],
    front: true,
    holds: false,
    notForBeginners: false,
    lengths: [minute, 3 * minute, 5 * minute],
    studiedMs: 5 * minute,
  },
  'three-sighs': {
    id: 'three-sighs',
    phases: sigh,
    front: true,
    holds: false,
    notForBeginners: false,
    lengths: [30 * second],
    studiedMs: null,
  },
  'cyclic-sighing': {
    id: 'cyclic-sighing',
    phases: sigh,
    front: true,
    holds: false,
    notForBeginners: false,
    lengths: [5 * minute, minute],
    studiedMs: 5 * minute,
  },
  coherent: {
    id: 'coherent',
    phases: [
      { name: 'in', ms: 5000 },
      { name: 'out', ms: 5000 },
    ],
    front: true,
    holds: false,
    notForBeginners: false,
    lengths: [5 * minute, minute, 3 * minute, 10 * minute],
    // Its trial was a little slower: 5.5 breaths a minute, which is the next one.
    studiedMs: null,
  },
  'coherent-slower': {
    id: 'coherent-slower',
    phases: [
      { name: 'in', ms: 5500 },
      { name: 'out', ms: 5500 },
    ],
    front: false,
    holds: false,
    notForBeginners: false,
    // 27, 5, 16 and 55 breaths of 11 s.
    lengths: [297 * second, 55 * second, 176 * second, 605 * second],
    studiedMs: 10 * minute,
  },
  box: {
    id: 'box',
    phases: [
      { name: 'in', ms: 4000 },
      { name: 'hold', ms: 4000 },
      { name: 'out', ms: 4000 },
      { name: 'rest', ms: 4000 },
    ],
    front: false,
    holds: true,
    notForBeginners: false,
    // 4 and 19 breaths of 16 s.
    lengths: [64 * second, 304 * second],
    studiedMs: 5 * minute,
  },
  '4-7-8': {
    id: '4-7-8',
    phases: [
      { name: 'in', ms: 4000 },
      { name: 'hold', ms: 7000 },
      { name: 'out', ms: 8000 },
    ],
    front: false,
    holds: true,
    notForBeginners: true,
    // 3 and 6 breaths of 19 s.
    lengths: [57 * second, 114 * second],
    studiedMs: null,
  },
}

export const isPatternId = (text: string): text is PatternId => Object.hasOwn(patterns, text)

/**
 * What a pause of `ms` milliseconds may call itself: the length that was studied only from there on,
 * and only where there is a study of it; anything else is a short pause, an own pattern always.
 */
export function lengthLabel({ id }: Pattern, ms: number): 'short-pause' | 'studied' {
  const studiedMs = isPatternId(id) ? patterns[id].studiedMs : null
  return studiedMs !== null && ms >= studiedMs ? 'studied' : 'short-pause'
}

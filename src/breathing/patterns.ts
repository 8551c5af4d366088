/** A breath cycle: what is done, and for how long. */
export interface Phase {
  name: 'in' | 'hold' | 'out'
  ms: number
}
export interface Pattern {
  id: PatternId
  phases: readonly Phase[]
}

export const patternIds = ['longer-exhale'] as const
export type PatternId = (typeof patternIds)[number]

/** 4 s in, 6 s out: six breaths a minute, the longer part going out. */
export const longerExhale: Pattern = {
  id: 'longer-exhale',
  phases: [
    { name: 'in', ms: 4000 },
    { name: 'out', ms: 6000 },
  ],
}

export const patterns: Record<PatternId, Pattern> = { 'longer-exhale': longerExhale }

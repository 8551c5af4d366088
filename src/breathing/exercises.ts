/** Pauses without breath, for whom watching the breath unsettles. The sentences are renderer/i18n's. */
export const exerciseIds = [
  'rest-eyes',
  'shoulders-jaw',
  'five-things',
  'noticing',
  'stand',
  'stretch',
  'window',
  'water',
] as const
export type ExerciseId = (typeof exerciseIds)[number]

export interface Exercise {
  id: ExerciseId
  ms: number
  /** When the window shows its next sentence, in milliseconds from the start; the first at 0. */
  steps: readonly { at: number }[]
}

export const exercises: Record<ExerciseId, Exercise> = {
  'rest-eyes': evenly('rest-eyes', 20, 2),
  'shoulders-jaw': evenly('shoulders-jaw', 40, 4),
  'five-things': evenly('five-things', 60, 6),
  noticing: evenly('noticing', 60, 3),
  stand: evenly('stand', 20, 2),
  stretch: evenly('stretch', 40, 4),
  window: evenly('window', 60, 3),
  water: evenly('water', 20, 2),
}

export const isExerciseId = (text: string): text is ExerciseId => Object.hasOwn(exercises, text)

/** Where an exercise stands. Once it is over, that is its last step, standing still. */
export interface StepMoment {
  /** Which step, counted from 0. */
  index: number
  /** How long until the next step, or until the end in the last one. */
  nextInMs: number
  over: boolean
}

/** The step at `elapsedMs` milliseconds after the start. Times before the start count as the start. */
export function stepAt({ ms, steps }: Exercise, elapsedMs: number): StepMoment {
  if (Number.isNaN(elapsedMs)) throw new RangeError('the elapsed time must be a number')
  const elapsed = Math.max(0, elapsedMs)
  const index = Math.max(
    0,
    steps.findLastIndex(({ at }) => at <= elapsed),
  )
  const over = elapsed >= ms
  return { index, nextInMs: over ? 0 : (steps[index + 1]?.at ?? ms) - elapsed, over }
}

function evenly(id: ExerciseId, seconds: number, steps: number): Exercise {
  const each = (seconds * 1000) / steps
  return {
    id,
    ms: seconds * 1000,
    steps: Array.from({ length: steps }, (_, index) => ({ at: index * each })),
  }
}

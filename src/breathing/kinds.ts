import { isExerciseId, type ExerciseId } from './exercises.ts'
import { isOwnPatternId, type OwnPatternId } from './own.ts'
import { isPatternId, type PatternId } from './patterns.ts'

/** What a pause is made of: a pattern of Lull's, one of the agent's own, or an exercise. */
export type PauseKind = PatternId | OwnPatternId | ExerciseId

/** Whether a text is the id of a pause that can be taken. An own pattern must keep to its bounds. */
export const isPauseKind = (text: string): text is PauseKind =>
  isPatternId(text) || isExerciseId(text) || isOwnPatternId(text)

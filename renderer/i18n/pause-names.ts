import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { isExerciseId, type ExerciseId } from '../../src/breathing/exercises.ts'
import type { PauseKind } from '../../src/breathing/kinds.ts'
import { parseOwn } from '../../src/breathing/own.ts'
import { isPatternId, type PatternId } from '../../src/breathing/patterns.ts'
import { shortPhase } from './phases.ts'
import { languageTag } from './speak.ts'

const patterns: Record<PatternId, MessageDescriptor> = {
  'longer-exhale': msg`Longer exhale`,
  'three-sighs': msg`Three sighs`,
  'cyclic-sighing': msg`Cyclic sighing`,
  coherent: msg`Even breath`,
  'coherent-slower': msg`Even breath, slower`,
  box: msg`Box`,
  '4-7-8': msg`4 – 7 – 8`,
}

const exercises: Record<ExerciseId, MessageDescriptor> = {
  'rest-eyes': msg`Rest your eyes`,
  'shoulders-jaw': msg`Shoulders and jaw`,
  'five-things': msg`Five things around you`,
  noticing: msg`A minute of noticing`,
  stand: msg`Stand up`,
  stretch: msg`Stretch`,
  window: msg`To the window`,
  water: msg`A sip of water`,
}

/**
 * What a pause is called. An agent's own pattern goes by its seconds, and by what it has besides in and
 * out where others have as many: `4 – 6`, `4 – 4 – 4 (hold)`, `4 – 4 – 4 (rest)`.
 */
export function pauseName(kind: PauseKind): string {
  if (isPatternId(kind)) return i18n._(patterns[kind])
  if (isExerciseId(kind)) return i18n._(exercises[kind])
  const seconds = new Intl.NumberFormat(languageTag(), { maximumFractionDigits: 2 })
  const phases = parseOwn(kind)?.phases ?? []
  const breath = phases.map(({ ms }) => seconds.format(ms / 1000)).join(' – ')
  const more = phases.filter(({ name }) => name !== 'in' && name !== 'out')
  if (more.length === 0 || more.length === 3) return breath
  return `${breath} (${more.map(({ name }) => shortPhase(name)).join(', ')})`
}

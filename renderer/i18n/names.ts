import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { PatternId } from '../../src/breathing/patterns.ts'
import type { NoteType } from '../../src/guidance/types.ts'

const types: Record<NoteType, MessageDescriptor> = {
  angry: msg`Angry`,
  'nothing-right': msg`Nothing was right`,
  bargaining: msg`Bargaining`,
  right: msg`They were right`,
  blaming: msg`Blaming`,
  'wanted-manager': msg`Wanted a manager`,
  abusive: msg`Abusive`,
  good: msg`Good call`,
  disproportionate: msg`Out of proportion`,
  doubted: msg`Doubted my word`,
  distress: msg`In distress`,
  other: msg`Something else`,
}

const patterns: Record<PatternId, MessageDescriptor> = { 'longer-exhale': msg`Longer exhale` }

export const typeName = (type: NoteType): string => i18n._(types[type])
export const patternName = (pattern: PatternId): string => i18n._(patterns[pattern])

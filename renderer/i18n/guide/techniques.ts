import type { TechniqueId } from '../../../src/guidance/guide.ts'
import { hearing } from './hearing.ts'
import { limits } from './limits.ts'
import { solving } from './solving.ts'
import type { TechniqueWords } from './text.ts'

export const techniqueWords: Record<TechniqueId, TechniqueWords> = {
  ...hearing,
  ...solving,
  ...limits,
}

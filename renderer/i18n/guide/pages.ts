import type { GuidePageId } from '../../../src/guidance/guide.ts'
import { afterwards } from './afterwards.ts'
import { drills } from './drills.ts'
import { staying } from './staying.ts'
import { writing } from './writing.ts'
import type { PageWords } from './text.ts'

export const pageWords: Record<GuidePageId, PageWords> = {
  ...staying,
  ...writing,
  ...drills,
  ...afterwards,
}

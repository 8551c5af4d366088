import { t } from '@lingui/core/macro'
import type { LineProblem } from '../../../src/words/line.ts'

/** What is wrong with a line of own words, and what one can do. */
export function lineWords(problem: LineProblem, longest: number): string {
  switch (problem) {
    case 'empty':
      return t`Write a few words here.`
    case 'long':
      return t`That is longer than ${longest} signs. A shorter one is easier to keep in mind.`
    case 'signs':
      return t`There are signs in it that a line can’t hold, such as line breaks. Type it without them.`
  }
}

/** What is wrong with one line of the agent's own words. */
export type LineProblem = 'empty' | 'long' | 'signs'

/**
 * What keeps a line from being kept exactly, or null. It is counted in signs as a person sees them,
 * spaces at its ends aside; `signs` are line breaks, control characters and halves of a sign.
 */
export function lineProblem(text: string, longest: number): LineProblem | null {
  if (!text.isWellFormed() || /[\p{Cc}\u2028\u2029]/u.test(text)) return 'signs'
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  return lengthOf(trimmed, longest) > longest ? 'long' : null
}

/** Signs as a person counts them: a flag or a letter with its accent is one. */
function lengthOf(text: string, longest: number): number {
  // A megabyte needn't be counted out.
  if (text.length > mostUnits(longest)) return Infinity
  return [...signs.segment(text)].length
}
const signs = new Intl.Segmenter()

/** How many UTF-16 units a line of so many signs has at most: no sign of a living script has more than 16. */
export const mostUnits = (longest: number): number => longest * 16

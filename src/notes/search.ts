/** The longest query that is taken; more than anyone types into a search field. */
export const longestQuery = 200

/**
 * A query as FTS5 takes it: every word is quoted, so that no sign in it means anything, and is looked
 * for at the beginning of words; all of them must be there. A word without letter or digit is in no
 * index: next to others it is left out, alone it finds nothing.
 */
export function matchOf(query: string): string {
  // A string ends at NUL for SQLite: the quote after it would be lost.
  const words = query.split(/[\s\0]+/).filter((word) => word !== '')
  const indexed = words.filter((word) => /[\p{L}\p{N}]/u.test(word))
  return (indexed.length > 0 ? indexed : words)
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ')
}

/** What a page of the guide shows, for the search. */
export interface Shown<Key> {
  key: Key
  title: string
  texts: readonly string[]
}

/**
 * The pages on which every word of `wanted` stands, wherever it begins in a word's letters; those with
 * all of it in the title first, else in the order given. Nothing wanted finds all.
 */
export function found<Key>(pages: readonly Shown<Key>[], wanted: string): readonly Shown<Key>[] {
  const words = fold(wanted)
    .split(/\s+/)
    .filter((word) => word !== '')
  const holds = (text: string) => words.every((word) => text.includes(word))
  const whole = pages.filter(({ title, texts }) => holds(fold([title, ...texts].join('\n'))))
  const named = whole.filter(({ title }) => holds(fold(title)))
  return [...named, ...whole.filter((page) => !named.includes(page))]
}

/** Letters without case, accents, or the shape of an apostrophe. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase()

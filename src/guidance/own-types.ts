import { lineProblem, type LineProblem } from '../words/line.ts'
import { isLullType, noteTypes, type TypeId } from './types.ts'

/** One type as the agent wants it; the list's order is theirs. */
export interface TypeChoice {
  id: TypeId
  /** The agent's own name; empty for Lull's, null where words are off at this desk. */
  name: string | null
  hidden: boolean
}

export interface TypeChoices {
  types: TypeChoice[]
  /** The agent put them in order; else those used most come first. */
  ordered: boolean
}

export const mostTypes = 24
export const longestTypeName = 60

export const lullsTypes: readonly TypeChoice[] = noteTypes.map((id) => ({
  id,
  name: '',
  hidden: false,
}))

/** What is wrong with a name that the agent typed for a type, or null. */
export const typeNameProblem = (name: string): LineProblem | null =>
  lineProblem(name, longestTypeName)

/**
 * What is wrong with a whole list, as words for a log, or null: each of Lull's types once, none twice,
 * no name twice whatever its letters' case, one at least that is shown.
 */
export function choicesProblem(types: readonly TypeChoice[]): string | null {
  if (types.length > mostTypes) return 'are too many types'
  const ids = types.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) return 'names a type twice'
  if (noteTypes.some((type) => !ids.includes(type))) return 'leaves one of Lull’s types out'
  if (types.every(({ hidden }) => hidden)) return 'hides all types'
  const names = types.flatMap(({ name }) => (name === null || name === '' ? [] : [folded(name)]))
  if (types.some(({ name }) => name !== null && name !== '' && typeNameProblem(name) !== null))
    return 'has a name that is no line'
  return new Set(names).size === names.length ? null : 'has a name twice'
}

/** Two names that differ only in case, or in how a letter is put together, read alike. */
export const folded = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** Those to choose from: as ordered, or those used most first (`used`, most used first). */
export function typesToChoose(
  { types, ordered }: TypeChoices,
  used: readonly TypeId[],
): readonly TypeId[] {
  const shown = types.filter(({ hidden }) => !hidden).map(({ id }) => id)
  if (ordered) return shown
  const first = used.filter((id) => shown.includes(id))
  return [...first, ...shown.filter((id) => !first.includes(id))]
}

/** Which of the agent's own types it is, from 1: what one is called whose name isn't shown. */
export const nthOwn = (types: readonly TypeChoice[], id: TypeId): number =>
  types
    .filter((type) => !isLullType(type.id))
    .map((type) => type.id)
    .toSorted()
    .indexOf(id) + 1

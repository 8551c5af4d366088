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

/** No type is added to so many. */
export const mostTypes = 24
/** Desks that were put together can have more; so many are never many. */
export const mostTypesKept = 1000
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
 * What no list may lack, as words for a log, or null: each of Lull's types once, none twice. What else is
 * wrong with one depends on the list before it (`choicesProblem`).
 */
export function listProblem(types: readonly TypeChoice[]): string | null {
  const ids = new Set(types.map(({ id }) => id))
  if (ids.size !== types.length) return 'names a type twice'
  return noteTypes.every((type) => ids.has(type)) ? null : 'leaves one of Lull’s types out'
}

/**
 * What is wrong with a whole list, as words for a log, or null: `listProblem`, and room for no more than
 * `mostTypes`, one at least that is shown, no name twice whatever its letters' case. Desks that were put
 * together may break the last three, and nothing may be locked by that: what is so already in `before`
 * stays, and what `back` holds, the list before that one, can come back.
 */
export function choicesProblem(
  types: readonly TypeChoice[],
  before: readonly TypeChoice[] = [],
  back: readonly TypeChoice[] = [],
): string | null {
  const problem = listProblem(types)
  if (problem !== null) return problem
  const known = [...before, ...back]
  const isNew = ({ id }: TypeChoice) => known.every((type) => type.id !== id)
  if (types.length > Math.max(mostTypes, before.length) && types.some(isNew))
    return 'are too many types'
  const allHidden = (all: readonly TypeChoice[]) => all.every(({ hidden }) => hidden)
  if (allHidden(types) && (before.length === 0 || !allHidden(before))) return 'hides all types'
  const named = types.flatMap(({ id, name }) => (name ? [{ id, name }] : []))
  const times = Map.groupBy(named, ({ name }) => folded(name))
  for (const { id, name } of named) {
    if (known.some((type) => type.id === id && type.name?.trim() === name.trim())) continue
    if (typeNameProblem(name) !== null) return 'has a name that is no line'
    if ((times.get(folded(name))?.length ?? 0) > 1) return 'has a name twice'
  }
  return null
}

/** Names that several types have, since desks were put together; each once, as the first of them has it. */
export function doubledNames(types: readonly TypeChoice[]): string[] {
  const named = types.flatMap(({ name }) => (name ? [name] : []))
  return [...Map.groupBy(named, folded).values()].flatMap(([first, ...others]) =>
    first !== undefined && others.length > 0 ? [first] : [],
  )
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

/** What can be said of a check-in once its two numbers are kept. Words for these live in renderer/i18n. */
import type { Feeling } from '../notes/kinds.ts'

/** How much there is to do, from little to more than can be done. */
export const workloads = ['little', 'steady', 'a-lot', 'too-much'] as const
export type Workload = (typeof workloads)[number]

/** What goes on around the work: things, not people. */
export const arounds = [
  'queue',
  'systems',
  'new-things',
  'short-handed',
  'listened-in',
  'team',
  'home',
  'little-sleep',
  'unwell',
] as const
export type Around = (typeof arounds)[number]

/** Where the body says something. */
export const bodySigns = [
  'shoulders',
  'jaw',
  'head',
  'stomach',
  'breath',
  'heart',
  'voice',
  'eyes',
  'restless',
  'heavy',
] as const
export type BodySign = (typeof bodySigns)[number]

/** Everything but words. Null or an empty list is "not said". */
export interface CheckInDetails {
  workload: Workload | null
  around: readonly Around[]
  body: readonly BodySign[]
  /** A word for it: it stands last (design.md, "Against brooding" 4). */
  feeling: Feeling | null
}

export const noCheckInDetails: CheckInDetails = {
  workload: null,
  around: [],
  body: [],
  feeling: null,
}

/** Some of a list as one text, in the list's order, with spaces between. */
export const textOf = <Name extends string>(list: readonly Name[], some: readonly Name[]): string =>
  list.filter((each) => some.includes(each)).join(' ')

/** Those of a list that stand in such a text; what only a newer Lull knows is left out. */
export function someIn<Name extends string>(list: readonly Name[], text: string): Name[] {
  const names = text.split(' ')
  return list.filter((each) => names.includes(each))
}

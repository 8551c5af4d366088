/**
 * The self-check's own items, in our own words (renderer/i18n/main/self-check.ts). They stand on the two
 * sides of strain that published inventories measure, from work as such and from contact with
 * customers (evidence.md, 3), and are none of theirs: things that one can notice at a desk. So there
 * are no norms for them, and no threshold.
 */

/** 0 never, 1 rarely, 2 sometimes, 3 often, 4 always; of how much: 0 not at all to 4 very much. */
export const steps = [0, 1, 2, 3, 4] as const
export type Step = (typeof steps)[number]
export const topStep: Step = 4

export const sides = ['work', 'customers'] as const
export type SideName = (typeof sides)[number]

/** How often, in the last four weeks. The more often, the more strain. */
export const itemsOf = {
  work: ['slower', 'break', 'twice', 'clock', 'day-off', 'pace', 'meals'],
  customers: ['before', 'habit', 'replay', 'short', 'thanks', 'mood'],
} as const
/** How much; it stands on neither side. */
export const hidden = 'hidden'

export const itemIds = [...itemsOf.work, ...itemsOf.customers, hidden] as const
export type ItemId = (typeof itemIds)[number]

/** What was answered; an item that was left out isn't there. */
export type Answers = Readonly<Partial<Record<ItemId, Step>>>

/** Answers as one text, `clock=3 twice=0`, in the items' order. */
export const textOf = (answers: Answers): string =>
  itemIds
    .flatMap((item) => (answers[item] === undefined ? [] : [`${item}=${answers[item]}`]))
    .join(' ')

/** The answers in such a text. An item that only a newer Lull knows is left out. */
export function answersIn(text: string): Answers {
  const found: Partial<Record<ItemId, Step>> = {}
  for (const part of text.split(' ')) {
    const [name, value] = part.split('=')
    const item = itemIds.find((each) => each === name)
    const step = steps.find((each) => String(each) === value)
    if (item !== undefined && step !== undefined) found[item] = step
  }
  return found
}

import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import { itemsOf, type ItemId, type SideName, type Step } from '../../../src/selfcheck/items.ts'
import { placeOf, rangeOf, type SideScore } from '../../../src/selfcheck/scoring.ts'
import { monthYearOf } from '../times.ts'

/**
 * In our own words: things that one can notice at a desk. They are no item of any published inventory,
 * and no paraphrase of one (evidence.md, 3).
 */
const items: Record<ItemId, MessageDescriptor> = {
  slower: msg`Late in a shift, a small step (a form, a code, a spelling) took longer than in its first hour.`,
  break: msg`A break was over, and it was as if there had been none.`,
  twice: msg`The same line had to be read twice before it went in.`,
  clock: msg`The clock showed an earlier time than you had hoped.`,
  'day-off': msg`On a day off, the next shift came to mind by itself.`,
  pace: msg`The shift’s pace was still in your body when you went to bed.`,
  meals: msg`Eating, drinking or a few steps came too short because of how the shift ran.`,
  before: msg`Something in you tightened before the next person had said a word.`,
  habit: msg`Kind words came out by habit, with nothing behind them.`,
  replay: msg`Something that a customer had said came back to you hours later.`,
  short: msg`You were shorter with somebody than you like to be.`,
  thanks: msg`Somebody thanked you, and it hardly reached you.`,
  mood: msg`You went home in a mood that was a customer’s, not yours.`,
  hidden: msg`How much did you have to hide what you felt?`,
}
const often: Record<Step, MessageDescriptor> = {
  0: msg`never`,
  1: msg`rarely`,
  2: msg`sometimes`,
  3: msg`often`,
  4: msg`always`,
}
const much: Record<Step, MessageDescriptor> = {
  0: msg`not at all`,
  1: msg`a little`,
  2: msg`somewhat`,
  3: msg`a lot`,
  4: msg`very much`,
}
const sideNames: Record<SideName, MessageDescriptor> = {
  work: msg`The work itself`,
  customers: msg`Contact with customers`,
}
const weeks: Record<Step, MessageDescriptor> = {
  0: msg`There was plenty left over for the rest of life.`,
  1: msg`There was something left over.`,
  2: msg`It took about what there was.`,
  3: msg`It took more than there was.`,
  4: msg`There was nothing left, and it went on taking.`,
}

export const itemWords = (item: ItemId): string => i18n._(items[item])
export const oftenName = (step: Step): string => i18n._(often[step])
/** The answers to an item: how often, or how much. */
export const answerName = (item: ItemId, step: Step): string =>
  i18n._((item === 'hidden' ? much : often)[step])
export const sideName = (side: SideName): string => i18n._(sideNames[side])
export const weekName = (step: Step): string => i18n._(weeks[step])

/** `2026-11` as `Nov 2026`. */
export const monthName = (month: string): string => monthYearOf(Date.parse(`${month}-01T00:00Z`))

/** Where a mean lies, in words of the answer scale: `sometimes`, `between sometimes and often`. */
export function placeWords(mean: number): string {
  const place = placeOf(mean)
  if (place.kind === 'at') return oftenName(place.step)
  const [low, high] = [oftenName(place.low), oftenName(place.high)]
  return t`between ${low} and ${high}`
}

/** What one side came to. */
export const sideWords = (score: SideScore | null): string =>
  score === null ? t`fewer than half answered` : placeWords(score.mean)

/** How much of a side was answered, where that isn't all of it; null where it is. */
export function answeredWords(side: SideName, score: SideScore): string | null {
  const [answered, all] = [score.answered, itemsOf[side].length]
  return answered === all ? null : t`${answered} of ${all} answered`
}

/** Beside one's own earlier ones, the oldest first; null where there is none. No verdict on a change. */
export function earlierWords(earlier: readonly { month: string; mean: number }[]): string | null {
  const last = earlier.at(-1)
  const range = rangeOf(earlier.map(({ mean }) => mean))
  if (!last || !range) return null
  const month = monthName(last.month)
  const then = placeWords(last.mean)
  if (earlier.length === 1) return t`In ${month}: ${then}.`
  const [low, high] = [placeWords(range.low), placeWords(range.high)]
  const all = plural(earlier.length, {
    other: `All your # earlier ones: ${low}.`,
  })
  const between = plural(earlier.length, {
    other: `Of your # earlier ones, the lowest: ${low}; the highest: ${high}.`,
  })
  return t`In ${month}: ${then}. ${low === high ? all : between}`
}

/** What the self-check is, and what it isn't. */
export const aboutSelfCheck = (): string[] => [
  t`These are our own questions, not a published questionnaire. There are no norms for them: nobody’s answers stand beside yours but your own earlier ones.`,
  t`No diagnosis comes out of them. If you wonder about your health, a doctor can tell you more.`,
  t`Answers move a little by themselves from one time to the next, so a small difference says nothing.`,
]

import { plural, t } from '@lingui/core/macro'
import type { FactorSaid, Sheet, TechniqueRow, WatchNow } from '../../../src/contract.ts'
import { highUsual } from '../../../src/trends/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { dayMonthOf, dayYearOf, fullDayOf, monthDayOf, monthYearOf } from '../times.ts'
import { techniqueName } from './details.ts'
import { foundParts, togetherNames } from './recent.ts'
import { rating } from './trends.ts'

/** My usual and lately, as the agent would say it to somebody: no size of a change, no verdict. */
export function latelyWords(
  { watch, logged, shifts }: NonNullable<Sheet['lately']>,
  today: string,
) {
  const { says, usual, lately, since } = watch
  const words = [t`I rated ${logged} of ${shifts} shifts in this time.`]
  if (usual === null) return words
  const [low, high] = [rating(usual.low), rating(usual.high)]
  words.push(t`Stress in my usual shifts: mostly ${low} to ${high}.`)
  if (says === 'too-few') words.push(t`Too few shifts lately to say more.`)
  else if ((says === 'higher' || says === 'lower') && since && lately) {
    const thisYear = since.shiftDate.slice(0, 4) === today.slice(0, 4)
    const day = thisYear ? monthDayOf(since.shiftDate) : fullDayOf(since.shiftDate)
    const [lowNow, highNow] = [rating(lately.low), rating(lately.high)]
    words.push(
      says === 'higher'
        ? t`Higher than that since about ${day}: mostly ${lowNow} to ${highNow}.`
        : t`Lower than that since about ${day}: mostly ${lowNow} to ${highNow}.`,
    )
  } else words.push(t`Lately about as usual.`)
  return [...words, ...mineWarnings(watch)]
}
/** What must stand beside it wherever it is said, as the agent would say it. */
function mineWarnings({ says, usual, isEarly }: WatchNow): string[] {
  const words: string[] = []
  if (says === 'lower' && isEarly)
    words.push(t`Many people begin a log at a hard time, and hard times often ease by themselves.`)
  if (usual && usual.average >= highUsual)
    words.push(t`My usual shifts are already high. Staying there isn’t the same as being well.`)
  return words
}

export const latelyScale = (): string =>
  t`0 is none, 10 is as much as it gets. “Mostly” is eight of ten shifts.`

export const rowName = (by: NonNullable<Sheet['weeks']>['by'], from: string): string =>
  by === 'week'
    ? dayMonthOf(from)
    : by === 'month'
      ? monthYearOf(Date.parse(`${from}T00:00Z`))
      : from.slice(0, 4)
/** What a row is of. */
export const rowsOf = (by: NonNullable<Sheet['weeks']>['by']): string =>
  by === 'week' ? t`Week from` : by === 'month' ? t`Month` : t`Year`
export const madeTitle = (by: NonNullable<Sheet['weeks']>['by']): string =>
  by === 'week'
    ? t`What the weeks were made of`
    : by === 'month'
      ? t`What the months were made of`
      : t`What the years were made of`
export const madeScale = (): string =>
  t`Only what I noted is counted. Hard: I rated it 4 or 5 of 5, or it was abuse or somebody in distress.`

/** `Set a boundary: helped 9 of the 12 times I used it.` */
export function verdictWords({ technique, used, helped }: TechniqueRow, work: Work): string {
  const name = techniqueName(technique, work)
  if (used > 1) return t`${name}: helped ${helped} of the ${used} times I used it.`
  return helped === 1 ? t`${name}: helped the one time I used it.` : t`${name}: used once.`
}

/** What was found of a situation, as the agent would say it: together, never because. */
export function foundHere(said: FactorSaid, work: Work): string | null {
  const { factor, with: withIt, without } = said
  const parts = foundParts(said, work)
  if (parts === null) return null
  const { name, up, points, low, high } = parts
  if (factor.of === 'kind')
    return up
      ? t`${name}: I rated stress ${points} higher than on other shifts in the same weeks (between ${low} and ${high}; ${withIt} with, ${without} without).`
      : t`${name}: I rated stress ${points} lower than on other shifts in the same weeks (between ${low} and ${high}; ${withIt} with, ${without} without).`
  return up
    ? t`${name}: I rated these ${points} harder than my others in the same shifts (between ${low} and ${high}; ${withIt} with, ${without} without).`
    : t`${name}: I rated these ${points} easier than my others in the same shifts (between ${low} and ${high}; ${withIt} with, ${without} without).`
}

export function togetherHere(said: FactorSaid, work: Work): string | null {
  const all = togetherNames(said, work)
  if (all === null) return null
  return t`These usually come together for me, so one can’t be told from the other: ${all}.`
}

export const ofWeek = ({ from, to }: { from: string; to: string }): string =>
  t`Week of ${dayYearOf(from)} to ${dayYearOf(to)}`
/** Over which shifts, and that it says nothing of causes. */
export const situationsScale = (shifts: number): string =>
  plural(shifts, {
    one: 'Over the last # shift. What goes together; not what came from what.',
    other: 'Over the last # shifts. What goes together; not what came from what.',
  })

export const footWords = (): string =>
  t`My own ratings and counts, kept for myself. They don’t measure performance, and they aren’t a medical finding.`

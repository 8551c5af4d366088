import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import type { Beginning, MarkKind, ShiftKind, WatchNow, Weeks } from '../../../src/contract.ts'
import { fewestLogged, highUsual, latelyDays } from '../../../src/trends/kinds.ts'
import { firstUsual, skippedShifts } from '../../../src/trends/watch.ts'
import { odds } from '../../../src/trends/odds.ts'
import { languageTag } from '../speak.ts'
import { fullDayOf, monthDayOf } from '../times.ts'

const marks: Record<MarkKind, MessageDescriptor> = {
  peak: msg`Peak`,
  'new-rota': msg`New rota`,
  holiday: msg`Holiday`,
  unwell: msg`Unwell`,
}
const kinds: Record<ShiftKind, MessageDescriptor> = {
  any: msg`Not told apart`,
  early: msg`Early`,
  late: msg`Late`,
  night: msg`Night`,
}
const began: Record<Beginning, MessageDescriptor> = {
  ordinary: msg`Ordinary`,
  away: msg`I was away`,
  hard: msg`Unusually hard`,
}

export const markName = (kind: MarkKind): string => i18n._(marks[kind])
export const shiftKindName = (kind: ShiftKind): string => i18n._(kinds[kind])
export const beginningName = (as: Beginning): string => i18n._(began[as])
export const periodName = (weeks: Weeks): string =>
  weeks === null ? t`All` : plural(weeks, { one: '# week', other: '# weeks' })

/** `4.1`, `5.0`: an average or a difference, always with its tenth. */
export const tenth = (value: number): string =>
  new Intl.NumberFormat(languageTag(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value)

/** `7`, `6.5`: what a shift was rated, which is mostly a whole number. */
export const rating = (value: number): string =>
  new Intl.NumberFormat(languageTag(), { maximumFractionDigits: 1 }).format(value)

/** What the watch says, as one sentence (statistics.md, 3.4): no size of a change, no verdict. */
export function watchSentence(watch: WatchNow, today: string): string {
  const { says, usual, since, lately, collected } = watch
  if (says === 'collecting' || usual === null)
    return t`Getting to know your usual: ${collected} of ${firstUsual} shifts.`
  if (says === 'too-few')
    return t`Too few shifts lately to say: fewer than ${fewestLogged} were logged in the last ${latelyDays} days.`
  const average = tenth(usual.average)
  if (says === 'usual' || since === null || lately === null)
    return t`Your stress is about as in your usual shifts (average ${average} of 10).`
  const day = sinceDay(since.shiftDate, today)
  return says === 'higher'
    ? t`Your stress has been higher than your usual since about ${day}.`
    : t`Your stress has been lower than your usual since about ${day}.`
}

/** The same of energy. */
export function energySentence(watch: WatchNow, today: string): string {
  const { says, usual, since, lately } = watch
  if (says === 'collecting' || says === 'too-few' || usual === null)
    return watchSentence(watch, today)
  if (says === 'usual' || since === null || lately === null) {
    const average = tenth(usual.average)
    return t`Your energy is about as in your usual shifts (average ${average} of 10).`
  }
  const day = sinceDay(since.shiftDate, today)
  return says === 'higher'
    ? t`Your energy has been higher than your usual since about ${day}.`
    : t`Your energy has been lower than your usual since about ${day}.`
}

const sinceDay = (shiftDate: string, today: string): string =>
  shiftDate.slice(0, 4) === today.slice(0, 4) ? monthDayOf(shiftDate) : fullDayOf(shiftDate)

/** What belongs under it, a sentence each. */
export function watchNotes(watch: WatchNow): string[] {
  return [...energyNotes(watch), ...warnings(watch)]
}

/** What must stand beside the watch's sentence wherever that is said. */
export function warnings({ says, usual, isEarly }: WatchNow): string[] {
  const notes: string[] = []
  if (says === 'lower' && isEarly)
    notes.push(t`Many people begin at a hard time, and hard times often ease by themselves.`)
  if (usual && usual.average >= highUsual)
    notes.push(t`Your usual shifts are already high. Staying there isn’t the same as being well.`)
  return notes
}

/** What belongs under energy: a high usual of it is no warning. */
export function energyNotes({ says, usual, lately, toSkip }: WatchNow): string[] {
  const notes: string[] = []
  if (says === 'collecting' && toSkip > 0)
    notes.push(
      plural(toSkip, {
        one: '# more of the first shifts is shown, and not learned from.',
        other: '# more of the first shifts are shown, and not learned from.',
      }),
    )
  if ((says === 'higher' || says === 'lower') && usual && lately) {
    const [low, high] = [rating(usual.low), rating(usual.high)]
    const [lowNow, highNow] = [rating(lately.low), rating(lately.high)]
    notes.push(t`Usually ${low} to ${high}, lately ${lowNow} to ${highNow}.`)
  }
  return notes
}

/** How it works and how often it is wrong; every number comes from the simulation (odds.ts). */
export function watchOdds(series: 1 | 2): string[] {
  const { quarter, quarterHigher, year, yearHigher, quarterInWaves } = odds
  const [atTheStart, later, typicalDelay] =
    series === 1
      ? [odds.foundAtTheStart, odds.foundLater, odds.typicalDelay]
      : [odds.foundAtTheStartOfTwo, odds.foundLaterOfTwo, odds.typicalDelayOfTwo]
  const [soonest, latest] = [Math.floor(typicalDelay / 5), Math.ceil(typicalDelay / 5)]
  return [
    t`Each shift is ranked among your usual shifts. Lull keeps a slow average of those ranks and speaks when it has stayed, three shifts in a row, further from the middle than your own ups and downs would take it. It advances only with shifts that you log, and makes nothing up for the others.`,
    t`Even when nothing has really changed, about 1 in ${quarter} people would see such a note within three months of shifts, up or down; about 1 in ${quarterHigher} a “higher” one. Within a year it is about 1 in ${year}; a “higher” one, 1 in ${yearHigher}.`,
    t`Where good and bad spells come in waves of a week or two, it speaks more often: up to 1 in ${quarterInWaves} people in three months.`,
    t`If your usual rises for good by about one of your ordinary ups and downs, it notices within three months in ${atTheStart} of 100 people when that happens at the very start, and in about ${later} of 100 later, typically after about ${soonest} to ${latest} weeks of shifts. Changes half as large it can’t see.`,
    t`These figures come from made-up people in a simulation, not from a study, and say nothing about your health.`,
  ]
}

export const beginningNote = (): string =>
  t`After time away or unusually hard weeks, your first ${skippedShifts} shifts are shown, and not learned from.`

import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import type { Used, Week } from '../../../src/contract.ts'
import {
  isMine,
  isTheirs,
  type MineThing,
  type TheirThing,
  type WeekQuestion,
} from '../../../src/review/kinds.ts'
import { leastLogged } from '../../../src/review/weeks.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { planSentence } from '../after/plans.ts'
import { pauseName } from '../pause-names.ts'
import { languageTag } from '../speak.ts'
import { dayMonthOf, dayYearOf } from '../times.ts'
import { techniqueName } from './details.ts'
import { rechargeName } from './shift.ts'
import { rating } from './trends.ts'

const mine: Record<MineThing, MessageDescriptor> = {
  breaks: msg`when I take my breaks`,
  'first-sentence': msg`my first sentence`,
  pace: msg`my own pace`,
  asking: msg`asking for help early`,
  limits: msg`where I set a limit`,
  'after-work': msg`what I do after work`,
}
const theirs: Record<TheirThing, MessageDescriptor> = {
  'how-many': msg`how much comes in`,
  'how-long': msg`how long people wait`,
  rules: msg`rules and prices`,
  systems: msg`whether the systems run`,
  'their-mood': msg`the mood people arrive in`,
  rota: msg`the rota`,
}
const asked: Record<WeekQuestion, { title: MessageDescriptor; hint: MessageDescriptor }> = {
  helped: {
    title: msg`One thing that helped`,
    hint: msg`From what you used this week. By your own view, nobody else’s.`,
  },
  good: { title: msg`Something good`, hint: msg`A small one counts.` },
  mine: { title: msg`One thing in your control`, hint: msg`Something that you decide yourself.` },
  theirs: {
    title: msg`And one that isn’t yours`,
    hint: msg`Something that others decide, and that you don’t have to carry.`,
  },
}

export const questionTitle = (question: WeekQuestion): string => i18n._(asked[question].title)
export const questionHint = (question: WeekQuestion): string => i18n._(asked[question].hint)
export const mineName = (thing: MineThing): string => i18n._(mine[thing])
export const theirsName = (thing: TheirThing): string => i18n._(theirs[thing])

/** `Nov 15 – Nov 21`; with the year where that isn't this one. */
export function weekDates({ from, to }: { from: string; to: string }, today: string): string {
  const show = to.slice(0, 4) === today.slice(0, 4) ? dayMonthOf : dayYearOf
  return `${show(from)} – ${show(to)}`
}

/** How many shifts were logged, and from where to where they went: nothing else of a level. */
export function numbersWords({ numbers }: Week): string[] {
  const { shifts, logged, isFew, range } = numbers
  if (shifts === 0) return [t`No shift in this week.`]
  const few = t`Few shifts logged, so this may not be typical.`
  const words = [...(isFew ? [few] : []), t`You logged ${logged} of ${shifts} shifts.`]
  if (range === null) return words
  const [low, high] = [rating(range.low), rating(range.high)]
  return [
    ...words,
    low === high ? t`Stress: ${low} of 10.` : t`Stress from ${low} to ${high}, of 10.`,
  ]
}

/** A fact about the weeks before, without an adjective; null where it can't be said. */
export function harderWords({ harderThan }: Week): string | null {
  if (harderThan === null) return null
  const { weeks, of } = harderThan
  const those = plural(leastLogged, {
    one: 'weeks with a logged shift',
    other: 'weeks with # or more logged shifts',
  })
  return weeks === 0
    ? t`Harder than none of your last ${of} ${those}.`
    : t`Harder than ${weeks} of your last ${of} ${those}.`
}

/** What was noted and taken, by number. */
export function madeWords({ made, pauses }: Week): string[] {
  const { hard, ok, good } = made
  const noted = plural(hard + ok + good, {
    0: 'No moment noted.',
    one: `# moment noted: ${good} good, ${ok} ok, ${hard} hard.`,
    other: `# moments noted: ${good} good, ${ok} ok, ${hard} hard.`,
  })
  return pauses === 0 ? [noted] : [noted, plural(pauses, { one: '# pause.', other: '# pauses.' })]
}

/** Something that was used, by its name. */
export function usedName(used: Used, work: Work): string {
  switch (used.kind) {
    case 'technique':
      return techniqueName(used.technique, work)
    case 'pause':
      return pauseName(used.pause)
    case 'recharge':
      return rechargeName(used)
    case 'plan':
      return planSentence(used.plan, work)
  }
}

/** What was picked of one of the two lists; null where it was nothing, or something else. */
export function thingName(pick: string | null): string | null {
  if (pick === null) return null
  return isMine(pick) ? mineName(pick) : isTheirs(pick) ? theirsName(pick) : null
}

/** `Sun`, for a local date such as `2026-11-22`. */
export const dayNameOf = (date: string): string =>
  new Intl.DateTimeFormat(languageTag(), { weekday: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00Z`),
  )

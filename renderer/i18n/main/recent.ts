import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import type {
  Factor,
  FactorSaid,
  PausesFollowed,
  TechniqueUse,
  WorkloadSaid,
} from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { hoursInAPart, type ShiftPart } from '../../../src/trends/factors.ts'
import { odds } from '../../../src/trends/odds.ts'
import { describedFrom } from '../../../src/trends/pauses-followed.ts'
import { falseShare } from '../../../src/trends/within.ts'
import { typeName } from '../names.ts'
import { pauseName } from '../pause-names.ts'
import { languageTag } from '../speak.ts'
import { channelName, techniqueName, triggerName } from './details.ts'
import { tenth } from './trends.ts'

const kinds: Record<'early' | 'late' | 'night', MessageDescriptor> = {
  early: msg`Early shifts`,
  late: msg`Late shifts`,
  night: msg`Night shifts`,
}

export const list = (words: readonly string[]): string =>
  new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(words)

export function partName(part: ShiftPart): string {
  const [second, third] = [hoursInAPart + 1, 2 * hoursInAPart + 1]
  if (part === 'first') return t`Hours 1 to ${hoursInAPart} of the shift`
  return part === 'middle'
    ? t`Hours ${second} to ${third - 1} of the shift`
    : t`Hour ${third} of the shift and later`
}

/** `104 in hours 1 to 3 (31 hard)`. */
export function partCount(part: ShiftPart, count: number, hard: number): string {
  const [second, third] = [hoursInAPart + 1, 2 * hoursInAPart + 1]
  if (part === 'first') return t`${count} in hours 1 to ${hoursInAPart} (${hard} hard)`
  return part === 'middle'
    ? t`${count} in hours ${second} to ${third - 1} (${hard} hard)`
    : t`${count} from hour ${third} on (${hard} hard)`
}

/** A situation, by the agent's name for it or by Lull's. */
export function factorName(factor: Factor, work: Work): string {
  switch (factor.of) {
    case 'type':
      return typeName(factor.id, work)
    case 'trigger':
      return triggerName(factor.id)
    case 'channel':
      return channelName(factor.id)
    case 'part':
      return partName(factor.id)
    case 'kind':
      return i18n._(kinds[factor.id])
  }
}

/** How many are clear. That most of them aren't is how it is for months. */
export function clearSentence(factors: readonly FactorSaid[]): string {
  const all = factors.length
  const unclear = factors.filter(({ found }) => found === null).length
  if (unclear === 0) return t`Clear for all that came up.`
  if (unclear === all)
    return plural(all, {
      one: 'Not clear yet for the one situation that came up.',
      other: 'Not clear yet for any of the # situations that came up.',
    })
  return plural(all, {
    one: `Not clear yet for ${unclear} of the # situation that came up.`,
    other: `Not clear yet for ${unclear} of the # situations that came up.`,
  })
}

/** What is said of a situation that something was found of: the difference without its sign, and its ends. */
export function foundParts({ factor, found }: FactorSaid, work: Work) {
  if (found === null) return null
  const name = factorName(factor, work)
  const up = found.difference >= 0
  const [one, other] = up ? found.interval : [-found.interval[1], -found.interval[0]]
  return {
    name,
    up,
    points: tenth(Math.abs(found.difference)),
    low: tenth(one),
    high: tenth(other),
  }
}

/** What was found of a situation: together, never because (statistics.md, 4.3). */
export function foundSentence(said: FactorSaid, work: Work): string | null {
  const { factor, with: withIt, without } = said
  const parts = foundParts(said, work)
  if (parts === null) return null
  const { name, up, points, low, high } = parts
  if (factor.of === 'kind')
    return up
      ? t`${name}: you rated stress ${points} higher than on other shifts in the same weeks (between ${low} and ${high}; ${withIt} with, ${without} without).`
      : t`${name}: you rated stress ${points} lower than on other shifts in the same weeks (between ${low} and ${high}; ${withIt} with, ${without} without).`
  return up
    ? t`${name}: you rated these ${points} harder than your others in the same shifts (between ${low} and ${high}; ${withIt} with, ${without} without).`
    : t`${name}: you rated these ${points} easier than your others in the same shifts (between ${low} and ${high}; ${withIt} with, ${without} without).`
}

/** All that come with a situation, itself first; null where none does. */
export const togetherNames = ({ factor, found }: FactorSaid, work: Work): string | null =>
  !found || found.comesWith.length === 0
    ? null
    : list([factor, ...found.comesWith].map((each) => factorName(each, work)))

export function togetherSentence(said: FactorSaid, work: Work): string | null {
  const all = togetherNames(said, work)
  if (all === null) return null
  return t`These usually come together for you, so one can’t be told from the other: ${all}.`
}

export function linkOdds(): string {
  const [people, wrong] = [odds.falseLink, Math.round(1 / falseShare)]
  return t`What is shown here goes together; it says nothing of what came from what. Each is held against others of the same shifts or weeks, and shown once that holds however often one looks. Where nothing is linked, about 1 in ${people} people would see a link within a year; of the links that are shown, at most 1 in ${wrong} is wrong.`
}

/** Beside each of those, wherever it stands alone. */
export const notWhy = (): string => t`It goes together; it says nothing of what came from what.`

/** "Set a boundary: helped 9 of the 12 times you used it." */
export function usedSentence({ technique, times, helped }: TechniqueUse, work: Work): string {
  const name = techniqueName(technique, work)
  return plural(times, {
    one: `${name}: helped ${helped} of the # time you used it.`,
    other: `${name}: helped ${helped} of the # times you used it.`,
  })
}

export function didSentence(techniques: readonly TechniqueUse[]): string {
  const sum = (of: (use: TechniqueUse) => number) =>
    techniques.reduce((all, use) => all + of(use), 0)
  const [times, helped] = [sum((use) => use.times), sum((use) => use.helped)]
  return plural(times, {
    one: `You said # time what you did; by your own word it helped ${helped} times.`,
    other: `You said # times what you did; by your own word it helped ${helped} times.`,
  })
}

/** Over the last so many shifts. */
export function pausesSentence({ taken, rated, means }: PausesFollowed, shifts: number): string {
  if (means === null) {
    const count = plural(taken, { one: '# pause.', other: '# pauses.' })
    return t`${count} From ${describedFrom} with a rating before and after, their averages stand here; so far: ${rated}.`
  }
  const [before, after] = [tenth(means.before), tenth(means.after)]
  const span = plural(shifts, { one: 'the last # shift', other: 'the last # shifts' })
  return plural(rated, {
    one: `# rated pause in ${span}: before ${before}, after ${after} on average. Tension also eases by itself: a part of this would have happened anyway.`,
    other: `# rated pauses in ${span}: before ${before}, after ${after} on average. Tension also eases by itself: a part of this would have happened anyway.`,
  })
}

/** What pauses that were chosen by chance have to say of each other. */
export function chanceSentences({ chance }: PausesFollowed): string[] {
  const { rated, compared } = chance
  if (rated === 0)
    return [
      t`Kinds of pause are compared only where Lull chose by chance (“Choose for me”): what you choose yourself follows how you feel.`,
    ]
  if (compared.length === 0)
    return [
      plural(rated, {
        one: 'So far Lull chose # rated pause by chance. From ten of one kind and ten of the others they are compared.',
        other:
          'So far Lull chose # rated pauses by chance. From ten of one kind and ten of the others they are compared.',
      }),
    ]
  const named = compared.filter((each) => each.named)
  if (named.length === 0)
    return [
      plural(rated, {
        one: 'No clear difference so far between kinds, from # rated pause that Lull chose by chance.',
        other:
          'No clear difference so far between kinds, from # rated pauses that Lull chose by chance.',
      }),
    ]
  return named.map(({ kind, difference, interval: [low, high], of, others }) => {
    const name = pauseName(kind)
    const less = tenth(-difference)
    const [from, to] = [tenth(-high), tenth(-low)]
    return t`${name}: when Lull chose by chance, you rated ${less} lower after it than after the other kinds, starting from the same tension (between ${from} and ${to}; ${of} and ${others} pauses).`
  })
}

export function workloadSentences({ counted, says }: WorkloadSaid): string[] {
  if (counted === 0)
    return [
      t`Where a signal counts your calls (Settings, Connect your phone), their number is set beside stress here. Calls that you mark aren’t: they follow how you feel.`,
    ]
  if (says === null)
    return [
      plural(counted, {
        one: 'Not clear yet whether your busier shifts are the harder ones. # rated shift had counted calls.',
        other:
          'Not clear yet whether your busier shifts are the harder ones. # rated shifts had counted calls.',
      }),
    ]
  const { by, lately } = says
  const points = tenth(says.points)
  const more = says.more
  const busier =
    by === 'calls'
      ? plural(more, {
          one: `Your harder shifts were the busier ones, week by week (about ${points} points for # more call).`,
          other: `Your harder shifts were the busier ones, week by week (about ${points} points for # more calls).`,
        })
      : plural(more, {
          one: `Your harder shifts were the busier ones, week by week (about ${points} points for # more minute on calls).`,
          other: `Your harder shifts were the busier ones, week by week (about ${points} points for # more minutes on calls).`,
        })
  return lately === null ? [busier] : [busier, latelySentence(by, lately), pointsTo(lately)]
}

function latelySentence(by: 'calls' | 'minutes', lately: number): string {
  const count = Math.abs(lately)
  if (by === 'calls')
    return lately > 0
      ? plural(count, {
          one: 'Lately you have had about # more call a shift than in your first twenty.',
          other: 'Lately you have had about # more calls a shift than in your first twenty.',
        })
      : plural(count, {
          one: 'Lately you have had about # call fewer a shift than in your first twenty.',
          other: 'Lately you have had about # calls fewer a shift than in your first twenty.',
        })
  return lately > 0
    ? plural(count, {
        one: 'Lately you have had about # more minute on calls a shift than in your first twenty.',
        other:
          'Lately you have had about # more minutes on calls a shift than in your first twenty.',
      })
    : plural(count, {
        one: 'Lately you have had about # minute less on calls a shift than in your first twenty.',
        other:
          'Lately you have had about # minutes less on calls a shift than in your first twenty.',
      })
}

const pointsTo = (lately: number): string =>
  lately > 0 ? t`That points to the workload, not to you.` : t`That points to the workload.`

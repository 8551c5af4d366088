import { t } from '@lingui/core/macro'
import type { Week } from '../../../src/contract.ts'
import { mineThings, parted, theirThings, type WeekQuestion } from '../../../src/review/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import type { Choice } from '../../components/Choices.tsx'
import { mineName, theirsName, thingName, usedName } from '../../i18n/main/week.ts'

/** A line of somebody's own is shown as long as this among what can be picked. */
const longestLabel = 90
const shortened = (words: string) =>
  words.length <= longestLabel ? words : `${words.slice(0, longestLabel).trimEnd()}…`

/** What can be picked for a question, in the order of its digits. */
export function choicesFor(
  question: WeekQuestion,
  week: Week,
  work: Work,
  withWords: boolean,
): Choice<string>[] {
  const choices = ((): Choice<string>[] => {
    switch (question) {
      case 'helped':
        return week.used.map((used) => ({ value: used.key, label: usedName(used, work) }))
      case 'good':
        return withWords
          ? week.rights.map(({ shiftId, words }) => ({
              value: `right:${shiftId}`,
              label: shortened(words),
            }))
          : [{ value: 'came', label: t`Yes, one came to mind` }]
      case 'mine':
        return mineThings.map((thing) => ({ value: thing, label: mineName(thing) }))
      case 'theirs':
        return theirThings.map((thing) => ({ value: thing, label: theirsName(thing) }))
    }
  })()
  return choices.map((choice, index) => (index < 9 ? { ...choice, digit: index + 1 } : choice))
}

/** What was answered, a line each; none where it was skipped. Whether a line is the agent's own words. */
export function answerLines(
  question: WeekQuestion,
  week: Week,
  work: Work,
): { text: string; own: boolean }[] {
  const answer = week.review?.answers[question]
  if (!answer) return []
  const picked = pickedLine(question, week, work, answer.pick)
  const words = answer.words ?? ''
  return [...(picked ? [picked] : []), ...(words === '' ? [] : [{ text: words, own: true }])]
}

function pickedLine(question: WeekQuestion, week: Week, work: Work, pick: string | null) {
  if (pick === null) return null
  if (question === 'helped') {
    const used = week.used.find(({ key }) => key === pick)
    return {
      text: used ? usedName(used, work) : t`Something that isn’t there any more.`,
      own: false,
    }
  }
  if (question !== 'good') return { text: thingName(pick) ?? '', own: false }
  if (pick === 'came') return { text: t`One came to mind.`, own: false }
  const [, id] = parted(pick)
  const right = week.rights.find(({ shiftId }) => shiftId === id)
  return right ? { text: right.words, own: true } : null
}

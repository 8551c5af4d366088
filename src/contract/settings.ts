import * as v from 'valibot'
import type { LoggedDecision } from '../prompts/log.ts'
import {
  cardsAfterNote,
  gaps,
  hoursOf,
  onOff,
  questions,
  type Settings,
  stopLines,
  wordModes,
  works,
} from '../settings/choices.ts'
import { reminderCounts } from '../settings/reminder-counts.ts'
import { weekStarts } from '../settings/week-start.ts'
import { type Contact, contactKinds, longestContact } from '../support/kinds.ts'
import { answers } from './method.ts'
import { change, nothing, ownWords, timeOfDay } from './schemas.ts'

const contactWords = ownWords(longestContact)

/** `22:00-06:30`, from one time to another one. */
const hours = v.pipe(
  v.string(),
  v.maxLength(11),
  v.check((text) => hoursOf(text) !== null, 'are no hours of the day'),
)

/** What the agent chose, kept in the journal. */
export const settingMethods = {
  'settings.get': answers<Settings>()(nothing, ['main', 'note']),
  'settings.set': answers<Settings>()(
    change({
      words: v.optional(v.picklist(wordModes)),
      work: v.optional(v.nullable(v.picklist(works))),
      gap: v.optional(v.nullable(v.picklist(gaps))),
      shiftStart: v.optional(v.nullable(timeOfDay)),
      stopLine: v.optional(v.picklist(stopLines)),
      cardAfterNote: v.optional(v.picklist(cardsAfterNote)),
      longCalls: v.optional(v.boolean()),
      quietHours: v.optional(v.nullable(hours)),
      fullScreenWork: v.optional(v.boolean()),
      startMoment: v.optional(v.picklist(onOff)),
      checkInReminders: v.optional(v.picklist(reminderCounts)),
      weekStart: v.optional(v.nullable(v.picklist(weekStarts))),
    }),
    ['main', 'note'],
  ),
  /** Why Lull did or didn't ask: the last seven days, newest first. */
  'prompts.log': answers<LoggedDecision[]>()(nothing, ['main']),
  /** Whom the agent can turn to: the agent's own words, so they lie in the journal. */
  'contacts.get': answers<Contact[]>()(nothing, ['main']),
  'contacts.set': answers<Contact[]>()(
    v.strictObject({ kind: v.picklist(contactKinds), name: contactWords, reach: contactWords }),
    ['main'],
  ),
  /** One of the few questions is not to be asked again; its setting stays as it is. */
  'question.skip': answers<null>()(v.strictObject({ question: v.picklist(questions) }), ['main']),
} as const

import type { Store } from '../ports.ts'
import { gaps, hoursOf, onOff, unsaid, works, type Settings } from './choices.ts'
import { reminderCounts } from './reminder-counts.ts'
import { weekStarts } from './week-start.ts'

export interface SettingsRoom {
  get(): Settings
  /** Whether words may be kept and shown; one look, where nothing else is needed. */
  words(): Settings['words']
  /** How many check-ins a shift is asked for; one look, since it is asked after every change. */
  checkInReminders(): Settings['checkInReminders']
  /** Keeps what is given (null takes an answer back) and returns all of it. */
  set(change: SettingsChange): Settings
}

/** What isn't named stays as it is. */
export type SettingsChange = { [Name in keyof Settings]?: Settings[Name] | undefined }

/** The agent's own choices, in the journal because they say something of the work. */
export function createSettings(store: Store): SettingsRoom {
  const read = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keep = store.prepare(`
    INSERT INTO setting (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
  const forget = store.prepare(`DELETE FROM setting WHERE name = ?`)

  const value = (name: keyof Settings) => read.get(name)?.value
  /** A value that a newer Lull wrote counts as not said here, and stays in its row. */
  const get = (): Settings => ({
    words: wordsOf(value('words')),
    work: works.find((each) => each === value('work')) ?? null,
    gap: gaps.find((each) => each === value('gap')) ?? null,
    shiftStart: timeOf(value('shiftStart')),
    stopLine: value('stopLine') === 'off' ? 'off' : 'on',
    cardAfterNote: value('cardAfterNote') === 'off' ? 'off' : 'on',
    longCalls: value('longCalls') === yes,
    quietHours: quietHoursOf(value('quietHours')),
    fullScreenWork: value('fullScreenWork') === yes,
    startMoment: onOff.find((each) => each === value('startMoment')) ?? unsaid.startMoment,
    checkInReminders: remindersOf(value('checkInReminders')),
    weekStart: weekStarts.find((each) => each === value('weekStart')) ?? null,
  })

  return {
    get,
    words: () => wordsOf(value('words')),
    checkInReminders: () => remindersOf(value('checkInReminders')),
    set: (change) =>
      store.write(() => {
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === false || value === unsaid.words) forget.run(name)
          else if (value !== undefined) keep.run(name, value === true ? yes : String(value))
        }
        return get()
      }),
  }
}

const yes = 'yes'

/** Anything that isn't a clear yes keeps the text fields away. */
const wordsOf = (value: string | undefined): Settings['words'] =>
  value === 'numbers-and-words' ? value : value === undefined ? 'unasked' : 'numbers'

const remindersOf = (value: string | undefined): Settings['checkInReminders'] =>
  reminderCounts.find((each) => String(each) === value) ?? unsaid.checkInReminders

const timeOf = (value: string | undefined) =>
  value !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : null

const quietHoursOf = (value: string | undefined) =>
  value !== undefined && hoursOf(value) ? value : null

import type { Clock, Store } from '../ports.ts'
import type { Shifts } from '../shifts/shifts.ts'
import { questions, type Question, type Settings } from './choices.ts'
import type { SettingsRoom } from './settings.ts'

export interface Questions {
  /** The one to ask now, or null. */
  now(): Question | null
  /** Asks no more in the open shift, and this one never again. */
  done(question: Question): void
}

/** What decides whether a question begins to matter. */
export interface Facts {
  settings: Settings
  /** Answered or skipped before. */
  done: readonly Question[]
  /** Whether one was answered or skipped in the open shift: never two in a row, never a wizard. */
  askedThisShift: boolean
  hasNotes: boolean
  hasMarks: boolean
}

/**
 * Which question matters now. What the agent does names the notes, so it is asked after the first
 * one; the gap decides when an offer comes, so it is asked after the first call that was marked.
 */
export function questionNow(facts: Facts): Question | null {
  const { settings, done } = facts
  if (facts.askedThisShift) return null
  if (facts.hasNotes && settings.work === null && !done.includes('work')) return 'work'
  const calls = settings.work === null || settings.work === 'calls'
  if (facts.hasMarks && calls && settings.gap === null && !done.includes('gap')) return 'gap'
  return null
}

const rowOf = (question: Question) => `asked-${question}`
const lastAsked = 'asked-in'

export function createQuestions(
  store: Store,
  settings: SettingsRoom,
  shifts: Shifts,
  clock: Clock,
): Questions {
  const read = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keep = store.prepare(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`)
  const note = store.prepare<{ one: number }>(`SELECT 1 AS one FROM note LIMIT 1`)
  const mark = store.prepare<{ one: number }>(`
    SELECT 1 AS one FROM call WHERE marked_at IS NOT NULL
    UNION ALL SELECT 1 FROM call_count WHERE marked > 0 LIMIT 1`)

  return {
    now() {
      const shift = shifts.open(clock.now())
      return questionNow({
        settings: settings.get(),
        done: questions.filter((question) => read.get(rowOf(question)) !== undefined),
        askedThisShift: shift !== null && read.get(lastAsked)?.value === shift.id,
        hasNotes: note.get() !== undefined,
        hasMarks: mark.get() !== undefined,
      })
    },
    done: (question) =>
      store.write(() => {
        keep.run(rowOf(question), 'yes')
        const shift = shifts.open(clock.now())
        if (shift) keep.run(lastAsked, shift.id)
      }),
  }
}

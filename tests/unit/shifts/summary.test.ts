import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCheckIns } from '../../../src/checkins/checkins.ts'
import { createStressLog } from '../../../src/checkins/stress-log.ts'
import { createForgetting } from '../../../src/notes/forgetting.ts'
import { createAdding } from '../../../src/notes/adding.ts'
import { checkInKinds, type CheckInKind } from '../../../src/checkins/kinds.ts'
import { createNotes } from '../../../src/notes/notes.ts'
import { createTypes } from '../../../src/notes/types.ts'
import { createPauses } from '../../../src/breathing/pauses.ts'
import { createSettings } from '../../../src/settings/settings.ts'
import { localDate } from '../../../src/shifts/shift.ts'
import { createShifts } from '../../../src/shifts/shifts.ts'
import { createSummary } from '../../../src/shifts/summary.ts'
import { idAt, passphrase, random, testClock } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

describe('the summary of a shift', () => {
  it('kept entry by entry is what a rebuild from all entries gives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lull-summary-'))
    const clock = testClock()
    const journal = journalIn(folder, { clock })
    const opened = await journal.create(passphrase)
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const shifts = createShifts(store, clock, random)
    const summary = createSummary(store)
    const settings = createSettings(store)
    const types = createTypes(store, settings, clock)
    const forgetting = createForgetting(store, clock)
    const notes = createNotes(store, shifts, summary, settings, types, forgetting, clock, random)
    const adding = createAdding(store, shifts, summary, settings, clock)
    const pauses = createPauses(store, shifts, summary, clock)
    const checkIns = createCheckIns(store, shifts, summary, clock, random)
    const log = createStressLog(store, shifts, summary, settings, forgetting, clock)
    const last = () => log.list(null).checkIns[0]?.id
    const rows = store.prepare<Record<string, unknown>>(
      `SELECT * FROM shift_summary ORDER BY shift_id`,
    )

    const ratings = store.prepare<Rating>(
      `SELECT kind, stress, energy FROM checkin WHERE shift_id = ? ORDER BY at, id`,
    )

    const step = fc.record({
      hours: fc.constantFrom(0, 1, 2, 4, 30),
      entry: fc.constantFrom(
        'note',
        'added later',
        'pause',
        'check-in',
        'check-in added later',
        'check-in changed',
        'check-in deleted',
        'deletion taken back',
        'signal',
      ),
      rating: fc.integer({ min: 0, max: 10 }),
      kind: fc.constantFrom(...checkInKinds),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        for (const { hours, entry, rating, kind } of steps) {
          clock.pass(hours * 3_600_000)
          const id = idAt(clock.now())
          if (entry === 'note') notes.save({ id, difficulty: 3, type: null, words: '' })
          const date = localDate(clock.now() - 24 * 3_600_000, clock.zone())
          const time = `${String(hours % 24).padStart(2, '0')}:30`
          if (entry === 'added later') adding.add({ id, date, time, difficulty: 3, type: null })
          if (entry === 'check-in added later')
            log.add({ id, date, time, stress: rating, energy: 5 })
          const there = last()
          if (entry === 'check-in changed' && there !== undefined)
            log.edit({ id: there, stress: rating, energy: rating, words: null })
          if ((entry === 'check-in deleted' || entry === 'deletion taken back') && there) {
            log.delete(there)
            if (entry === 'deletion taken back') log.undo(there)
          }
          if (entry === 'check-in') checkIns.save({ stress: rating, energy: 10 - rating, kind })
          if (entry === 'signal') store.write(() => shifts.at(clock.now()))
          if (entry === 'pause')
            pauses.save({
              id,
              kind: 'longer-exhale',
              startedAt: clock.now() - 60_000,
              elapsedMs: 60_000,
              plannedMs: 60_000,
              ended: 'completed',
              before: null,
              after: null,
              chosen: 'me',
            })
        }
        const kept = rows.all().filter((row) => hasEntries(row))
        for (const row of kept)
          expect(row).toMatchObject(valueOf(ratings.all(String(row['shift_id']))))
        expect(kept.length).toBeGreaterThanOrEqual(0)
        summary.rebuild()
        expect(rows.all().filter((row) => hasEntries(row))).toEqual(kept)
      }),
      { numRuns: 40 },
    )
    expect(rows.all().filter((row) => hasEntries(row)).length).toBeGreaterThan(10)
    journal.close()
    rmSync(folder, { recursive: true })
  })
})

/** A shift that only signals opened has no row until a rebuild gives it one of zeros. */
const hasEntries = (row: Record<string, unknown>) =>
  row['notes'] !== 0 || row['pauses'] !== 0 || row['checkins'] !== 0

interface Rating {
  kind: CheckInKind
  stress: number
  energy: number
}

/** design.md, "Honest numbers" 1, by hand: which check-ins give a shift its value, and their sums. */
function valueOf(ratings: readonly Rating[]) {
  const of = (kind: CheckInKind) => ratings.filter((rating) => rating.kind === kind)
  const [by, values] = (
    [
      ['shift-end', of('shift-end').slice(-1)],
      ['reminder', of('reminder')],
      ['own', of('own')],
    ] as const
  ).find(([, found]) => found.length > 0) ?? [null, []]
  return {
    checkins: ratings.length,
    rated_by: by,
    rated: values.length,
    stress_sum: values.reduce((sum, { stress }) => sum + stress, 0),
    energy_sum: values.reduce((sum, { energy }) => sum + energy, 0),
  }
}

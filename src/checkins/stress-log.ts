import type { CheckInEntry, CheckInPage, DroppedWords, Input, VaultDoor } from '../contract.ts'
import { undoMs } from '../notes/changing.ts'
import { createDrops } from '../notes/drops.ts'
import type { Forgetting } from '../notes/forgetting.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { earliestMs } from '../shifts/day.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { createCheckInRows, type Place, type ShownRow } from './rows.ts'
import { noCheckInDetails } from './said.ts'

/** The check-ins that there are, and what becomes of one later. */
export interface StressLog {
  /** Newest first, fifty at a time. Where words are off they are not shown, only that there are some. */
  list(before: Place | null): CheckInPage
  /** Refuses (`no-checkin`) one that isn't there. */
  one(id: string): CheckInEntry
  /**
   * One of an earlier time, by a date and a time on the wall: in the shift around it, or in one that is
   * made for it, and marked as added later. A time to come is refused. The same id again changes nothing.
   */
  add(checkIn: Input<VaultDoor, 'checkin.add'>): void
  /** Changes one. `words: null` leaves them, and so does a desk without words. */
  edit(checkIn: Input<VaultDoor, 'checkin.edit'>): void
  /** Takes its words out of the journal and every copy in reach; its numbers stay. */
  dropWords(id: string): DroppedWords
  /** Takes all of it out, its words as in `dropWords`. */
  delete(id: string): DroppedWords
  /** Takes the last drop or deletion of this one back, within 8 s. */
  undo(id: string): void
}

/** How many come at once. */
export const aPage = 50

export function createStressLog(
  store: Store,
  shifts: Shifts,
  summary: Summary,
  settings: SettingsRoom,
  forgetting: Forgetting,
  clock: Clock,
): StressLog {
  const rows = createCheckInRows(store)
  // `note` stands for any whole entry here: ids are no one else's.
  const keepGone = store.prepare(`
    INSERT INTO gone (id, what, at) VALUES (?, 'note', ?)
    ON CONFLICT (id) DO UPDATE SET what = excluded.what, at = excluded.at`)
  const drops = createDrops(store, 'checkin')
  /** What can be taken back, as it was. */
  const held = new Map<string, { row: ShownRow; letGo: () => void }>()

  const withWords = () => settings.words() === 'numbers-and-words'
  const required = (id: string): ShownRow => {
    const row = rows.get(id)
    if (!row) throw new Refusal('no-checkin', 'There is no such check-in.')
    return row
  }
  const letGo = (id: string) => {
    held.get(id)?.letGo()
    held.delete(id)
  }
  function entryOf(row: ShownRow, shown: boolean): CheckInEntry {
    const { id, shiftId, shiftDate, at, zone, kind, stress, energy, details, addedLater } = row
    return {
      id,
      shiftId,
      shiftDate,
      at,
      zone,
      kind,
      stress,
      energy,
      details,
      words: shown ? row.words : null,
      hasWords: row.words !== '',
      addedLater,
    }
  }

  /** First out of the journal, then off the disk; only then is it said to be done. */
  function forget(row: ShownRow, what: 'words' | 'note'): DroppedWords {
    const { id, shiftId } = row
    store.write(() => {
      const now = clock.now()
      if (what === 'note') {
        rows.delete(id)
        keepGone.run(id, now)
      } else {
        rows.change({ ...row, words: '' }, now)
        drops.drop(id, now)
      }
      forgetting.mark([id])
      summary.refresh(shiftId)
    })
    letGo(id)
    const forgotten = forgetting.now()
    held.set(id, { row, letGo: clock.after(undoMs, () => held.delete(id)) })
    return forgotten
  }

  return {
    list(before) {
      const found = rows.before(before, aPage + 1)
      const shown = withWords()
      return {
        checkIns: found.slice(0, aPage).map((row) => entryOf(row, shown)),
        hasMore: found.length > aPage,
      }
    },
    one: (id) => entryOf(required(id), withWords()),
    add({ id, date, time, stress, energy }) {
      const { at, zone } = shifts.momentOf(date, time)
      const now = clock.now()
      if (at > now) throw new Refusal('to-come', 'That time is still to come.')
      if (at < earliestMs) throw new Refusal('bad-input', 'No computer’s clock goes back that far.')
      store.write(() => {
        if (rows.get(id)) return
        const { id: shiftId } = shifts.later(at, zone, settings.get().shiftStart)
        rows.insert({
          id,
          shiftId,
          at,
          zone,
          kind: 'own',
          stress,
          energy,
          details: noCheckInDetails,
          words: '',
          addedLater: true,
          rev: 1,
          editedAt: now,
        })
        summary.refresh(shiftId)
      })
    },
    edit(checkIn) {
      const { id, words } = checkIn
      if (words !== null && !withWords())
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      store.write(() => {
        const before = required(id)
        rows.change(checkIn, clock.now())
        // What an edit took out must not live on in an older copy.
        if (words !== null && !words.includes(before.words)) forgetting.mark([id])
        // Words written anew are not those that were dropped.
        if (words !== null && words !== '') drops.anew(id)
        summary.refresh(before.shiftId)
      })
      letGo(id)
      forgetting.soon()
    },
    dropWords: (id) => forget(required(id), 'words'),
    delete: (id) => forget(required(id), 'note'),
    undo(id) {
      const before = held.get(id)?.row
      if (!before) throw new Refusal('too-late', 'That can’t be taken back any more.')
      store.write(() => {
        if (rows.get(id)) rows.change(before, clock.now())
        else rows.insert({ ...before, rev: before.rev + 1, editedAt: clock.now() })
        drops.anew(id)
        summary.refresh(before.shiftId)
      })
      letGo(id)
    },
  }
}

import { createDrops } from '../notes/drops.ts'
import type { Forgetting } from '../notes/forgetting.ts'
import type { DroppedWords, Input, RightPage, ShiftCards, VaultDoor } from '../contract.ts'
import type { Unnoted } from '../calls/unnoted.ts'
import type { Clock, Instant, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shift } from '../shifts/shift.ts'
import type { Shifts } from '../shifts/shifts.ts'
import {
  endSteps,
  restedValues,
  rechargeOffered,
  startMoments,
  startSteps,
  type CheckInKind,
} from './kinds.ts'
import type { Recharge } from './recharge.ts'
import { heavyTypes } from '../notes/brooding.ts'
import { momentFor, startIsShown } from './shift-start.ts'

export interface ShiftCardsRoom {
  /** What Today shows of a shift's start and end. No hard entry is in it, nor a word about one. */
  get(): ShiftCards
  /** Keeps an answer at the start; it opens a shift where none is open. */
  start(answer: Input<VaultDoor, 'shift.start'>): void
  /** Goes on to a step of the end; null: the shift goes on. The shift itself stays open. */
  end(to: Input<VaultDoor, 'shift.end'>): void
  /** Leaves the moments that weren't noted, or takes that back. */
  leave(left: boolean): void
  /** Keeps what went right in a shift. `words: null` leaves the words as they are. */
  keepRight(right: Input<VaultDoor, 'right.keep'>): void
  /** Takes its words out of the journal and every copy in reach. */
  dropRight(shiftId: string): DroppedWords
  /** What went right before, newest first. Where words are off there is nothing to read. */
  rights(before: Instant | null): RightPage
}

interface Row {
  start_step: string | null
  rested: number | null
  moment: string | null
  end_step: string | null
  came: 0 | 1 | null
  words: string
  recharge: string | null
}

/** How many of what went right come at once. */
const aPage = 50

export function createShiftCards(
  store: Store,
  shifts: Shifts,
  unnoted: Unnoted,
  recharge: Recharge,
  settings: SettingsRoom,
  forgetting: Pick<Forgetting, 'mark' | 'now' | 'soon'>,
  clock: Clock,
): ShiftCardsRoom {
  const read = store.prepare<Row>(`
    SELECT start_step, rested, moment, end_step, came, words, recharge
    FROM shift_card WHERE shift_id = ?`)
  const make = store.prepare(`
    INSERT INTO shift_card (shift_id, edited_at) VALUES (?, ?) ON CONFLICT (shift_id) DO NOTHING`)
  const start = store.prepare(`
    UPDATE shift_card SET start_step = ?, rested = coalesce(?, rested), moment = coalesce(?, moment),
      rev = rev + 1, edited_at = ?
    WHERE shift_id = ?`)
  const end = store.prepare(`
    UPDATE shift_card SET end_step = ?, ended_at = ?, recharge = coalesce(?, recharge),
      rev = rev + 1, edited_at = ?
    WHERE shift_id = ?`)
  const right = store.prepare(`
    UPDATE shift_card SET came = ?, words = coalesce(?, words), rev = rev + 1, edited_at = ?
    WHERE shift_id = ?`)
  const lastMoment = store.prepare<{ moment: string }>(`
    SELECT c.moment FROM shift_card c JOIN shift s ON s.id = c.shift_id
    WHERE c.moment IS NOT NULL AND s.opened_at < ? ORDER BY s.opened_at DESC LIMIT 1`)
  const lastRecharge = store.prepare<{ recharge: string }>(`
    SELECT c.recharge FROM shift_card c JOIN shift s ON s.id = c.shift_id
    WHERE c.recharge IS NOT NULL AND s.opened_at < ? ORDER BY s.opened_at DESC LIMIT 1`)
  const rating = store.prepare<{ stress: number; energy: number }>(`
    SELECT stress, energy FROM checkin
    WHERE shift_id = ? AND kind = '${'shift-end' satisfies CheckInKind}'
    ORDER BY at DESC, id DESC LIMIT 1`)
  // A pause or a check-in on a free day is no shift that a heavy one is followed by.
  const worked = store.prepare<{ id: string }>(`
    SELECT s.id FROM shift s WHERE s.opened_at < ? AND (
      EXISTS (SELECT 1 FROM note n WHERE n.shift_id = s.id)
      OR EXISTS (SELECT 1 FROM call c WHERE c.shift_id = s.id)
      OR EXISTS (SELECT 1 FROM call_count k WHERE k.shift_id = s.id)
      OR EXISTS (SELECT 1 FROM shift_card d WHERE d.shift_id = s.id))
    ORDER BY s.opened_at DESC LIMIT 1`)
  const heavy = store.prepare<{ one: number }>(`
    SELECT 1 AS one FROM note WHERE shift_id = ? AND type IN (${heavyTypes.map(() => '?').join()})
    LIMIT 1`)
  const exists = store.prepare<{ one: number }>(`SELECT 1 AS one FROM shift WHERE id = ?`)
  const rights = store.prepare<RightPage['rights'][number]>(`
    SELECT s.id AS shiftId, s.shift_date AS shiftDate, s.opened_at AS openedAt, c.words
    FROM shift_card c JOIN shift s ON s.id = c.shift_id
    WHERE c.words <> '' AND s.opened_at < ? ORDER BY s.opened_at DESC LIMIT ?`)
  const drops = createDrops(store, 'shift_card')

  const withWords = () => settings.words() === 'numbers-and-words'
  const isHeavy = (shiftId: string | undefined) =>
    shiftId !== undefined && heavy.get(shiftId, ...heavyTypes) !== undefined
  const open = (): Shift => {
    const shift = shifts.open(clock.now())
    if (!shift) throw new Refusal('no-shift', 'That shift is over.')
    return shift
  }
  const required = (shiftId: string) => {
    if (!exists.get(shiftId)) throw new Refusal('no-shift', 'There is no such shift.')
  }

  function startOf(shift: Shift | null, row: Row | undefined, now: Instant): ShiftCards['start'] {
    const step = startSteps.find((each) => each === row?.start_step) ?? null
    if (!startIsShown(shift?.openedAt ?? null, step, now)) return null
    const before = shift?.openedAt ?? now
    const last = lastMoment.get(before)?.moment
    return {
      step,
      rested: restedValues.find((value) => value === row?.rested) ?? null,
      moment: momentFor({
        wanted: settings.get().startMoment === 'on',
        heavy: isHeavy(shift?.id) || isHeavy(worked.get(before)?.id),
        last: startMoments.find((moment) => moment === last) ?? null,
      }),
    }
  }

  function endOf(shift: Shift, row: Row | undefined): ShiftCards['end'] {
    const ids = recharge.get().flatMap(({ id, picked }) => (picked ? [id] : []))
    return {
      shiftId: shift.id,
      step: endSteps.find((each) => each === row?.end_step) ?? null,
      rating: rating.get(shift.id) ?? null,
      unnoted: unnoted.of(shift.id),
      came: row?.came == null ? null : row.came === 1,
      words: withWords() ? (row?.words ?? '') : null,
      recharge: {
        offered: rechargeOffered(ids, lastRecharge.get(shift.openedAt)?.recharge ?? null),
        picked: ids.find((id) => id === row?.recharge) ?? null,
      },
    }
  }

  return {
    get() {
      const now = clock.now()
      const shift = shifts.open(now)
      const row = shift ? read.get(shift.id) : undefined
      return { start: startOf(shift, row, now), end: shift && endOf(shift, row) }
    },
    start({ step, rested, moment }) {
      store.write(() => {
        const now = clock.now()
        const { id } = shifts.at(now)
        make.run(id, now)
        start.run(step, rested, moment, now, id)
      })
    },
    end({ step, recharge: picked }) {
      store.write(() => {
        const now = clock.now()
        const { id } = open()
        shifts.at(now)
        make.run(id, now)
        end.run(step, step === 'closing' ? now : null, picked, now, id)
      })
    },
    leave(left) {
      store.write(() => {
        const { id } = open()
        if (left) unnoted.leave(id, clock.now())
        else unnoted.back(id)
      })
    },
    keepRight({ shiftId, came, words }) {
      if (words !== null && words !== '' && !withWords())
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      store.write(() => {
        required(shiftId)
        const now = clock.now()
        make.run(shiftId, now)
        // What an edit took out must not live on in an older copy.
        const before = read.get(shiftId)?.words ?? ''
        if (words !== null && !words.includes(before)) forgetting.mark([shiftId])
        right.run(came === null ? null : came ? 1 : 0, words, now, shiftId)
        if (words !== null && words !== '') drops.anew(shiftId)
      })
      forgetting.soon()
    },
    dropRight(shiftId) {
      store.write(() => {
        required(shiftId)
        const now = clock.now()
        make.run(shiftId, now)
        right.run(1, '', now, shiftId)
        drops.drop(shiftId, now)
        forgetting.mark([shiftId])
      })
      return forgetting.now()
    },
    rights(before) {
      if (!withWords()) return { rights: [], hasMore: false }
      const found = rights.all(before ?? Number.MAX_SAFE_INTEGER, aPage + 1)
      return { rights: found.slice(0, aPage), hasMore: found.length > aPage }
    },
  }
}

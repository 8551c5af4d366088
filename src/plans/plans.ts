import type { Forgetting } from '../notes/forgetting.ts'
import type { Plan, Plans } from '../contract.ts'
import type { NoteType } from '../guidance/types.ts'
import type { Clock, Forgotten, Instant, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shifts } from '../shifts/shifts.ts'
import {
  mostActive,
  type PlanAction,
  type PlanWhen,
  type PlanMark,
  type PlanWill,
} from './kinds.ts'
import { planOf } from './today.ts'
import { nextEpoch } from '../epochs.ts'

export interface PlansRoom {
  /** Those in use and those that rest, oldest first; own words are null where words are off. */
  list(): Plans
  /**
   * Adds a plan, in use at once, or changes what one says. A fourth in use needs one that rests
   * instead (`rest`). One that was deleted comes back resting.
   */
  keep(plan: KeptPlan): Plans
  /** Lets a plan rest, or takes it into use again; `rest` as in `keep`. */
  set(id: string, state: Plan['state'], rest: string | null): Plans
  /** Takes a plan out for good, its words as a note's; what was marked stays as a number. */
  delete(id: string): Forgotten
  /** What became of it in the open shift; null takes the mark back. */
  mark(id: string, mark: PlanMark | null): Plans
  /** Its rehearsal was taken or skipped: in this shift it isn't offered again. */
  offered(id: string): Plans
}

interface KeptPlan {
  id: string
  when: PlanWhen
  will: PlanWill
  rest: string | null
}

interface Row {
  id: string
  type: NoteType | null
  situation: string
  action: PlanAction | null
  will: string
  state: Plan['state'] | 'gone'
  madeAt: Instant
  offeredAt: Instant | null
  used: number
  cameUp: number
}

/** What to do when it gets hard, decided beforehand. */
export function createPlans(
  store: Store,
  shifts: Shifts,
  settings: SettingsRoom,
  forgetting: Pick<Forgetting, 'mark' | 'now' | 'soon'>,
  clock: Clock,
): PlansRoom {
  const all = store.prepare<Row>(`
    SELECT p.id, p.type, p.situation, p.action, p.will, p.state, p.made_at AS madeAt,
      max(u.offered_at) AS offeredAt,
      count(*) FILTER (WHERE u.mark = 'used') AS used,
      count(*) FILTER (WHERE u.mark IN ('used', 'not-used')) AS cameUp
    FROM plan p LEFT JOIN plan_use u ON u.plan_id = p.id
    WHERE p.state <> 'gone' GROUP BY p.id ORDER BY p.made_at, p.id`)
  const one = store.prepare<{ state: Row['state'] }>(`SELECT state FROM plan WHERE id = ?`)
  const active = store.prepare<{ count: number }>(
    `SELECT count(*) AS count FROM plan WHERE state = 'active' AND id <> ?`,
  )
  const insert = store.prepare(`
    INSERT INTO plan (id, type, situation, action, will, state, made_at, edited_at)
    VALUES (?, ?, ?, ?, ?, 'active', ?, ?)`)
  const change = store.prepare(`
    UPDATE plan SET type = ?, situation = ?, action = ?, will = ?, state = ?,
      rev = CASE WHEN state = 'gone' THEN ${nextEpoch('rev')} ELSE rev + 1 END, edited_at = ?
    WHERE id = ?`)
  const setState = store.prepare(
    `UPDATE plan SET state = ?, rev = rev + 1, edited_at = ? WHERE id = ?`,
  )
  const blank = store.prepare(`
    UPDATE plan SET situation = '', will = '', state = 'gone', rev = rev + 1, edited_at = ?
    WHERE id = ?`)
  const ofShift = store.prepare<{
    planId: string
    mark: PlanMark | null
    offeredAt: Instant | null
  }>(`
    SELECT plan_id AS planId, mark, offered_at AS offeredAt FROM plan_use WHERE shift_id = ?
    ORDER BY offered_at`)
  const keepMark = store.prepare(`
    INSERT INTO plan_use (plan_id, shift_id, mark, edited_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (plan_id, shift_id) DO UPDATE SET
      mark = excluded.mark, rev = rev + 1, edited_at = excluded.edited_at`)
  const keepOffered = store.prepare(`
    INSERT INTO plan_use (plan_id, shift_id, offered_at, edited_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (plan_id, shift_id) DO UPDATE SET
      offered_at = excluded.offered_at, rev = rev + 1, edited_at = excluded.edited_at`)

  const required = (id: string): Row['state'] => {
    const row = one.get(id)
    if (!row || row.state === 'gone') throw new Refusal('no-plan', 'There is no such plan.')
    return row.state
  }
  /** Room for one more in use, besides this one. */
  const makeRoom = (id: string, rest: string | null) => {
    if (rest !== null && rest !== id && required(rest) === 'active')
      setState.run('resting', clock.now(), rest)
    if ((active.get(id)?.count ?? 0) >= mostActive)
      throw new Refusal('plans-full', 'Three plans are in use. Let one rest first.')
  }

  function list(): Plans {
    const shift = shifts.open(clock.now())
    const uses = shift ? ofShift.all(shift.id) : []
    const withWords = settings.words() === 'numbers-and-words'
    const rows = all.all()
    const plans = rows.map((row): Plan => ({
      id: row.id,
      when:
        row.type === null
          ? { by: 'words', words: withWords ? row.situation : null }
          : { by: 'type', type: row.type },
      will:
        row.action === null
          ? { by: 'words', words: withWords ? row.will : null }
          : { by: 'action', action: row.action },
      state: row.state === 'active' ? 'active' : 'resting',
      used: row.used,
      cameUp: row.cameUp,
      mark: uses.find(({ planId }) => planId === row.id)?.mark ?? null,
    }))
    const canBeShown = ({ type, action }: Row) => withWords || (type !== null && action !== null)
    return {
      plans,
      today: planOf(
        rows.filter((row) => row.state === 'active' && canBeShown(row)),
        uses.findLast(({ offeredAt }) => offeredAt !== null)?.planId ?? null,
      ),
    }
  }
  const written = (work: () => void): Plans =>
    store.write(() => {
      work()
      return list()
    })

  return {
    list,
    keep({ id, when, will, rest }) {
      if ((when.by === 'words' || will.by === 'words') && settings.words() !== 'numbers-and-words')
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      const says = [
        when.by === 'type' ? when.type : null,
        when.by === 'words' ? when.words.trim() : '',
        will.by === 'action' ? will.action : null,
        will.by === 'words' ? will.words.trim() : '',
      ]
      return written(() => {
        const now = clock.now()
        const before = one.get(id)
        if (before) change.run(...says, before.state === 'gone' ? 'resting' : before.state, now, id)
        else {
          makeRoom(id, rest)
          insert.run(id, ...says, now, now)
        }
      })
    },
    set: (id, state, rest) =>
      written(() => {
        required(id)
        if (state === 'active') makeRoom(id, rest)
        setState.run(state, clock.now(), id)
      }),
    delete(id) {
      store.write(() => {
        required(id)
        blank.run(clock.now(), id)
        forgetting.mark([id])
      })
      return forgetting.now()
    },
    mark: (id, mark) =>
      written(() => {
        required(id)
        const now = clock.now()
        keepMark.run(id, shifts.at(now).id, mark, now)
      }),
    offered: (id) =>
      written(() => {
        required(id)
        const now = clock.now()
        keepOffered.run(id, shifts.at(now).id, now, now)
      }),
  }
}

/** Before there is a journal. */
export const noPlans: Plans = { plans: [], today: null }

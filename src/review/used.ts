import { isPauseKind } from '../breathing/kinds.ts'
import type { Recharge } from '../checkins/recharge.ts'
import type { Plan, Used } from '../contract.ts'
import { techniqueIds } from '../guidance/guide.ts'
import type { PlansRoom } from '../plans/plans.ts'
import type { Store } from '../ports.ts'
import { mostUsed, parted } from './kinds.ts'
import type { WeekDates } from './weeks.ts'

/** What was used in a week, so that one thing that helped can be picked from it. */
export interface UsedRoom {
  /**
   * By the agent's own marks: what helped first, then plans, pauses, what does good, and what was used
   * without a verdict. Nothing that was marked as no help. `picked` stays in the list.
   */
  in(week: WeekDates, picked: string | null): Used[]
  /** What a pick is; null where it is gone, or stands in words that aren't shown at this desk. */
  named(pick: string): Used | null
  /** Plans as they are now, those with words that aren't shown left out. */
  plans(): ShownPlan[]
}
export type ShownPlan = Pick<Plan, 'id' | 'when' | 'will'>

export function createUsed(store: Store, plans: PlansRoom, recharge: Recharge): UsedRoom {
  // In this order the index of dates leads: the years before cost nothing.
  const techniques = store.prepare<{ technique: string; helped: 0 | 1 }>(`
    SELECT t.technique, max(t.verdict = 'helped') AS helped
    FROM shift s CROSS JOIN note n ON n.shift_id = s.id CROSS JOIN note_technique t ON t.place = n.place
    WHERE s.shift_date BETWEEN ? AND ? AND t.verdict <> 'didnt-help'
    GROUP BY t.technique ORDER BY helped DESC, count(*) DESC, t.technique`)
  const pauses = store.prepare<{ kind: string }>(`
    SELECT p.pattern AS kind FROM shift s CROSS JOIN pause p ON p.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? GROUP BY p.pattern ORDER BY count(*) DESC, p.pattern`)
  const picks = store.prepare<{ recharge: string }>(`
    SELECT DISTINCT c.recharge FROM shift s JOIN shift_card c ON c.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND c.recharge IS NOT NULL ORDER BY c.recharge`)
  const marked = store.prepare<{ id: string }>(`
    SELECT DISTINCT u.plan_id AS id FROM shift s CROSS JOIN plan_use u ON u.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND u.mark = 'used' ORDER BY u.plan_id`)

  const shownPlans = (): ShownPlan[] =>
    plans
      .list()
      .plans.flatMap(({ id, when, will }) =>
        (when.by === 'words' && when.words === null) || (will.by === 'words' && will.words === null)
          ? []
          : [{ id, when, will }],
      )

  function named(pick: string): Used | null {
    const [kind, id] = parted(pick)
    switch (kind) {
      case 'technique': {
        const technique = techniqueIds.find((each) => each === id)
        return technique ? { key: pick, kind, technique } : null
      }
      case 'pause':
        return isPauseKind(id) ? { key: pick, kind, pause: id } : null
      case 'recharge': {
        const item = recharge.get().find((each) => each.id === id)
        return item ? { key: pick, kind, id, words: item.words } : null
      }
      case 'plan': {
        const plan = shownPlans().find((each) => each.id === id)
        return plan ? { key: pick, kind, plan: { when: plan.when, will: plan.will } } : null
      }
      default:
        return null
    }
  }

  return {
    named,
    plans: shownPlans,
    in({ from, to }, picked) {
      const did = techniques.all(from, to)
      const byVerdict = (helped: 0 | 1) =>
        did
          .filter((each) => each.helped === helped)
          .map(({ technique }) => `technique:${technique}`)
      const keys = [
        ...byVerdict(1),
        ...marked.all(from, to).map(({ id }) => `plan:${id}`),
        ...pauses.all(from, to).map(({ kind }) => `pause:${kind}`),
        ...picks.all(from, to).map(({ recharge: id }) => `recharge:${id}`),
        ...byVerdict(0),
      ]
      const offered = keys
        .map(named)
        .filter((each) => each !== null)
        .slice(0, mostUsed)
      const kept =
        picked === null || offered.some(({ key }) => key === picked) ? null : named(picked)
      return kept ? [...offered, kept] : offered
    },
  }
}

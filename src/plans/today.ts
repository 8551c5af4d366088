import type { Instant } from '../ports.ts'

/** A plan in use, and when a rehearsal of it was offered. */
export interface Rehearsable {
  id: string
  madeAt: Instant
  /** Null where it never was. */
  offeredAt: Instant | null
}

/**
 * The one plan of a shift: what was offered in it already, else the one that was offered longest ago,
 * a new one before all. Null where there is none in use.
 */
export function planOf(
  active: readonly Rehearsable[],
  offeredNow: string | null,
): { id: string; offered: boolean } | null {
  if (active.some(({ id }) => id === offeredNow) && offeredNow !== null)
    return { id: offeredNow, offered: true }
  const [next] = active.toSorted(
    (one, other) =>
      (one.offeredAt ?? -Infinity) - (other.offeredAt ?? -Infinity) ||
      one.madeAt - other.madeAt ||
      (one.id < other.id ? -1 : 1),
  )
  return next ? { id: next.id, offered: false } : null
}

/** From so many known durations on there is a usual length to compare with, and only the last ones count. */
export const fewestDurations = 30
export const mostDurations = 200

/**
 * The agent's own 90th percentile by nearest rank, in the unit of `durations`; a call that lasted
 * longer is a long one. Null while fewer than thirty are known.
 */
export function longFrom(durations: readonly number[]): number | null {
  if (durations.length < fewestDurations) return null
  const sorted = durations.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null
}

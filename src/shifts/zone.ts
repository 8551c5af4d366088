const known = new Map<string, boolean>()

/** Whether it is a zone that this computer can reckon with: a name of IANA's, or hours from UTC (`+08:00`). */
export function isZone(name: string): boolean {
  // Temporal would take the zone out of a whole date, too.
  if (!/^([A-Za-z][A-Za-z0-9_+/-]{0,59}|[+-]\d{2}:\d{2})$/.test(name)) return false
  const before = known.get(name)
  if (before !== undefined) return before
  let found = true
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
  } catch {
    found = false
  }
  // Asked of the calendar once a name: there are few.
  if (known.size < 1000) known.set(name, found)
  return found
}

/** Whether a text is a day that a calendar has, `2026-11-22`, from 1970 on. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= 1970
  } catch {
    return false
  }
}

/** No entry is of before: its shift, in any zone, would have begun before 1970. */
export const earliestMs = 2 * 24 * 3_600_000

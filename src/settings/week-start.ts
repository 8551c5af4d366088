/** On which day a week begins, in the order of ISO 8601. (Apart from the choices that every window loads.) */
export const weekStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type WeekStart = (typeof weekStarts)[number]

/** The day on which weeks begin, 1 for Monday to 7 for Sunday; null where nobody said. */
export const weekDayOf = (start: WeekStart | null): number | null =>
  start === null ? null : weekStarts.indexOf(start) + 1

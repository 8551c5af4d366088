/** What made an interaction hard (`good`: what made it good). Names of what happened, not of people. */
export const noteTypes = [
  'angry',
  'nothing-right',
  'bargaining',
  'right',
  'blaming',
  'wanted-manager',
  'abusive',
  'good',
  'disproportionate',
  'doubted',
  'distress',
  'other',
] as const
export type NoteType = (typeof noteTypes)[number]

/** How hard it was: 1 easy to 5 very hard. */
export const difficulties = [1, 2, 3, 4, 5] as const
export type Difficulty = (typeof difficulties)[number]

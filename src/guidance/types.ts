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

/** A type that the agent added. */
export type OwnTypeId = `own-${string}`
/** What a note can be of: one of Lull's types, or one of the agent's own. */
export type TypeId = NoteType | OwnTypeId

export const isOwnType = (id: string): id is OwnTypeId => /^own-[0-9a-z]{1,16}$/.test(id)
export const isLullType = (id: string): id is NoteType => noteTypes.some((type) => type === id)

/** The kinds of error that JavaScript names by itself; all others are `other`, and none has its text. */
export const errorNames = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AggregateError',
  'DOMException',
  'other',
] as const
export type ErrorName = (typeof errorNames)[number]

/** Only the name, from the closed list: a message may quote what somebody wrote. */
export function errorNameOf(error: unknown): ErrorName {
  const name = error instanceof Error ? error.name : ''
  return errorNames.find((each) => each === name) ?? 'other'
}

import * as v from 'valibot'

/** What a journal goes through, one a program. */
export const parts = [
  'writing',
  'migrating',
  'copying',
  'importing',
  'restoring',
  'keys',
  'locking',
] as const
export type Part = (typeof parts)[number]

const schema = v.object({
  folder: v.string(),
  part: v.picklist(parts),
  /** With `importing`: the file that is brought in. */
  file: v.optional(v.string(), ''),
})
export type SessionInput = v.InferInput<typeof schema>

export const parseSessionInput = (json: string | undefined) =>
  v.parse(schema, JSON.parse(json ?? ''))

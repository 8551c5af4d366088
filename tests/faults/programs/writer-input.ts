import * as v from 'valibot'

const schema = v.object({
  folder: v.string(),
  /** Stands in the entries' names, so that several runs can write into one journal. */
  run: v.optional(v.string(), 'run'),
  count: v.number(),
  words: v.optional(v.string(), 'some words of a note'),
  synchronous: v.optional(v.picklist(['FULL', 'NORMAL']), 'FULL'),
  early: v.optional(v.boolean(), false),
  /** Makes a recovery key on the way, and closes and opens again. */
  recovery: v.optional(v.boolean(), false),
})
export type WriterInput = v.InferInput<typeof schema>

export const parseWriterInput = (json: string | undefined) =>
  v.parse(schema, JSON.parse(json ?? ''))

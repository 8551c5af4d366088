import * as v from 'valibot'

const note = v.strictObject({ difficulty: v.number(), words: v.string() })
export type FoundNote = v.InferOutput<typeof note>
/** The notes of a journal, by their ids. */
export type FoundNotes = Readonly<Record<string, FoundNote>>

/** What a session says before it restores: the journal of before, that of after, and a note deleted since. */
const restores = v.strictObject({
  stood: v.record(v.string(), note),
  comes: v.record(v.string(), note),
  deleted: v.string(),
})

export interface Restored {
  /** Which of the two the journal is. Null where it is neither, or not as it was said. */
  is: 'before' | 'after' | null
  /** Notes of before that stand neither in the journal nor in any copy, and what was written after and is gone. */
  lost: number
  cameBack: boolean
}

/** What became of a restore that was cut off somewhere, by what the session had said until then. */
export function restored(
  said: readonly string[],
  journal: FoundNotes,
  copies: readonly FoundNotes[],
): Restored {
  const line = said.find((each) => each.startsWith('restores '))
  const { stood, comes, deleted } = v.parse(restores, JSON.parse(line?.slice(9) ?? ''))
  const lines = said.slice(said.indexOf('acked restore') + 1)
  const isDone = said.includes('acked restore')
  const later = isDone ? lines.flatMap((each) => /^acked (\S*-\S*)$/.exec(each)?.[1] ?? []) : []
  const everywhere = [journal, ...copies]
  const gone = Object.keys(stood).filter(
    (id) => !everywhere.some((one) => isSame(one[id], stood[id])),
  )
  const missing = later.filter((id) => !journal[id])
  const known = new Set(Object.keys({ ...stood, ...comes, [deleted]: null }))
  const earlier = Object.fromEntries(Object.entries(journal).filter(([id]) => known.has(id)))
  const added = Object.keys(journal).length - Object.keys(earlier).length
  const isAfter = isEqual(earlier, comes)
  const isBefore = !isDone && added === 0 && isEqual(earlier, stood)
  return {
    is: isAfter ? 'after' : isBefore ? 'before' : null,
    lost: gone.length + missing.length,
    cameBack: deleted in journal,
  }
}

const isSame = (one: FoundNote | undefined, other: FoundNote | undefined): boolean =>
  one?.difficulty === other?.difficulty && one?.words === other?.words

const isEqual = (one: FoundNotes, other: FoundNotes): boolean =>
  Object.keys({ ...one, ...other }).every((id) => isSame(one[id], other[id]))

/**
 * When something comes again after it was dropped or deleted, its version jumps to the next epoch: a version of an
 * earlier epoch was written without knowing of that, so it never wins over it, however often it was written.
 */

/** So many versions an entry has room for in one epoch. */
export const anEpoch = 1_000_000
export const epochOf = (rev: number): number => Math.floor(rev / anEpoch)
/** The first version of the next epoch. */
export const inNextEpoch = (rev: number): number => (epochOf(rev) + 1) * anEpoch
/** SQL for the first version of the epoch after that of a column. */
export const nextEpoch = (rev: string): string => `(${rev} / ${anEpoch} + 1) * ${anEpoch}`

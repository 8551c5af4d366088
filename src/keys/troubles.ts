/** The refusals after which a copy may still open, or another journal be begun beside this one. */
export const troubles = ['damaged', 'gone', 'foreign', 'keys-lost', 'keys-before'] as const

const all: ReadonlySet<string> = new Set(troubles)

export const isTrouble = (problem: string | null): boolean => problem !== null && all.has(problem)

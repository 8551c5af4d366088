/** The refusals after which a copy may still open, or another journal be begun beside this one. */
export const damages = ['damaged', 'gone', 'foreign', 'keys-lost', 'keys-before'] as const

const all: ReadonlySet<string> = new Set(damages)

export const isDamage = (problem: string | null): boolean => problem !== null && all.has(problem)

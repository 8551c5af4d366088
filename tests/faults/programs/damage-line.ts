/** What became of one damaged journal. */
export interface DamageLine {
  state: 'closed' | 'killed'
  file: string
  kind: string
  /** Why it didn't open, or what was told when it did. */
  problem: string | null
  notice: string | null
  /** Acknowledged notes that weren't there, or said something else, in a journal that opened. */
  lost: number
  /** The damaged file's bytes are in place, or in a copy. */
  kept: boolean
  /** How many copies were kept as damaged, after some more tries where it doesn't open. */
  copies: number
  /** A copy that was made before opens, where the journal doesn't. */
  copyOpens: boolean
  halfOpen: boolean
}

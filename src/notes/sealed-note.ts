import type { Difficulty, NoteType } from '../guidance/types.ts'
import type { Ask } from './brooding.ts'
import type { Instant } from '../ports.ts'

/** What a sealed note says. A draft is one that was not finished. */
export interface SealedNote {
  version: 1
  kind: 'note' | 'draft'
  id: string
  at: Instant
  /** The IANA zone in which it was written. */
  zone: string
  step: 'difficulty' | 'type' | 'words'
  difficulty: Difficulty
  type: NoteType | null
  words: string
  asked: Ask | null
}

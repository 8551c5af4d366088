import type { NoteType } from '../../../src/guidance/types.ts'
import { anger } from './anger.ts'
import { demanding } from './demanding.ts'
import { goodAndOther } from './good-and-other.ts'
import { heavy } from './heavy.ts'
import type { TypeWords } from './text.ts'

export const typeWords: Record<NoteType, TypeWords> = {
  ...anger,
  ...demanding,
  ...heavy,
  ...goodAndOther,
}

import * as v from 'valibot'
import type { VaultStart } from '../src/store/journal-place.ts'

/** What `VaultStart` says; `wasHere`: a journal was seen there since Lull began. */
const schema = v.strictObject({
  folder: v.string(),
  own: v.string(),
  isStick: v.boolean(),
  isPlaced: v.boolean(),
  computerId: v.nullable(v.string()),
  wasHere: v.boolean(),
})

/** What main told the vault on its command line. Throws for anything else. */
export const parseStart = (text: string): VaultStart & { wasHere: boolean } =>
  v.parse(schema, JSON.parse(text))

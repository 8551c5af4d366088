import * as v from 'valibot'
import type { VaultStart } from '../src/store/journal-place.ts'

const schema = v.strictObject({
  folder: v.string(),
  own: v.string(),
  isStick: v.boolean(),
  isPlaced: v.boolean(),
})

/** What main told the vault on its command line. Throws for anything else. */
export const parseStart = (text: string): VaultStart => v.parse(schema, JSON.parse(text))

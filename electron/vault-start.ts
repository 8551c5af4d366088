import * as v from 'valibot'
import type { VaultStart } from '../src/store/journal-place.ts'

/** What `VaultStart` says, and what main knows of the vaults before. */
const schema = v.strictObject({
  folder: v.string(),
  own: v.string(),
  isStick: v.boolean(),
  isPlaced: v.boolean(),
  computerId: v.nullable(v.string()),
  /** A journal was seen there since Lull began. */
  wasHere: v.boolean(),
  /** The vault before is still closing it: main says `alone` when it has ended. */
  isClosing: v.boolean(),
})

/** What main told the vault on its command line. Throws for anything else. */
export const parseStart = (
  text: string,
): VaultStart & Pick<v.InferOutput<typeof schema>, 'wasHere' | 'isClosing'> =>
  v.parse(schema, JSON.parse(text))

import { uuidv7 } from '../../src/uuid.ts'

/** A new id of version 7: ids sort by the moment they were made. */
export const newId = (at: number = Date.now()): string =>
  uuidv7(at, { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) })

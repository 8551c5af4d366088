import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Hit {
  file: string
  /** How it was written there: `UTF-8`, `UTF-16LE`, `hex` or `base64+0`, `+1`, `+2`. */
  form: string
  /** Bytes from the start of the file. */
  at: number
}

/**
 * Looks through every file under `folder`, however deep, for a canary: the words as text in UTF-8
 * and UTF-16LE, and as what programs make of text, hex and base64 at each of its three alignments
 * (also in the alphabet for addresses). Take a canary of 12 characters or more.
 */
export function scan(folder: string, canary: string): Hit[] {
  const forms = formsOf(canary)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return files.flatMap((file) => {
    const content = read(file)
    return forms.flatMap(({ form, bytes }) => {
      const at = content.indexOf(bytes)
      return at < 0 ? [] : [{ file, form, at }]
    })
  })
}

/** The bytes to look for, one entry a way of writing the canary. */
export function formsOf(canary: string): { form: string; bytes: Buffer }[] {
  const text = Buffer.from(canary)
  const hex = text.toString('hex')
  const base64 = [0, 1, 2].flatMap((offset) => {
    const all = Buffer.concat([Buffer.alloc(offset), text]).toString('base64')
    // Only the characters whose six bits are all the canary's, whatever stands before and after.
    const sure = all.slice(
      Math.ceil((offset * 8) / 6),
      Math.floor(((offset + text.length) * 8) / 6),
    )
    const forAddresses = sure.replaceAll('+', '-').replaceAll('/', '_')
    return [...new Set([sure, forAddresses])].map((found) => ({
      form: `base64+${offset}`,
      bytes: Buffer.from(found),
    }))
  })
  return [
    { form: 'UTF-8', bytes: text },
    { form: 'UTF-16LE', bytes: Buffer.from(canary, 'utf16le') },
    { form: 'hex', bytes: Buffer.from(hex) },
    { form: 'hex', bytes: Buffer.from(hex.toUpperCase()) },
    ...base64,
  ]
}

/** A browser may remove a file between its name and its content; what is gone holds no word. */
function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

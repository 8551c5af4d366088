import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { isFile } from './durable.ts'

/*
 * SQLCipher 4's file, as src/store/open.ts sets it (zetetic.net/sqlcipher/design): pages of 4096 bytes; the
 * first 16 of the file are its salt; the last 80 of each page are IV (16) and HMAC-SHA512 (64) over what
 * stands before it and the page's number.
 */
const pageSize = 4096
const saltLength = 16
const macLength = 64
const macSaltMask = 0x3a
const macKeyRounds = 2

/**
 * Whether each page of an encrypted database, or its first one, was written with this data key and is as it was
 * written. It only reads, so that a file with a log beside it stays as it is; what stands in the log isn't looked
 * at. False for what can't be read.
 */
export function pagesFit(path: string, dataKey: Buffer, which: 'first' | 'all'): boolean {
  try {
    if (!isFile(path)) return false
    const handle = openSync(path, 'r')
    try {
      return pagesOf(handle, dataKey, which)
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}

function pagesOf(handle: number, dataKey: Buffer, which: 'first' | 'all'): boolean {
  const { size } = fstatSync(handle)
  if (size < pageSize || size % pageSize !== 0) return false
  const page = Buffer.alloc(pageSize)
  const number = Buffer.alloc(4)
  const count = which === 'first' ? 1 : size / pageSize
  let key: Buffer | null = null
  try {
    for (let at = 0; at < count; at++) {
      if (readSync(handle, page, 0, pageSize, at * pageSize) !== pageSize) return false
      key ??= macKeyOf(dataKey, page.subarray(0, saltLength))
      number.writeUInt32LE(at + 1)
      const made = createHmac('sha512', key)
        .update(page.subarray(at === 0 ? saltLength : 0, pageSize - macLength))
        .update(number)
        .digest()
      if (!timingSafeEqual(made, page.subarray(pageSize - macLength))) return false
    }
    return true
  } finally {
    key?.fill(0)
  }
}

const macKeyOf = (dataKey: Buffer, salt: Buffer): Buffer =>
  pbkdf2Sync(
    dataKey,
    Buffer.from(salt.map((byte) => byte ^ macSaltMask)),
    macKeyRounds,
    32,
    'sha512',
  )

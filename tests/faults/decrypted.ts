import { createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { journalFiles } from '../../src/store/files.ts'
import { readKeyFile, unlock } from '../../src/store/keys.ts'

const pageSize = 4096
/** At the end of each page: 16 bytes of initial vector, then what authenticates it. */
const reserved = 80

/**
 * Every page of a journal's file and of its log as they lie on the disk, decrypted without SQLite: its
 * own view would leave out free pages, the unused part of a page, and frames of the log that are spent.
 */
export async function decryptedPages(folder: string, passphrase: string): Promise<Buffer> {
  const files = journalFiles(folder)
  const key = await unlock(readKeyFile(files.keys), { passphrase })
  if (!key) throw new Error('the passphrase doesn’t open this journal')
  const pages: Buffer[] = []
  const db = readFileSync(files.db)
  for (let at = 0; at + pageSize <= db.length; at += pageSize)
    // The first page begins with the salt.
    pages.push(decrypted(db.subarray(at, at + pageSize), key, at === 0 ? 16 : 0))
  const log = existsSync(files.wal) ? readFileSync(files.wal) : Buffer.alloc(0)
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    const isFirst = log.readUInt32BE(at) === 1
    pages.push(decrypted(log.subarray(at + 24, at + 24 + pageSize), key, isFirst ? 16 : 0))
  }
  return Buffer.concat(pages)
}

function decrypted(page: Buffer, key: Buffer, skip: number): Buffer {
  const iv = page.subarray(pageSize - reserved, pageSize - reserved + 16)
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  return Buffer.concat([
    decipher.update(page.subarray(skip, pageSize - reserved)),
    decipher.final(),
  ])
}

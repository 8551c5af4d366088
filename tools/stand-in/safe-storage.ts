import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'
import { onlyAfterReady } from './phase.ts'

/**
 * A keychain for tests: its key lies in LULL_KEYCHAIN (a file outside the profile, as a system's
 * keychain lies outside it). Without that file it is not available.
 */
function key(): Buffer | null {
  const file = process.env['LULL_KEYCHAIN']
  if (file === undefined) return null
  const path = join(file, `${app.name}.key`)
  try {
    return readFileSync(path)
  } catch {
    const fresh = randomBytes(32)
    writeFileSync(path, fresh, { mode: 0o600 })
    return fresh
  }
}

const needKey = (): Buffer => {
  onlyAfterReady('safeStorage')
  const found = key()
  if (!found) throw new Error('Encryption is not available.')
  return found
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => key() !== null,
  async encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', needKey(), iv)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  },
  async decryptStringAsync(sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    const cipher = createDecipheriv('aes-256-gcm', needKey(), sealed.subarray(0, 12))
    cipher.setAuthTag(sealed.subarray(12, 28))
    const result = Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString(
      'utf8',
    )
    return { shouldReEncrypt: false, result }
  },
  getSelectedStorageBackend: () =>
    key() === null ? ('basic_text' as const) : ('gnome_libsecret' as const),
}

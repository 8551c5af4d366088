import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { KeychainSaid, ShellNews, VaultNews } from '../../../src/ports.ts'
import { random } from '../../desk.ts'

const system = {
  backend: 'gnome_libsecret',
  isLocked: false,
  again: false,
  encrypted: [] as string[],
}
const usualFolder = () => join(process.env['LOCALAPPDATA'] ?? '/home/ana', 'Lull')
vi.mock('electron', () => ({
  // Lull's own place on this computer.
  app: { getPath: (name: string) => (name === 'userData' ? usualFolder() : '/home/ana') },
  safeStorage: {
    getSelectedStorageBackend: () => system.backend,
    encryptStringAsync: async (text: string) => {
      if (system.isLocked) throw new Error('the keyring is locked')
      system.encrypted.push(text)
      return Buffer.from(`sealed ${text}`)
    },
    decryptStringAsync: async (sealed: Buffer) => {
      if (system.isLocked) throw new Error('the keyring is locked')
      return { result: sealed.toString().replace(/^sealed /, ''), shouldReEncrypt: system.again }
    },
  },
}))
const { answerKeychain, keychainHere } = await import('../../../electron/keychain.ts')
const { createVaultKeychain } = await import('../../../electron/vault-keychain.ts')

describe('a keychain', () => {
  it.each([
    ['win32', '', 'windows'],
    ['darwin', '', 'unsigned-mac'],
    ['linux', 'gnome_libsecret', 'linux'],
    ['linux', 'kwallet', 'linux'],
    ['linux', 'kwallet5', 'linux'],
    ['linux', 'kwallet6', 'linux'],
    ['linux', 'basic_text', 'no-keyring'],
    ['linux', 'unknown', 'no-keyring'],
    ['linux', '', 'no-keyring'],
    ['freebsd', '', 'none'],
  ] as const)(
    'of %s (%s) is %s; from a folder of its own there is none',
    (platform, backend, here) => {
      expect(keychainHere({ platform, backend, isPortable: false })).toBe(here)
      expect(keychainHere({ platform, backend, isPortable: true })).toBe('stick')
    },
  )
})

/** The vault's end and main's, with nothing between them but the messages. */
function line() {
  const sent: (VaultNews | ShellNews)[] = []
  let hearNews: (news: VaultNews) => void = () => {}
  const vault = createVaultKeychain((news) => {
    sent.push(news)
    hearNews(structuredClone(news))
  }, random)
  const host = {
    onNews: (run: typeof hearNews) => (hearNews = run),
    tell(news: ShellNews) {
      sent.push(news)
      if (news.kind === 'keychain') vault.hear(structuredClone(news))
    },
  }
  Reflect.apply(answerKeychain, null, [host])
  return { keychain: vault.keychain, hear: vault.hear, sent }
}

describe.runIf(process.platform === 'linux')('the line to the keychain', () => {
  it('keeps a secret and gives it back', async () => {
    const { keychain } = line()
    expect(await keychain.here()).toBe('linux')
    const sealed = await keychain.seal('abc')
    expect(sealed).not.toContain('abc')
    expect(await keychain.open(sealed)).toEqual({ secret: 'abc', again: null })
  })

  it('says how it must be kept from now on, where the system wants that', async () => {
    const { keychain } = line()
    system.again = true
    const sealed = await keychain.seal('abc')
    expect(await keychain.open(sealed)).toEqual({ secret: 'abc', again: sealed })
    system.again = false
  })

  it('is refused where the keyring stays locked, and never asked where it can’t be trusted', async () => {
    const { keychain } = line()
    const sealed = await keychain.seal('abc')
    system.isLocked = true
    await expect(keychain.seal('abc')).rejects.toMatchObject({ code: 'no-keychain' })
    await expect(keychain.open(sealed)).rejects.toMatchObject({ code: 'no-keychain' })
    system.isLocked = false
    system.backend = 'basic_text'
    system.encrypted.length = 0
    await expect(keychain.seal('abc')).rejects.toMatchObject({ code: 'no-keychain' })
    await expect(keychain.open(sealed)).rejects.toMatchObject({ code: 'no-keychain' })
    expect(system.encrypted).toEqual([])
    system.backend = 'gnome_libsecret'
  })

  it('takes no answer that was meant for another vault', async () => {
    const { keychain, hear } = line()
    const said: KeychainSaid = { ask: 'open', opened: { secret: 'of another', again: null } }
    hear({ kind: 'keychain', id: 'another', ...said })
    expect(await keychain.open(await keychain.seal('abc'))).toMatchObject({ secret: 'abc' })
  })
})

import { safeStorage } from 'electron'
import type { KeychainAsk, KeychainHere, KeychainSaid } from '../src/ports.ts'
import { isPortable } from './paths.ts'
import type { VaultHost } from './vault-host.ts'

/**
 * Which keychain can be trusted here. Pure. On Linux without a keyring, `basic_text` encrypts with a key that
 * everybody has; a macOS keychain asks anew after each update of a program that isn't signed; and what is
 * carried on a stick must open elsewhere too.
 */
export function keychainHere(place: {
  platform: NodeJS.Platform
  /** What Linux says it would use. */
  backend: string
  /** Lull runs from a folder of its own: `--profile`, or `data` beside the program. */
  isPortable: boolean
}): KeychainHere {
  if (place.isPortable) return 'stick'
  switch (place.platform) {
    case 'win32':
      return 'windows'
    case 'darwin':
      return 'unsigned-mac'
    case 'linux':
      return /^(gnome_libsecret|kwallet\d?)$/.test(place.backend) ? 'linux' : 'no-keyring'
    default:
      return 'none'
  }
}

const here = () =>
  keychainHere({
    platform: process.platform,
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : '',
    isPortable: isPortable(),
  })

/**
 * Asks the system's keychain for the vault, which can't. What passes is random and opens a slot of the key
 * file: no word, and not the key itself.
 */
export function answerKeychain(vault: VaultHost): void {
  vault.onNews((news) => {
    if (news.kind !== 'keychain') return
    const { kind, id } = news
    void said(news).then((answer) => vault.tell({ kind, id, ...answer }))
  })
}

async function said(asked: KeychainAsk): Promise<KeychainSaid> {
  const place = here()
  if (asked.ask === 'here') return { ask: 'here', here: place }
  const isUsable = place === 'windows' || place === 'linux'
  if (asked.ask === 'seal') {
    const sealed = isUsable ? await orNull(() => sealedText(asked.secret)) : null
    return { ask: 'seal', sealed }
  }
  return { ask: 'open', opened: isUsable ? await orNull(() => opened(asked.sealed)) : null }
}

/** Chromium has a fixed key for a desk without a keyring, and marks what it seals by it: that is no lock. */
async function sealedText(secret: string): Promise<string> {
  const sealed = await safeStorage.encryptStringAsync(secret)
  if (process.platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === 'v10')
    throw new Error('sealed with a key that everybody knows')
  return sealed.toString('base64')
}

async function opened(sealed: string): Promise<{ secret: string; again: string | null }> {
  const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
    Buffer.from(sealed, 'base64'),
  )
  return { secret: result, again: shouldReEncrypt ? await sealedText(result) : null }
}

/** Another user, another computer, a keyring that stays locked: the system says no in many ways. */
async function orNull<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch {
    return null
  }
}

import type {
  Keychain,
  KeychainAsk,
  KeychainSaid,
  Random,
  ShellNews,
  VaultNews,
} from '../src/ports.ts'
import { noKeychain } from '../src/keys/keys.ts'

type KeychainNews = Extract<ShellNews, { kind: 'keychain' }>

/** The vault's end of the line to the system's keychain, which only main can ask. */
export function createVaultKeychain(
  tell: (news: VaultNews) => void,
  random: Random,
): { keychain: Keychain; hear: (news: KeychainNews) => void } {
  const waiting = new Map<string, (said: KeychainSaid) => void>()

  const ask = (asked: KeychainAsk): Promise<KeychainSaid> =>
    new Promise((resolve) => {
      // Random, for an answer may come for the vault before this one.
      const id = random.bytes(16).toHex()
      waiting.set(id, resolve)
      tell({ kind: 'keychain', id, ...asked })
    })

  return {
    keychain: {
      async here() {
        const said = await ask({ ask: 'here' })
        return said.ask === 'here' ? said.here : 'none'
      },
      async seal(secret) {
        const said = await ask({ ask: 'seal', secret })
        return said.ask === 'seal' && said.sealed !== null ? said.sealed : noKeychain.seal(secret)
      },
      async open(sealed) {
        const said = await ask({ ask: 'open', sealed })
        return said.ask === 'open' && said.opened !== null ? said.opened : noKeychain.open(sealed)
      },
    },
    hear({ id, ...said }) {
      waiting.get(id)?.(said)
      waiting.delete(id)
    },
  }
}

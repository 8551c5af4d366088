import type { KeysStatus, RecoveryKey } from '../contract.ts'
import type { Journal, Keychain, Random, Secret } from '../ports.ts'
import { Refusal } from '../refusal.ts'

/** The ways into the journal, with the system's keychain as one of them. Refusals are the store's own. */
export interface KeysRoom {
  status(): Promise<KeysStatus>
  /** What the system keeps for this journal. */
  fromKeychain(): Promise<Secret>
  useKeychain(secret: Secret): Promise<void>
  makeRecoveryKey(secret: Secret): Promise<RecoveryKey>
}

/** Where nobody can be asked, there is none. */
export const noKeychain: Keychain = {
  here: () => Promise.resolve('none'),
  seal: () => Promise.reject(refused()),
  open: () => Promise.reject(refused()),
}

const refused = () => new Refusal('no-keychain', 'The system’s keychain did not answer.')

export function createKeysRoom({ keys }: Journal, keychain: Keychain, random: Random): KeysRoom {
  return {
    async status() {
      const { keychain: sealed, ...ways } = keys.ways()
      const keychainHere = await keychain.here()
      return { ...ways, keychain: sealed !== null, keychainHere, waitMs: keys.waitMs() }
    },
    async fromKeychain() {
      const { keychain: sealed } = keys.ways()
      if (sealed === null) throw refused()
      const { secret, again } = await keychain.open(sealed)
      if (again !== null) keys.reseal(again)
      return { keychain: secret }
    },
    async useKeychain(secret) {
      // Before anything is asked of the system: a wrong secret changes nothing.
      await keys.prove(secret)
      const kept = random.bytes(32).toBase64()
      await keys.setKeychain(secret, { secret: kept, sealed: await keychain.seal(kept) })
    },
    async makeRecoveryKey(secret) {
      const { recoveryKey, asked } = await keys.makeRecoveryKey(secret)
      return { recoveryKey, asked }
    },
  }
}

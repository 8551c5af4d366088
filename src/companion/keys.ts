import type { keyMethods } from '../contract/keys.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Desk } from './desk.ts'

export const keyHandlers = ({
  open,
  rooms,
  changed,
  journal,
  keys,
  renewed,
}: Desk): Handlers<Shapes<typeof keyMethods>> => ({
  'keys.get': () => keys.status(),
  'keys.prove': async ({ secret }) => {
    open()
    await journal.keys.prove(secret)
    return null
  },
  'keys.passphrase': async ({ secret, passphrase }) => {
    open()
    await journal.keys.setPassphrase(secret, passphrase)
    return changed(null)
  },
  'keys.keychain': async ({ secret }) => {
    open()
    await keys.useKeychain(secret)
    return changed(null)
  },
  'keys.noKeychain': () => {
    open()
    journal.keys.dropKeychain()
    return changed(null)
  },
  'keys.remove': async ({ secret, kind }) => {
    open()
    await journal.keys.remove(secret, kind)
    return changed(null)
  },
  'keys.renew': async ({ secret, passphrase }) => {
    open()
    let copiesLeft: number | null = null
    try {
      copiesLeft = (await journal.keys.renew(secret, passphrase)).copiesLeft
    } finally {
      // However that ended: what lies in this memory belongs to the old key.
      if (rooms() && !journal.isOpen()) renewed(copiesLeft)
    }
    return null
  },
  'recovery.create': ({ secret }) => {
    open()
    return keys.makeRecoveryKey(secret)
  },
  'recovery.keep': ({ groups }) => {
    open()
    journal.keys.keepRecoveryKey(groups)
    return changed(null)
  },
})

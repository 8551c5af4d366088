import * as v from 'valibot'
import type { KeychainHere } from '../ports.ts'
import { answers } from './method.ts'
import { nothing } from './schemas.ts'

export const newPassphrase = v.pipe(v.string(), v.minLength(8), v.maxLength(1024))

/** What a person has to open the journal with. */
export const secretOfPerson = v.union([
  v.strictObject({ passphrase: v.pipe(v.string(), v.maxLength(1024)) }),
  v.strictObject({ recoveryKey: v.pipe(v.string(), v.maxLength(100)) }),
])
const group = v.pipe(v.string(), v.maxLength(20))

/** What opens the journal. Secrets go through the unlock window alone, whose process ends after it. */
export const keyMethods = {
  'keys.get': answers<KeysStatus>()(nothing, ['main', 'unlock']),
  /** Null where the secret opens the open journal; it counts as a try. */
  'keys.prove': answers<null>()(v.strictObject({ secret: secretOfPerson }), ['unlock']),
  'keys.passphrase': answers<null>()(
    v.strictObject({ secret: secretOfPerson, passphrase: newPassphrase }),
    ['unlock'],
  ),
  'keys.keychain': answers<null>()(v.strictObject({ secret: secretOfPerson }), ['unlock']),
  'keys.noKeychain': answers<null>()(v.strictObject({ sure: v.literal(true) }), ['main']),
  'keys.remove': answers<null>()(
    v.strictObject({ secret: secretOfPerson, kind: v.picklist(['passphrase', 'recovery']) }),
    ['unlock'],
  ),
  /** Another data key under this passphrase alone. The journal locks, whether it could be done or not. */
  'keys.renew': answers<null>()(
    v.strictObject({ secret: secretOfPerson, passphrase: newPassphrase }),
    ['unlock'],
  ),
  /** A recovery key, shown once. It opens nothing until the two groups that are asked for came back. */
  'recovery.create': answers<RecoveryKey>()(v.strictObject({ secret: secretOfPerson }), ['unlock']),
  'recovery.keep': answers<null>()(v.strictObject({ groups: v.tuple([group, group]) }), ['unlock']),
} as const

export interface KeysStatus {
  passphrase: boolean
  recoveryKey: boolean
  keychain: boolean
  keychainHere: KeychainHere
  /** How many milliseconds the next try must wait. */
  waitMs: number
}

export interface RecoveryKey {
  /** Groups of four, with dashes between. */
  recoveryKey: string
  /** Which two of them are typed back, counted from 0. */
  asked: readonly [number, number]
}

import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { KeychainHere } from '../../../src/ports.ts'

/** What the system's keychain keeps out, and what it doesn't; or what stands against using it here. */
const words: Record<KeychainHere, MessageDescriptor> = {
  windows: msg`Windows keeps the key with your Windows account. That keeps out a thief, and others who have accounts of their own here. It doesn’t keep out your IT department, nor a program that runs as you, nor whoever sits at this screen while you are logged in: for them it is one press.`,
  linux: msg`Your desktop’s keychain keeps the key, and is open as long as you are logged in. That keeps out a thief, and others who have accounts of their own here. It doesn’t keep out your IT department, nor a program that runs as you, nor whoever sits at this screen while you are logged in: for them it is one press.`,
  'unsigned-mac': msg`Not on macOS yet: this Lull isn’t signed, so its keychain would take it for another program after each update. Your passphrase opens the journal.`,
  'no-keyring': msg`Not on this desktop: it has no keychain to be trusted. What would be used in its place hides the key behind a word that everybody can look up. Your passphrase opens the journal.`,
  stick: msg`Not here: this Lull travels in its own folder, and a keychain stays on one computer. Your passphrase opens the journal everywhere.`,
  none: msg`Not here: no keychain of this system can be asked. Your passphrase opens the journal.`,
}

export const keychainWords = (here: KeychainHere): string => i18n._(words[here])

/** Whether it may be used at all. */
export const isKeychain = (here: KeychainHere): boolean => here === 'windows' || here === 'linux'

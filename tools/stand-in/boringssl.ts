import { createRequire, syncBuiltinESMExports } from 'node:module'
import { refuse } from './strict.ts'

/**
 * Electron links BoringSSL, Node here OpenSSL: what only the latter has is taken away, so that code
 * which would fail in Electron fails here.
 */
export function becomeBoringSsl(): void {
  const crypto: Record<string, unknown> = createRequire(import.meta.url)('node:crypto')

  /** Refuses the call where one of its arguments names something that BoringSSL hasn't. */
  const guard = (name: string, isForeign: (args: unknown[]) => boolean) => {
    const real = crypto[name]
    if (typeof real !== 'function') return
    const guarded = (...args: unknown[]): unknown => {
      if (isForeign(args))
        refuse(`Electron's BoringSSL has no ${String(args[0])} for crypto.${name}`)
      return Reflect.apply(real, crypto, args)
    }
    crypto[name] = guarded
  }
  const first = (pattern: RegExp) => (args: unknown[]) =>
    pattern.test(String(args[0]).toLowerCase())

  for (const name of ['argon2', 'argon2Sync', 'encapsulate', 'decapsulate'])
    if (name in crypto) guard(name, () => true)
  const ciphers = /chacha20|wrap|ccm|ocb|aria|camellia|sm4|seed|idea|cast|xts|siv|-cfb1$|-cfb8$/
  for (const name of ['createCipheriv', 'createDecipheriv', 'getCipherInfo'])
    guard(name, first(ciphers))
  const digests = /sha3|shake|blake2s|sm3|whirlpool|ripemd|rmd160|kmac/
  for (const name of ['createHash', 'createHmac', 'hash', 'hkdf', 'hkdfSync'])
    guard(name, first(digests))
  const keys = /ed448|x448|ml-|slh-|dsa$/
  for (const name of ['generateKeyPair', 'generateKeyPairSync']) guard(name, first(keys))
  syncBuiltinESMExports()
}

import * as crypto from 'node:crypto'
import { attempt, end, ready } from './tools.mjs'

const bytes = (length) => Buffer.alloc(length, 1)
attempt('chacha20-poly1305', () =>
  crypto.createCipheriv('chacha20-poly1305', bytes(32), bytes(12), { authTagLength: 16 }),
)
attempt('aes-wrap', () => crypto.createCipheriv('id-aes256-wrap', bytes(32), Buffer.alloc(8, 0xa6)))
attempt('argon2', () =>
  crypto.argon2Sync('argon2id', {
    message: 'x',
    nonce: bytes(16),
    parallelism: 1,
    tagLength: 32,
    memory: 64,
    passes: 1,
  }),
)
attempt('ed448', () => crypto.generateKeyPairSync('ed448'))
attempt('aes-256-gcm', () => crypto.createCipheriv('aes-256-gcm', bytes(32), bytes(12)))
attempt('scrypt', () => crypto.scryptSync('x', bytes(16), 32))
attempt('hkdf', () => crypto.hkdfSync('sha256', bytes(32), bytes(16), 'x', 32))
attempt('x25519', () => {
  const { privateKey, publicKey } = crypto.generateKeyPairSync('x25519')
  crypto.diffieHellman({ privateKey, publicKey })
})
ready(end)

import type { Random } from '../ports.ts'

/*
 * A recovery key is 26 characters of Crockford's base32 (130 random bits) and two that check them,
 * in seven groups of four. The check is a Reed-Solomon code over 32 symbols (code length up to 31,
 * distance 3): one or two wrong characters are always noticed, so every swap of two is as well.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyLength = 26
const checkLength = 2

/** A new recovery key, as it is shown and written down. */
export function makeRecoveryKey(random: Random): string {
  const symbols = Array.from(random.bytes(keyLength), (byte) => byte & 31)
  const text = [...symbols, ...checkOf(symbols)].map((symbol) => alphabet[symbol]).join('')
  return text.match(/.{4}/g)?.join('-') ?? text
}

/**
 * What the key says, from what a person typed: case, spaces and dashes don't matter, the letter O
 * is a zero, I and L are a one. Null when it can't be a recovery key.
 */
export function readRecoveryKey(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const symbols = Array.from(text, (character) => alphabet.indexOf(character))
  if (symbols.length !== keyLength + checkLength || symbols.includes(-1)) return null
  const [first, second] = checkOf(symbols)
  return first === 0 && second === 0 ? text.slice(0, keyLength) : null
}

/** The remainder of the symbols, as a polynomial, by (x − 1)(x − α); of a whole key it is zero. */
function checkOf(symbols: readonly number[]): [number, number] {
  let high = 0
  let low = 0
  for (const symbol of symbols) {
    const carried = symbol ^ high
    const byAlpha = timesAlpha(carried)
    high = low ^ carried ^ byAlpha
    low = byAlpha
  }
  return [high, low]
}

/** α times a symbol, in the field of 32 elements of x⁵ + x² + 1. */
const timesAlpha = (symbol: number): number =>
  symbol & 16 ? (symbol << 1) ^ 0b100101 : symbol << 1

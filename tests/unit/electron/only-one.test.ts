import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))
const { whyNoLock } = await import('../../../electron/only-one.ts')

const no = () => {
  throw new Error('EINVAL')
}

describe('a lock that Lull didn’t get', () => {
  it.each([
    ['this computer’s: the process there was told', () => 'desk-7-312', true],
    ['gone by now: who had it was told to quit', () => null, true],
  ])('is %s', (_what, read, canMake) => {
    expect(whyNoLock('/stick/data', 'desk-7', { read, canMake: () => canMake })).toBeNull()
  })

  it.each([
    ['another computer’s', () => 'desk-9-312', 'Lull is open on desk-9,'],
    ['no link: a copy of one', no, 'delete "/stick/data/SingletonLock"'],
    ['not to be had on this drive', () => null, 'no symbolic links on this drive'],
  ])('is %s: it says so', (_what, read, sentence) => {
    const links = { read, canMake: () => false }
    expect(whyNoLock('/stick/data', 'desk-7', links)).toContain(sentence)
  })
})

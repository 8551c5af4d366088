import { describe, expect, it } from 'vitest'
import { errorOf, Refusal } from '../../src/refusal.ts'
import { StoreError } from '../../src/store/errors.ts'

describe('an error at the border', () => {
  it.each([
    ['a refusal', new Refusal('locked', 'The journal is locked.'), 'locked'],
    ['an error of the store', new StoreError('disk-full', 'The disk is full.'), 'disk-full'],
  ])('of %s keeps its code and its sentence', (_what, error, code) => {
    expect(errorOf(error)).toEqual({ code, message: error.message })
  })

  it.each([
    new Error('could not write "what the agent wrote"'),
    Object.assign(new Error('what the agent wrote'), { code: 'ERR_SOMETHING' }),
    'what the agent wrote',
    undefined,
  ])('that nobody foresaw is `failed`, and its own text stays inside (%#)', (error) => {
    const { code, message } = errorOf(error)
    expect(code).toBe('failed')
    expect(message).not.toContain('what the agent wrote')
  })
})

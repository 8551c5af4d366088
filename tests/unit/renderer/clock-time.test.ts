import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTimeOf } from '../../../renderer/components/clock-time.ts'

describe('a time of day, as people write it', () => {
  it.each([
    ['9:05', '09:05'],
    ['09:05', '09:05'],
    ['0905', '09:05'],
    ['905', '09:05'],
    ['9.05', '09:05'],
    ['9,05', '09:05'],
    ['9 05', '09:05'],
    ['9h05', '09:05'],
    ['9: 05', '09:05'],
    ['  21:30 ', '21:30'],
    ['21h', '21:00'],
    ['21 h', '21:00'],
    ['21 Uhr', '21:00'],
    ['9', '09:00'],
    ['9:', '09:00'],
    ['0', '00:00'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['9:05 pm', '21:05'],
    ['9:05PM', '21:05'],
    ['9.05 p.m.', '21:05'],
    ['905p', '21:05'],
    ['9 am', '09:00'],
    ['9\u202Fam', '09:00'],
    ['12 am', '00:00'],
    ['12:30 pm', '12:30'],
    ['１４：３０', '14:30'],
  ])('%j is %s', (written, time) => {
    expect(clockTimeOf(written)).toBe(time)
  })

  it.each([
    '',
    ' ',
    'now',
    'half past nine',
    '24:00',
    '25',
    '9:60',
    '9:5',
    '9:055',
    '09055',
    '13:30 pm',
    '0 am',
    '-9',
    '9:05:30',
    '9:05 xm',
    'pm',
    '9:05 9:06',
  ])('%j is none', (written) => {
    expect(clockTimeOf(written)).toBeNull()
  })

  it('is each minute of the day, with and without its colon, in 24 hours and in 12', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const [hours, minutes] = [hour, minute].map((part) => String(part).padStart(2, '0'))
        const time = `${hours}:${minutes}`
        expect(clockTimeOf(time)).toBe(time)
        expect(clockTimeOf(`${hours}${minutes}`)).toBe(time)
        const half = `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`
        expect(clockTimeOf(half)).toBe(time)
      }),
    )
  })

  it('is whole or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(clockTimeOf(written) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelOf, kindOf, kindsOf, secondsOf, thrownKinds } from '../../../src/calls/signal.ts'

describe('what a door throws away', () => {
  it.each([
    ['+44 20 7946 0991', 'number'],
    ['0049301234567', 'number'],
    ['(020) 7946-0991', 'number'],
    ['Jane Doe', 'name'],
    ['Zoë O’Hara-Núñez', 'name'],
    ['jane@example.org', 'address'],
    ['sip:jane@example.org', 'address'],
    ['https://crm.example/case/7', 'address'],
    ['tel:+44123', 'address'],
    ['44560c74-5e84-4062-94b6-5680cdeb54d5', 'id'],
    ['{6F9619FF-8B86-D011-B42D-00CF4FC964FF}', 'id'],
    ['', 'empty'],
    ['  ', 'empty'],
    ['<Call.NumberSC>', 'other'],
    ['7', 'other'],
  ] as const)('is told by its kind alone: %j is %s', (value, kind) => {
    expect(kindOf(value)).toBe(kind)
  })

  it('is one of six words, whatever it was, and each once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary-ascii' })), (values) => {
        const kinds = kindsOf(values)
        expect(new Set(kinds).size).toBe(kinds.length)
        for (const kind of kinds) expect(thrownKinds).toContain(kind)
      }),
    )
  })
})

describe('how long a call was', () => {
  it.each([
    ['95', 95],
    ['0', 0],
    [' 12 ', 12],
    ['3:07', 187],
    ['00:03:07', 187],
    ['1:02:03', 3723],
    ['86400', 86_400],
    ['86401', null],
    ['-5', null],
    ['9.5', null],
    ['1e3', null],
    ['', null],
    ['+4412345678', null],
    ['4412345678', null],
  ])('is read from %j as %s', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds)
  })
})

it.each([
  ['chat', 'chat'],
  ['Call', 'call'],
  ['hard', null],
  ['', null],
])('a channel is one of four: %j is %s', (text, channel) => {
  expect(channelOf(text)).toBe(channel)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeFrom,
  codeLength,
  isCode,
  isLink,
  linkFor,
  readLink,
  type ReadLink,
} from '../../../src/calls/link.ts'
import { callEvents } from '../../../src/calls/signal.ts'

const code = '0123456789abcdefghjk'
const read = (more: Partial<ReadLink> = {}): ReadLink => ({
  event: null,
  code: null,
  channel: null,
  seconds: null,
  thrown: [],
  ...more,
})

describe('a link of Lull’s', () => {
  it.each([
    [`lull-call://ended?code=${code}`, read({ event: 'ended', code })],
    [`lull-call://started?code=${code}`, read({ event: 'started', code })],
    [`lull-call://mark?code=${code}`, read({ event: 'marked', code })],
    [`LULL-CALL://Ended/?code=${code}`, read({ event: 'ended', code })],
    [`lull-call:ended?code=${code}`, read({ event: 'ended', code })],
    [`lull-call://ended?code=${code}#top`, read({ event: 'ended', code })],
    [
      `lull-call://ended?channel=chat&seconds=95&code=${code}`,
      read({ event: 'ended', code, channel: 'chat', seconds: 95 }),
    ],
    [`lull-call://ended`, read({ event: 'ended' })],
    [`lull-call://ended?code=`, read({ event: 'ended', thrown: ['empty'] })],
    [`lull-call://ended?code=guess`, read({ event: 'ended', thrown: ['name'] })],
  ])('is read: %s', (link, meant) => {
    expect(readLink(link)).toEqual(meant)
  })

  it.each([
    [`lull-call://ended?code=${code}&number=%2B44%2020%207946%200991`, ['number']],
    [`lull-call://ended?code=${code}&name=Jane+Doe&id=44560c74-5e84`, ['name', 'id']],
    [`lull-call://ended?code=${code}&hard=1`, ['other']],
    [`lull-call://ended?code=${code}&code=${code}`, ['other']],
    [`lull-call://ended?code=${code}&channel=tough&seconds=long`, ['name']],
    [`lull-call://ended?code=${code}&%E0%A4%A`, ['empty']],
    [`lull-call://ended?code=${code}&x=%E0%A4%A`, ['other']],
  ])('loses whatever else it carries: %s', (link, thrown) => {
    const { event, code: carried, channel, seconds, ...rest } = readLink(link)
    expect([event, carried, channel, seconds]).toEqual(['ended', code, null, null])
    expect(rest).toEqual({ thrown })
  })

  it.each([
    'lull-call://quit?code=x',
    'lull-call://__proto__',
    'lull-call://constructor',
    'lull-call://ended/further?code=x',
    'lull-call://user:pass@ended',
    'lull-call://ended:80',
    'lull-call://',
    'lull-call:',
    'lull-call://ended\n--quit',
    `lull-call://ended?${'x'.repeat(1_000_000)}=\u0000`,
  ])('that means nothing tells of no event, or carries no code: %.40s', (link) => {
    const { event, code: carried } = readLink(link)
    expect(event === null || carried === null).toBe(true)
  })

  it('that Lull writes is read back as what it was written for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...callEvents),
        fc.uint8Array({ minLength: codeLength, maxLength: codeLength }),
        (event, bytes) => {
          const made = codeFrom(bytes)
          expect(isCode(made)).toBe(true)
          expect(isLink(linkFor(event, made))).toBe(true)
          expect(readLink(linkFor(event, made))).toEqual(read({ event, code: made }))
        },
      ),
    )
  })
})

import { EventEmitter } from 'node:events'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { channels, thrownKinds } from '../../../src/calls/signal.ts'

const app = new EventEmitter()
vi.mock('electron', () => ({ app }))
const { listenForSecondProcesses, obey } = await import('../../../electron/commands.ts')

afterEach(() => void app.removeAllListeners())

/** The doors that an order can reach, and what was done through them. */
function aDesk() {
  const done: string[] = []
  const act =
    (what: string) =>
    (...args: unknown[]) =>
      void done.push([what, ...args.map((each) => JSON.stringify(each))].join(' '))
  const room = new Proxy({}, { get: (_none, name) => act(String(name)) })
  return { done, obey: (data: unknown): void => Reflect.apply(obey, null, [data, room, room]) }
}

const long = 'quillwort 7719 '.repeat(70_000)
const ended = { command: 'call-ended', channel: null, seconds: null, thrown: [] }

describe('what a process hands over that is not ours', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a command as a text', 'quit'],
    ['a list', ['quit']],
    ['a command nobody knows', { command: 'eval' }],
    ['a command from what every object has', { command: 'constructor' }],
    ['a megabyte in place of a command', { command: long }],
    ['a call with a channel of its own', { ...ended, channel: long }],
    ['a call of a year', { ...ended, seconds: 31_536_000_000 }],
    ['a call of no length', { ...ended, seconds: Number.NaN }],
    ['a call that says who it was', { ...ended, thrown: [long] }],
    ['a call with a list without end', { ...ended, thrown: Array(100_000).fill('number') }],
    ['a link with a code of a megabyte', { ...ended, command: 'link', event: 'ended', code: long }],
    ['a link without its parts', { command: 'link' }],
  ])('is not heard: %s', (_what, data) => {
    const { done, obey: hear } = aDesk()
    hear(data)
    expect(done).toEqual([])
  })

  it('carries nothing along: what is more than an order stays outside', () => {
    const { done, obey: hear } = aDesk()
    hear(JSON.parse(`{"command":"lock","__proto__":{"polluted":1},"more":"${'x'.repeat(99)}"}`))
    hear({ ...ended, words: long })
    expect(done.map((each) => each.split(' ')[0])).toEqual(['lock', 'hear'])
    expect(done.join('')).not.toMatch(/quillwort|xxx/)
    const plain: object = {}
    expect('polluted' in plain).toBe(false)
  })

  it('does nothing for anything at all, but for an order', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (data) => {
        const { done, obey: hear } = aDesk()
        hear(data)
        expect(done).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('never leads from an argument list: that is Chromium’s to reorder', () => {
    const { done, obey: hear } = aDesk()
    listenForSecondProcesses(null).listen(hear)
    app.emit('second-instance', {}, ['lull', '--quit', 'lull-call://ended'], '/tmp', undefined)
    app.emit('second-instance', {}, ['lull', '--quit'], '/tmp', { command: 'hide' })
    expect(done).toEqual(['hide'])
  })

  it('is a link of ours, or nothing, where macOS hands one over', () => {
    const { done, obey: hear } = aDesk()
    listenForSecondProcesses(null).listen(hear)
    const event = { preventDefault: vi.fn<() => void>() }
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      `lull-call://ended?x=${long}`,
      '',
    ])
      app.emit('open-url', event, url)
    expect(event.preventDefault).toHaveBeenCalledTimes(4)
    for (const each of done) {
      const [what = '', ...said] = each.split(' ')
      expect(what).toBe('hearLink')
      const heard: { event: unknown; code: unknown; channel: unknown; thrown: unknown[] } =
        JSON.parse(said.join(' '))
      expect([null, 'ended']).toContain(heard.event)
      expect(heard.code).toBeNull()
      expect([null, ...channels]).toContain(heard.channel)
      for (const kind of heard.thrown) expect(thrownKinds).toContain(kind)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { codeOf, connect, DoorError } from '../../../renderer/state/bridge.ts'
import { fakeBridge, refuse, silence } from './fake-bridge.ts'

const secret = { passphrase: 'a passphrase' }

describe('a call through a door', () => {
  it('resolves with the value of its answer', async () => {
    const { bridge } = fakeBridge({
      'journal.create': null,
      'recovery.create': { recoveryKey: 'A', asked: [0, 1] },
    })
    await expect(connect(bridge).vault('recovery.create', { secret })).resolves.toEqual({
      recoveryKey: 'A',
      asked: [0, 1],
    })
  })

  it('rejects with the code of a refusal, at both doors', async () => {
    const { bridge } = fakeBridge({ 'recovery.create': refuse('locked'), lock: refuse('no-right') })
    const doors = connect(bridge)
    await expect(doors.vault('recovery.create', { secret })).rejects.toMatchObject({
      code: 'locked',
    })
    await expect(doors.shell('lock', {})).rejects.toMatchObject({ code: 'no-right' })
  })

  it('finds its own answer when answers come in another order', async () => {
    const { bridge, tell, asked } = fakeBridge({ 'today.get': silence, 'trends.get': silence })
    const doors = connect(bridge)
    const today = doors.vault('today.get', {})
    const trends = doors.vault('trends.get', {})
    const [first, second] = asked
    tell({ id: second?.id ?? -1, ok: true, value: 'second' })
    tell({ id: first?.id ?? -1, ok: true, value: 'first' })
    await expect(today).resolves.toBe('first')
    await expect(trends).resolves.toBe('second')
  })

  it('gives every call an id of its own, across the doors', () => {
    const { bridge, asked } = fakeBridge()
    const doors = connect(bridge)
    void doors.vault('today.get', {})
    void doors.shell('fold', {})
    void doors.vault('today.get', {})
    expect(new Set(asked.map(({ id }) => id)).size).toBe(3)
  })

  it('ignores an answer to a call that nobody made, and a second answer', async () => {
    const { bridge, tell, asked } = fakeBridge({ 'today.get': silence })
    const today = connect(bridge).vault('today.get', {})
    const id = asked[0]?.id ?? -1
    tell({ id: id + 100, ok: true, value: 'foreign' })
    tell({ id, ok: true, value: 'mine' })
    tell({ id, ok: false, error: { code: 'failed', message: '' } })
    await expect(today).resolves.toBe('mine')
  })

  it('rejects as failed when the shell itself breaks', async () => {
    const { bridge } = fakeBridge()
    const doors = connect({ ...bridge, shell: () => Promise.reject(new Error('gone')) })
    await expect(doors.shell('fold', {})).rejects.toMatchObject({ code: 'failed' })
  })
})

describe('when the port to the vault closes', () => {
  it('every waiting call rejects as locked', async () => {
    const { bridge, tell } = fakeBridge({ 'today.get': silence, 'trends.get': silence })
    const doors = connect(bridge)
    const calls = [doors.vault('today.get', {}), doors.vault('trends.get', {})]
    tell(null)
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'locked' })
  })

  it('a later port answers later calls', async () => {
    const { bridge, tell } = fakeBridge({ 'today.get': 'there' })
    const doors = connect(bridge)
    tell(null)
    await expect(doors.vault('today.get', {})).resolves.toBe('there')
  })
})

describe('events', () => {
  it('reach everyone who listens, until they stop', () => {
    const { bridge, tell } = fakeBridge()
    const doors = connect(bridge)
    const heard: string[] = []
    const stop = doors.onEvent(({ event }) => heard.push(`a ${event}`))
    doors.onEvent(({ event }) => heard.push(`b ${event}`))
    tell({ event: 'changed' })
    stop()
    tell({ event: 'journal', state: 'open' })
    expect(heard).toEqual(['a changed', 'b changed', 'b journal'])
  })
})

describe('the code of an error', () => {
  it('is its own when it came through a door, and failed otherwise', () => {
    expect(codeOf(new DoorError('disk-full', ''))).toBe('disk-full')
    expect(codeOf(new Error('anything'))).toBe('failed')
    expect(codeOf('a string')).toBe('failed')
  })
})

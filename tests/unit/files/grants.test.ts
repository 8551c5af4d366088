import { describe, expect, it } from 'vitest'
import { createGrants, grantMs } from '../../../src/files/grants.ts'
import { testClock } from '../../desk.ts'

/** Grants over files that only remember what was written where. */
function grants() {
  const clock = testClock()
  const written: string[] = []
  const room = createGrants(
    {
      choose: (path) => (text) => void written.push(`${path}: ${String(text)}`),
      open: (path) => (most) => new TextEncoder().encode(`${path}, ${most}`),
    },
    clock,
  )
  const give = (grant: string, path = '/home/ana/note.txt') =>
    room.give({ grant, purpose: 'incident', window: 'main', path })
  return { clock, written, room, give }
}

describe('a place that was chosen', () => {
  it('is written to by the window that asked', () => {
    const { room, written, give } = grants()
    give('one')
    give('two', '/tmp/other.txt')
    room.take('two', 'incident', 'main')('b')
    room.take('one', 'incident', 'main')('a')
    expect(written).toEqual(['/tmp/other.txt: b', '/home/ana/note.txt: a'])
  })

  it('is for one time', () => {
    const { room, give } = grants()
    give('one')
    room.take('one', 'incident', 'main')
    expect(() => room.take('one', 'incident', 'main')).toThrow('No place')
  })

  it('is for a minute, by a clock that nobody sets', () => {
    const { room, clock, give } = grants()
    give('one')
    clock.set('2026-11-23T14:00:00Z')
    clock.pass(grantMs - 1)
    room.take('one', 'incident', 'main')
    give('two')
    clock.set('2026-11-22T14:00:00Z')
    clock.pass(grantMs)
    expect(() => room.take('two', 'incident', 'main')).toThrow('No place')
  })

  it('is for no other window, and used up by the attempt', () => {
    const { room, give } = grants()
    give('one')
    expect(() => room.take('one', 'incident', 'pause')).toThrow('No place')
    expect(() => room.take('one', 'incident', 'main')).toThrow('No place')
  })

  it('has to have been chosen', () => {
    const { room } = grants()
    for (const id of ['one', '', '__proto__'])
      expect(() => room.take(id, 'incident', 'main')).toThrow('No place')
  })

  it('that is for reading is read, once, by the window that asked, and never written to', () => {
    const { room, written, give } = grants()
    const forReading = { purpose: 'import', window: 'main', path: '/home/ana/j.json' } as const
    room.give({ ...forReading, grant: 'a' })
    expect(room.read('a', 'import', 'main', 9)).toEqual(
      new TextEncoder().encode('/home/ana/j.json, 9'),
    )
    expect(() => room.read('a', 'import', 'main', 9)).toThrow('No place')
    room.give({ ...forReading, grant: 'b' })
    expect(() => room.read('b', 'import', 'note', 9)).toThrow('No place')
    room.give({ ...forReading, grant: 'c' })
    expect(() => room.take('c', 'import', 'main')).toThrow('No place')
    give('d')
    expect(() => room.read('d', 'incident', 'main', 9)).toThrow('No place')
    expect(written).toEqual([])
  })
})

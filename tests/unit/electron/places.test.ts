import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beside,
  corner,
  inside,
  layoutOf,
  remembered,
  type Places,
} from '../../../electron/places.ts'

const screen = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
})
const rect = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
})

describe('the place of a small window', () => {
  it('lies wholly inside the screen, and is never larger than it', () => {
    fc.assert(
      fc.property(rect, rect, (wanted, room) => {
        const { x, y, width, height } = inside(wanted, room)
        expect(x).toBeGreaterThanOrEqual(room.x)
        expect(y).toBeGreaterThanOrEqual(room.y)
        expect(x + width).toBeLessThanOrEqual(room.x + room.width)
        expect(y + height).toBeLessThanOrEqual(room.y + room.height)
      }),
    )
  })

  it('stays as it was where it fits', () => {
    const wanted = { x: 10, y: 20, width: 100, height: 50 }
    expect(inside(wanted, { x: 0, y: 0, width: 800, height: 600 })).toEqual(wanted)
  })

  it('is the lower right corner, clear of its edges', () => {
    const room = { x: 0, y: 0, width: 1366, height: 728 }
    expect(corner({ width: 420, height: 440 }, room, 16)).toEqual({
      x: 930,
      y: 272,
      width: 420,
      height: 440,
    })
  })
})

describe('windows beside each other', () => {
  const room = { x: 0, y: 0, width: 1366, height: 728 }
  const pause = corner({ width: 420, height: 440 }, room, 16)
  const card = corner({ width: 380, height: 78 }, room, 16)

  it('stand one above the other', () => {
    expect(beside(pause, [], room, 16)).toEqual(pause)
    expect(beside(pause, [card], room, 16)).toEqual({ ...pause, y: card.y - 16 - 440 })
    expect(beside(card, [pause], room, 16)).toEqual({ ...card, y: pause.y - 16 - 78 })
  })

  it('stand side by side where the screen is too low for that', () => {
    const low = { x: 0, y: 0, width: 1366, height: 500 }
    const [here, there] = [
      { ...pause, y: 44 },
      { ...card, y: 406 },
    ]
    expect(beside(here, [there], low, 16)).toEqual({ ...here, x: card.x - 16 - 420 })
  })

  it('keep their size, lie on the screen, and cover no other, or are where they were', () => {
    const small = fc.record({
      x: fc.integer({ min: 0, max: 1000 }),
      y: fc.integer({ min: 0, max: 400 }),
      width: fc.integer({ min: 50, max: 360 }),
      height: fc.integer({ min: 50, max: 320 }),
    })
    fc.assert(
      fc.property(small, fc.array(small, { maxLength: 3 }), (wanted, others) => {
        const place = beside(wanted, others, room, 16)
        expect(place).toMatchObject({ width: wanted.width, height: wanted.height })
        if (place === wanted) return
        expect(inside(place, room)).toEqual(place)
        for (const { x, y, width, height } of others)
          expect(
            place.x >= x + width ||
              x >= place.x + place.width ||
              place.y >= y + height ||
              y >= place.y + place.height,
          ).toBe(true)
      }),
    )
  })
})

describe('a screen layout', () => {
  it('is the same in whatever order the system names its screens, and another where one is missing', () => {
    const [left, right] = [screen(0, 0, 1920, 1080), screen(1920, 0, 1366, 768)]
    expect(layoutOf([left, right])).toBe(layoutOf([right, left]))
    expect(layoutOf([left])).not.toBe(layoutOf([left, right]))
  })

  it('remembers a place for each of its windows', () => {
    const once = remembered({}, 'home', 'pause', { x: 1, y: 2 })
    const twice = remembered(once, 'home', 'note', { x: 3, y: 4 })
    expect(twice).toEqual({ home: { pause: { x: 1, y: 2 }, note: { x: 3, y: 4 } } })
  })

  it('is forgotten when eight others were used after it', () => {
    let places: Places = {}
    for (let desk = 0; desk < 9; desk++)
      places = remembered(places, `desk ${desk}`, 'pause', { x: desk, y: 0 })
    expect(Object.keys(places)).toHaveLength(8)
    expect(places).not.toHaveProperty('desk 0')
    expect(remembered(places, 'desk 1', 'pause', { x: 9, y: 9 })).toHaveProperty('desk 2')
  })
})

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { shellDoor } from '../../../src/contract.ts'

const { input, windows } = shellDoor['device.set']
const takes = (change: unknown) => v.safeParse(input, change).success
const own = (count: number) =>
  Array.from({ length: count }, (_, index) => `own:${2000 + 250 * index}-0-0-6000-0`)

describe('a choice of this computer', () => {
  it('can be made in the main window and in the pause, and nowhere else', () => {
    expect(windows).toEqual(['main', 'pause'])
  })

  it.each([
    [{ pauseLast: 'own:4000-0-2000-6000-0', pauseLastMs: 60_000 }],
    [{ ownPatterns: own(12) }],
    [{ pausesOff: [], chooseFrom: [] }],
    [{ chooseFrom: ['box', 'window', 'own:4000-0-0-6000-0'] }],
    [{ soundOutput: null, breakEveryMin: null, eyeRestEveryMin: null }],
    [{ soundOutput: 'a'.repeat(200), volume: 0, sound: true }],
  ])('may be %j', (change) => {
    expect(takes(change)).toBe(true)
  })

  it.each([
    [{ pauseLast: 'sleep' }],
    [{ pauseLast: 'own:4000-0-8000-6000-0' }],
    [{ pauseLastMs: 999 }],
    [{ pauseLastMs: 1_800_001 }],
    [{ pauseLastMs: null }],
    [{ ownPatterns: own(13) }],
    [{ ownPatterns: [...own(2), ...own(1)] }],
    [{ ownPatterns: ['box'] }],
    [{ ownPatterns: ['own:1-1-1-1-1'] }],
    [{ pausesOff: ['box', 'box'] }],
    [{ pausesOff: 'box' }],
    [{ chooseFrom: ['__proto__'] }],
    [{ volume: 60 }],
    [{ sound: 'on' }],
    [{ soundOutput: '' }],
    [{ soundOutput: 'a'.repeat(201) }],
    [{ breakEveryMin: 20 }],
    [{ eyeRestEveryMin: 30 }],
    [{ blankAway: 'yes' }],
    [{ safetyRead: null }],
    [{ holdsRead: undefined }],
    [{ shortcuts: { mark: null } }],
    [{}],
  ])('is never %j', (change) => {
    expect(takes(change)).toBe(false)
  })
})

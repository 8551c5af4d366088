import { i18n } from '@lingui/core'
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { plainDevice, type TellWay } from '../../../src/settings/choices.ts'

class Notification extends EventEmitter {
  static made: Notification[] = []
  static supported = true
  static isSupported = () => Notification.supported
  shown = false
  options: object
  constructor(options: object) {
    super()
    this.options = options
    Notification.made.push(this)
  }
  show() {
    this.shown = true
  }
  close() {
    this.shown = false
    this.emit('close', { reason: 'applicationHidden' })
  }
}
const app = new (class extends EventEmitter {
  accessibilitySupportEnabled = false
})()
vi.mock('electron', () => ({ app, Notification }))
const { createTelling, tellsBy } = await import('../../../electron/telling.ts')

beforeEach(() => {
  Notification.made = []
  Notification.supported = true
  app.accessibilitySupportEnabled = false
  app.removeAllListeners()
  i18n.loadAndActivate({ locale: 'en', messages: {} })
})

describe('by what Lull tells', () => {
  const usual = { screenReader: false, compositorPlaces: false, hasNotifications: true }
  type Desk = Parameters<typeof tellsBy>[0]
  it.each<[when: string, desk: Partial<Desk>, way: TellWay, why: string | null]>([
    ['nothing was chosen', {}, 'card', null],
    ['a screen reader runs', { screenReader: true }, 'notification', 'screen-reader'],
    [
      'the desktop puts windows where it likes',
      { compositorPlaces: true },
      'notification',
      'placed',
    ],
    [
      '… and shows no notifications',
      { compositorPlaces: true, hasNotifications: false },
      'card',
      null,
    ],
    [
      'a card was chosen beside a screen reader',
      { wanted: 'card', screenReader: true },
      'card',
      null,
    ],
    ['a notification was chosen', { wanted: 'notification' }, 'notification', null],
    [
      '… where there are none',
      { wanted: 'notification', hasNotifications: false },
      'card',
      'no-notification',
    ],
    ['the tray was chosen', { wanted: 'tray', hasTray: true }, 'tray', null],
    ['… and nobody can say whether there is one', { wanted: 'tray', hasTray: null }, 'tray', null],
    ['… where there is none', { wanted: 'tray', hasTray: false }, 'card', 'no-tray'],
    [
      '… on Wayland',
      { wanted: 'tray', hasTray: false, compositorPlaces: true },
      'notification',
      'no-tray',
    ],
  ])('when %s', (_when, desk, way, why) => {
    expect(tellsBy({ ...usual, wanted: 'fits', hasTray: true, ...desk })).toEqual({ way, why })
  })
})

describe('a notification', () => {
  function shown(checkIn = false) {
    const heard: string[] = []
    const telling: ReturnType<typeof createTelling> = Reflect.apply(createTelling, null, [
      { now: () => plainDevice, onChange: () => {} },
      { compositorPlaces: false },
    ])
    const sign = telling.notify({
      checkIn,
      clicked: () => heard.push('clicked'),
      dismissed: () => heard.push('dismissed'),
      failed: () => heard.push('failed'),
    })
    const [made] = Notification.made
    if (!made) throw new Error('none was made')
    return { telling, heard, sign, made }
  }

  it('says a few neutral words, makes no sound, and is seen on GNOME', () => {
    const { made } = shown()
    expect(made.shown).toBe(true)
    expect(made.options).toEqual({
      title: 'Lull',
      body: 'A pause, if you like.',
      silent: true,
      urgency: 'normal',
    })
  })

  it('says so where it is for a check-in', () => {
    expect(shown(true).made.options).toMatchObject({ body: 'A check-in, if you like.' })
  })

  it('is clicked once at the most', () => {
    const { made, heard } = shown()
    made.emit('click', {})
    made.emit('click', {})
    made.emit('close', { reason: 'userCanceled' })
    expect(heard).toEqual(['clicked'])
  })

  it('that Windows puts by after a while can still be clicked in its list', () => {
    const { made, heard } = shown()
    made.emit('close', { reason: 'timedOut' })
    made.emit('click', {})
    expect(heard).toEqual(['clicked'])
  })

  it('that Lull itself closes tells nothing any more', () => {
    const { made, heard, sign } = shown()
    sign.close()
    made.emit('click', {})
    expect([made.shown, heard]).toEqual([false, []])
  })

  it('goes with the program', () => {
    const { made, heard } = shown()
    app.emit('will-quit')
    expect(made.shown).toBe(false)
    expect(heard).toEqual(['dismissed'])
  })

  it('is the way once a screen reader begins to run', () => {
    const { telling } = shown()
    expect(telling.now().way).toBe('card')
    app.accessibilitySupportEnabled = true
    expect(telling.now().way).toBe('notification')
  })
})

import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seesRows, tellsByWords } from '../../../renderer/i18n/main/sees.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { createSeesRoom } from '../../../renderer/state/sees.ts'
import { messages } from '../../../resources/languages/main/en.po'
import type { Sees } from '../../../src/ports.ts'
import { plainDevice } from '../../../src/settings/choices.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages }))

const nothing: Sees = {
  system: 'linux',
  doNotDisturb: null,
  fullScreen: null,
  idle: true,
  lock: 'asked',
  tellsBy: { way: 'card', why: null },
}

describe('what Lull can see here', () => {
  it.each<[where: string, sees: Partial<Sees>, isPlaced: boolean, seen: string[]]>([
    ['on Windows', { system: 'windows', lock: 'told' }, true, []],
    ['on a Mac', { system: 'mac', lock: 'told' }, true, []],
    ['on a Linux desktop that says nothing', {}, true, []],
    [
      'on GNOME with X11',
      { doNotDisturb: { tool: 'gnome', isOn: true }, fullScreen: { isOn: null } },
      true,
      ['Do-not-disturb: on now', 'A program in full screen: it didn’t say just now'],
    ],
    [
      'on KDE with Wayland',
      { doNotDisturb: { tool: 'kde', isOn: false } },
      false,
      ['Do-not-disturb: off now'],
    ],
  ])(
    'is said for each thing, and what isn’t seen with what to do instead: %s',
    (_where, sees, isPlaced, seen) => {
      const rows = seesRows({ ...nothing, ...sees }, isPlaced)
      expect(rows.map(({ name }) => name)).toEqual([
        'Do-not-disturb',
        'A program in full screen',
        'The locked screen',
        'Sleep',
        'Whether somebody is here',
        'Your calls',
      ])
      const now = rows.filter((row) => row.now !== null).map((row) => `${row.name}: ${row.now}`)
      expect(now).toEqual(seen)
      const [quiet, full] = rows
      for (const row of [quiet, full])
        if (row && !row.isSeen)
          expect(row.says).toMatch(/choose Quiet in the tray|Choose Quiet in the tray/)
      expect(rows.every((row) => row.isSeen || row.now === null)).toBe(true)
    },
  )

  it('names the desktop where it is one of Wayland, and the missing tool where it isn’t', () => {
    const full = (isPlaced: boolean) => seesRows(nothing, isPlaced)[1]?.says
    expect(full(false)).toContain('Wayland')
    expect(full(true)).toContain('xprop')
  })
})

describe('whether somebody is here', () => {
  it('isn’t seen where the desktop doesn’t say so, and Lull says what that means', () => {
    const here = (idle: boolean) => seesRows({ ...nothing, idle }, false)[4]
    expect(here(true)).toMatchObject({ isSeen: true })
    expect(here(false)).toMatchObject({ isSeen: false })
    expect(here(false)?.says).toContain('Lock it in the tray')
  })
})

describe('the locked screen', () => {
  it('isn’t seen where the desktop neither tells of it nor says an idle time, and Lull says what to do', () => {
    const lock = (sees: Partial<Sees>) => seesRows({ ...nothing, ...sees }, false)[2]
    expect(lock({ lock: 'told', idle: false })).toMatchObject({ isSeen: true })
    expect(lock({ lock: 'asked', idle: true })).toMatchObject({ isSeen: true })
    expect(lock({ lock: 'asked', idle: false })).toMatchObject({ isSeen: false })
    expect(lock({ lock: 'asked', idle: false })?.says).toContain('Lock it in the tray')
  })
})

describe('by what Lull tells', () => {
  it('is said with its reason, where it isn’t what was chosen', () => {
    expect(
      [
        tellsByWords({ way: 'card', why: null }, 'fits'),
        tellsByWords({ way: 'notification', why: 'screen-reader' }, 'fits'),
        tellsByWords({ way: 'notification', why: 'placed' }, 'fits'),
        tellsByWords({ way: 'card', why: 'no-notification' }, 'notification'),
        tellsByWords({ way: 'notification', why: 'no-tray' }, 'tray'),
        tellsByWords({ way: 'tray', why: null }, 'tray'),
      ].map((text) => text.split(/[,.]/)[0]),
    ).toEqual([
      'Here that is a card',
      'Here that is a notification',
      'Here that is a notification',
      'This desktop shows no notifications',
      'This desktop shows no tray icons',
      'The icon changes for half a minute',
    ])
  })
})

describe('a look at the desktop', () => {
  it('is taken when somebody wants it; the last one counts, and a failure is said', async () => {
    const { bridge, answers, methods, tellShell } = fakeBridge({ 'sees.get': nothing })
    const room = createSeesRoom(connect(bridge))
    await settled()
    expect(room.store.getState()).toEqual({ sees: null, problem: null })
    await room.look()
    expect(room.store.getState().sees).toEqual(nothing)
    answers['sees.get'] = { ...nothing, lock: 'told' }
    const stop = room.follow()
    await settled()
    expect(room.store.getState().sees?.lock).toBe('told')
    const device = { ...plainDevice, startAtLogin: null, notice: null }
    const looks = () => methods().filter((method) => method === 'sees.get').length
    const before = looks()
    tellShell({ event: 'device', device: { ...device, tellBy: 'tray' } })
    tellShell({ event: 'device', device: { ...device, tellBy: 'tray', dim: true } })
    stop()
    tellShell({ event: 'device', device })
    await settled()
    expect(looks()).toBe(before + 1)
    answers['sees.get'] = refuse('failed')
    await room.look()
    expect(room.store.getState()).toMatchObject({ sees: { lock: 'told' }, problem: 'failed' })
  })
})

import { describe, expect, it } from 'vitest'
import {
  activeWindowOf,
  isFullScreen,
  isLockedBy,
  isQuietOnGnome,
  isQuietOnKde,
  isThere,
  lockerOf,
  quietToolOf,
} from '../../../src/prompts/presence.ts'

/** Printed by gsettings 2.74, busctl 252, xprop 1.2.5 and gdbus 2.74, or written from their documentation. */
describe('what a desktop prints of itself', () => {
  it.each([
    ['GNOME', 'gnome'],
    ['ubuntu:GNOME', 'gnome'],
    ['GNOME-Classic:GNOME', 'gnome'],
    ['KDE', 'kde'],
    ['XFCE', null],
    ['X-Cinnamon', null],
    ['', null],
  ] as const)('%j is a desktop of %j', (desktop, tool) => {
    expect(quietToolOf(desktop)).toBe(tool)
  })

  it.each([
    ['true\n', false],
    ['false\n', true],
    ['', null],
    ['No such schema \u201corg.gnome.desktop.notifications\u201d\n', null],
    ['true\nfalse\n', null],
  ])('GNOME, banners shown: %j', (output, quiet) => {
    expect(isQuietOnGnome(output)).toBe(quiet)
  })

  it.each([
    ['b true\n', true],
    ['b false\n', false],
    ['s "true"\n', null],
    ['', null],
  ])('KDE, inhibited: %j', (output, quiet) => {
    expect(isQuietOnKde(output)).toBe(quiet)
  })

  it.each([
    ['_NET_ACTIVE_WINDOW: window id # 0x2c00007\n', '0x2c00007'],
    ['_NET_ACTIVE_WINDOW: window id # 0x3a00003, 0x0\n', '0x3a00003'],
    ['_NET_ACTIVE_WINDOW: window id # 0x0\n', 'none'],
    ['_NET_ACTIVE_WINDOW:  not found.\n', null],
    ['_NET_ACTIVE_WINDOW:  no such atom on any window.\n', null],
    ['_NET_ACTIVE_WINDOW: window id # 0x2c00007; reboot\n', '0x2c00007'],
    ['', null],
  ])('X11, the window with the focus: %j', (output, window) => {
    expect(activeWindowOf(output)).toBe(window)
  })

  it.each([
    ['_NET_WM_STATE = _NET_WM_STATE_FULLSCREEN\n', true],
    ['_NET_WM_STATE = _NET_WM_STATE_ABOVE, _NET_WM_STATE_FULLSCREEN\n', true],
    ['_NET_WM_STATE(ATOM) = _NET_WM_STATE_FULLSCREEN\n', true],
    ['_NET_WM_STATE = _NET_WM_STATE_ABOVE, _NET_WM_STATE_SKIP_TASKBAR\n', false],
    ['_NET_WM_STATE = _NET_WM_STATE_MAXIMIZED_HORZ, _NET_WM_STATE_MAXIMIZED_VERT\n', false],
    ['_NET_WM_STATE:  not found.\n', false],
    ['_NET_WM_STATE:  no such atom on any window.\n', null],
    ['', null],
  ])('X11, how it stands: %j', (output, full) => {
    expect(isFullScreen(output)).toBe(full)
  })
})

describe('what gdbus hears of a locked screen', () => {
  const gnome = { name: 'org.gnome.ScreenSaver', path: '/org/gnome/ScreenSaver' }

  it('comes from whoever locks on this desktop', () => {
    expect(lockerOf('ubuntu:GNOME')).toEqual(gnome)
    expect(lockerOf('KDE')?.name).toBe('org.freedesktop.ScreenSaver')
    expect(lockerOf('XFCE')).toBeNull()
  })

  it.each([
    ['/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (true,)', true],
    ['/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (false,)', false],
    ['/org/gnome/ScreenSaver: org.gnome.ScreenSaver.WakeUpScreen ()', null],
    ['/org/kde/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (true,)', null],
    ["/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged ('true',)", null],
    ['Monitoring signals on object /org/gnome/ScreenSaver owned by org.gnome.ScreenSaver', null],
  ])('%j', (line, locked) => {
    expect(isLockedBy(gnome, line)).toBe(locked)
  })

  it.each([
    ['The name org.gnome.ScreenSaver is owned by :1.42', true],
    ['The name org.gnome.ScreenSaver does not have an owner', false],
    ['The name org.gnome.Shell is owned by :1.42', null],
    ['', null],
  ])('says whether somebody is there: %j', (line, there) => {
    expect(isThere(gnome, line)).toBe(there)
  })
})

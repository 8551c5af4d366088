import { expect, it } from 'vitest'
import { desktopOf } from '../../../electron/desktop.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }
const x11 = { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }

it.each([
  ['linux', wayland, '', true],
  ['linux', wayland, 'auto', true],
  ['linux', wayland, 'x11', false],
  ['linux', x11, '', false],
  ['linux', x11, 'wayland', true],
  // A session of Wayland that was left for X11, as over ssh.
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, '', false],
  ['linux', {}, '', false],
  ['win32', wayland, 'wayland', false],
  ['darwin', wayland, '', false],
] as const)(
  'windows are placed by the desktop on %s with %o and --ozone-platform=%s: %s',
  (platform, env, ozone, expected) => {
    expect(desktopOf({ platform, env, ozone }).compositorPlaces).toBe(expected)
  },
)

it.each([
  ['linux', false],
  ['win32', true],
  ['darwin', true],
] as const)('a drag is told apart on %s: %s', (platform, expected) => {
  expect(desktopOf({ platform, env: {}, ozone: '' }).tellsDrags).toBe(expected)
})

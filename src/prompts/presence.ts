/**
 * What a desktop says of itself, read from its own tools' output. Pure. Null: not the output of these,
 * so that nothing is taken from it.
 */

/** The desktop's own way to say that it is not to be disturbed. */
export const quietTools = ['gnome', 'kde'] as const
export type QuietTool = (typeof quietTools)[number]

/** By what XDG_CURRENT_DESKTOP names, several with colons between them: `ubuntu:GNOME`. */
export function quietToolOf(desktop: string): QuietTool | null {
  const names = desktop.toUpperCase().split(':')
  return names.includes('GNOME') ? 'gnome' : names.includes('KDE') ? 'kde' : null
}

/** Under Wayland an idle time comes from what only these two desktops have; elsewhere it is always 0. */
export const tellsIdle = (session: string, desktop: string): boolean =>
  session !== 'wayland' || quietToolOf(desktop) !== null

/** `gsettings get org.gnome.desktop.notifications show-banners`: no banners is do-not-disturb. */
export function isQuietOnGnome(output: string): boolean | null {
  const shown = /^(true|false)\s*$/.exec(output)?.[1]
  return shown === undefined ? null : shown === 'false'
}

/** `busctl --user get-property … org.freedesktop.Notifications Inhibited`: `b true`. */
export function isQuietOnKde(output: string): boolean | null {
  const inhibited = /^b (true|false)\s*$/.exec(output)?.[1]
  return inhibited === undefined ? null : inhibited === 'true'
}

/** X11: `xprop -root -notype _NET_ACTIVE_WINDOW`. `none` where no window has the focus. */
export function activeWindowOf(output: string): string | null {
  const id = /^_NET_ACTIVE_WINDOW: window id # (0x[0-9a-f]{1,8})\b/i.exec(output)?.[1]
  return id === undefined ? null : Number(id) === 0 ? 'none' : id
}

/** X11: `xprop -id … -notype _NET_WM_STATE` of the window with the focus. */
export function isFullScreen(output: string): boolean | null {
  // A window without any state has no such property.
  if (/^_NET_WM_STATE:\s+not found/i.test(output)) return false
  const states = /^_NET_WM_STATE(?:\(ATOM\))? = (.*)$/m.exec(output)?.[1]
  return states === undefined
    ? null
    : states.split(/,\s*/).some((state) => state.trim() === '_NET_WM_STATE_FULLSCREEN')
}

/** Whoever tells on the session bus that the screen was locked, by name and path. */
export interface Locker {
  name: string
  path: string
}

const lockers: Record<QuietTool, Locker> = {
  gnome: { name: 'org.gnome.ScreenSaver', path: '/org/gnome/ScreenSaver' },
  kde: { name: 'org.freedesktop.ScreenSaver', path: '/org/freedesktop/ScreenSaver' },
}
export function lockerOf(desktop: string): Locker | null {
  const tool = quietToolOf(desktop)
  return tool && lockers[tool]
}

/** A line of `gdbus monitor`: whether the screen is locked now; null for any other line. */
export function isLockedBy({ name, path }: Locker, line: string): boolean | null {
  const told = `${path}: ${name}.ActiveChanged (`
  if (!line.startsWith(told)) return null
  const active = line.slice(told.length).trim()
  return active === 'true,)' ? true : active === 'false,)' ? false : null
}

/** Whether whoever was monitored is there at all: `gdbus monitor` says so in its second line. */
export const isThere = ({ name }: Locker, line: string): boolean | null =>
  line.startsWith(`The name ${name} is owned by `)
    ? true
    : line.startsWith(`The name ${name} does not have an owner`)
      ? false
      : null

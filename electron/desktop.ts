/** What this desktop does with windows. */
export interface Desktop {
  /** Windows open where the desktop puts them, and can't be moved: on Wayland. */
  compositorPlaces: boolean
  /** It tells a person's drag (`will-move`) apart from other moves. */
  tellsDrags: boolean
}

interface Seen {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** The value of `--ozone-platform`; empty where it isn't given. */
  ozone: string
}

export const desktopOf = (seen: Seen): Desktop => ({
  compositorPlaces: isWayland(seen),
  tellsDrags: seen.platform === 'darwin' || seen.platform === 'win32',
})

/** Electron is a Wayland program in every Wayland session, unless it is told to be one of X11. */
function isWayland({ platform, env, ozone }: Seen): boolean {
  if (platform !== 'linux') return false
  if (ozone !== '' && ozone !== 'auto') return ozone === 'wayland'
  return env['XDG_SESSION_TYPE'] === 'wayland' && (env['WAYLAND_DISPLAY'] ?? '') !== ''
}

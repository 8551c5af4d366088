import { execFile } from 'node:child_process'

/** Whoever shows tray icons on a Linux desktop owns this name on the session bus. */
const watcher = 'org.kde.StatusNotifierWatcher'
const patienceMs = 2000

/**
 * Whether this desktop shows tray icons; null where nothing can be asked. Only Linux has desktops that
 * show none (GNOME without an extension), and says so over D-Bus; a window of Lull then says it once.
 */
export function traysAreShown(
  platform: NodeJS.Platform = process.platform,
): Promise<boolean | null> {
  if (platform !== 'linux') return Promise.resolve(true)
  const asked = ['call', '--session', '--dest', 'org.freedesktop.DBus']
  const what = ['--object-path', '/org/freedesktop/DBus', '--method']
  const method = ['org.freedesktop.DBus.NameHasOwner', watcher]
  return new Promise((resolve) => {
    execFile('gdbus', [...asked, ...what, ...method], { timeout: patienceMs }, (error, stdout) =>
      resolve(error ? null : ownerOf(stdout)),
    )
  })
}

/** What `gdbus` answers: `(true,)` or `(false,)`. */
export const ownerOf = (answer: string): boolean | null =>
  answer.includes('true') ? true : answer.includes('false') ? false : null

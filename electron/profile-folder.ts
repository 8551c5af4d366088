import { posix, win32 } from 'node:path'

export interface Place {
  /** What `--profile` named, or null. */
  profile: string | null
  packaged: boolean
  platform: NodeJS.Platform
  /** The running program. */
  execPath: string
  /** The AppImage that the program was unpacked from, where it was. */
  appImage: string | undefined
  exists: (folder: string) => boolean
}

/**
 * The folder that holds everything, or null for the system's own place: what `--profile` names, else
 * a folder `data` beside the program, which makes Lull run from a stick. Pure but for `exists`.
 */
export function profileFolder(place: Place): string | null {
  const { profile, packaged, platform, execPath, appImage, exists } = place
  const path = platform === 'win32' ? win32 : posix
  if (profile !== null) return path.resolve(profile)
  if (!packaged) return null
  // On macOS the program lies three folders deep: Lull.app/Contents/MacOS/Lull.
  const program = platform === 'darwin' ? path.resolve(execPath, '../../..') : execPath
  const image = platform === 'linux' ? appImage : undefined
  const data = path.join(path.dirname(image ?? program), 'data')
  return exists(data) ? data : null
}

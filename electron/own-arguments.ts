import { resolve } from 'node:path'

/**
 * What was meant for Lull: behind the program, and behind its folder where Electron runs that. What Electron
 * itself was given stands in front of the folder.
 */
export function ownArguments(argv: readonly string[], appPath: string | null): readonly string[] {
  if (appPath === null) return argv.slice(1)
  const at = argv.findIndex((arg, index) => index > 0 && resolve(arg) === resolve(appPath))
  return argv.slice(at < 0 ? 2 : at + 1)
}

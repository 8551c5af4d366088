import { dirname, resolve } from 'node:path'

/**
 * What was meant for Lull: behind the program, and behind its folder where Electron runs that. What Electron
 * itself was given stands in front of the folder.
 */
export function ownArguments(argv: readonly string[], appPath: string | null): readonly string[] {
  if (appPath === null) return argv.slice(1)
  const folder = resolve(appPath)
  const find = (is: (path: string) => boolean) =>
    argv.findIndex((arg, index) => index > 0 && is(resolve(arg)))
  // Electron may also be given a file in it.
  const named = find((path) => path === folder)
  const at = named < 0 ? find((path) => dirname(path) === folder) : named
  return argv.slice(at < 0 ? 2 : at + 1)
}

/** How a second process of this very program is written for a phone program's fields. Pure. */

export interface Program {
  /** The file to run. */
  path: string
  /** What stands between the program and the command: its folder where it isn't packed, its profile. */
  args: readonly string[]
}

/** One line for a field that takes a whole command, quoted as that system's programs read it. */
export const lineOf = ({ path, args }: Program, command: string, windows: boolean): string =>
  [path, ...args, command].map(windows ? quotedForWindows : quotedForShell).join(' ')

/** The parameters alone, for phone programs that have a field for the file and another for these. */
export const parametersOf = ({ args }: Program, command: string, windows: boolean): string =>
  [...args, command].map(windows ? quotedForWindows : quotedForShell).join(' ')

/** As Windows programs take their line apart: quotes around, a backslash before a quote doubled. */
function quotedForWindows(part: string): string {
  if (/^[\w:\\./-]+$/.test(part)) return part
  return `"${part.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`
}

const quotedForShell = (part: string): string =>
  /^[\w:./=-]+$/.test(part) ? part : `'${part.replaceAll("'", `'\\''`)}'`

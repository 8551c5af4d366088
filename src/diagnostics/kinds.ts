import type { Logged } from './log.ts'

/** What ended by itself and is told once, in one line; the gravest first. */
export const troubleKinds = ['vault', 'window', 'page', 'part', 'error'] as const
export type Trouble = (typeof troubleKinds)[number]

/** A setting as a report shows it: what is on, how many there are, and no name. */
export type Plain = string | number | boolean | null

/** What the shell says for a report. */
export interface ShellFacts {
  lull: string
  electron: string
  chromium: string
  node: string
  /** Kind and release of the system, and the processor. */
  system: string
  /** The session's kind, where the system has several. */
  session: 'wayland' | 'x11' | null
  packaged: boolean
  /** Where everything lies: without a name of a person in it. */
  place: 'usual' | 'chosen'
  /** The usual place, the home folder as `~`; null for another. */
  folder: string | null
  displays: number
  /** Files that a crash left in Lull's folder. Lull starts nothing that writes some. */
  dumps: number
  settings: Record<string, Plain>
  log: readonly Logged[]
}

/** What the vault says for a report: orders of magnitude, and no entry. */
export interface JournalFacts {
  state: 'absent' | 'locked' | 'open'
  /** Kilobytes of all that belongs to it, as an order of magnitude. */
  kilobytes: string
  copies: number
  /** When the last copy was made, as a day (UTC); null where there is none. */
  lastCopy: string | null
  /** Null while it isn't open. */
  inside: {
    sqlite: string
    cipher: string
    schema: number
    /** Rows of each table, as an order of magnitude. */
    rows: Record<string, string>
    settings: Record<string, Plain>
  } | null
}

/** What a look at every page of the file came to. */
export interface Checked {
  whole: boolean
  /** How many things weren't as they should be, at most 100. */
  problems: number
}

/** `0`, `1-9`, `10-99` and so on: says how a journal is built, and not how somebody is doing. */
export function magnitude(count: number): string {
  if (count < 1) return '0'
  const low = 10 ** (String(Math.floor(count)).length - 1)
  return `${low}-${low * 10 - 1}`
}

/** A path that may be shown: the home folder as `~`; null for one outside of it, which may name somebody. */
export function withoutHome(path: string, home: string, separator: string): string | null {
  const root = home.endsWith(separator) ? home.slice(0, -separator.length) : home
  if (root === '') return null
  if (path === root) return '~'
  return path.startsWith(root + separator) ? `~${path.slice(root.length)}` : null
}

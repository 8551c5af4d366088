import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEvent } from '../src/diagnostics/events.ts'
import { lineOf, linesIn, mostLines, mostLogBytes, type Logged } from '../src/diagnostics/log.ts'

export interface Log {
  add(event: LogEvent): void
  /** The oldest first, from earlier runs too. */
  lines(): readonly Logged[]
}

/**
 * The log of trouble: a ring in memory, and `trouble.log` in `folder`, 64 kB and as much again before it. One
 * that can't be written is no trouble of its own.
 */
export function createLog(folder: string): Log {
  const file = join(folder, 'trouble.log')
  const before = join(folder, 'trouble.1.log')
  let lines = [...linesIn(textOf(before)), ...linesIn(textOf(file))].slice(-mostLines)
  return {
    add(event) {
      const logged: Logged = { ...event, at: Date.now() }
      lines = [...lines, logged].slice(-mostLines)
      try {
        const line = lineOf(logged)
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
        if (size + line.length > mostLogBytes) renameSync(file, before)
        // At once, for what comes next may be the end.
        appendFileSync(file, line, { mode: 0o600 })
      } catch {
        // A full disk, for one: the line is in memory.
      }
    },
    lines: () => lines,
  }
}

function textOf(file: string): string {
  try {
    // Never more than Lull writes: what else lies there isn't read.
    return statSync(file).size > mostLogBytes ? '' : readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

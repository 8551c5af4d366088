import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why strace can't be used here, or null when it can. */
export function noStrace(): string | null {
  const tried = spawnSync('strace', ['-o', '/dev/null', 'true'])
  if (tried.error) return 'strace is not installed here'
  return tried.status === 0 ? null : `strace may not trace here: ${tried.stderr.toString().trim()}`
}

const repository = join(import.meta.dirname, '../..')

export interface Call {
  name: string
  /** As strace prints them, split at the commas outside of strings. */
  args: string[]
  result: number
}

/**
 * Runs a program of tests/faults/programs under strace: its system calls, in the order they ended. `root`:
 * a copy of this repository with a protection switched off, which may fail.
 */
export function trace(
  calls: readonly string[],
  program: string,
  input: unknown,
  root = repository,
): Call[] {
  const folder = mkdtempSync(join(tmpdir(), 'lull-strace-'))
  try {
    const output = join(folder, 'trace')
    const options = ['-f', '--seccomp-bpf', '-y', '-s', '2000000', '-o', output]
    const node = [process.execPath, join(root, 'tests/faults/programs', program)]
    const filter = `trace=${calls.join(',')}`
    const run = spawnSync('strace', [...options, '-e', filter, ...node, JSON.stringify(input)])
    if (run.status !== 0 && root === repository)
      throw new Error(`${program}: ${run.stderr.toString()}`)
    return parse(readFileSync(output, 'latin1'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The bytes of a string as strace prints it. */
export function bytesOf(argument: string): Buffer {
  if (!/^".*"$/s.test(argument)) throw new Error(`not a whole string: ${argument.slice(0, 40)}`)
  const text = argument.slice(1, -1).replace(/\\([0-7]{1,3}|.)/g, (_, escape: string) => {
    const known = escapes[escape]
    return known ?? (/^[0-7]/.test(escape) ? String.fromCharCode(parseInt(escape, 8)) : escape)
  })
  return Buffer.from(text, 'latin1')
}
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f' }

/** The file behind a descriptor that strace's `-y` names: `21</folder/journal.db>`. */
export const pathOf = (argument: string): string => /^[^<]*<(.*)>$/.exec(argument)?.[1] ?? ''

function parse(text: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    if (rest.endsWith(' <unfinished ...>')) {
      begun.set(thread, rest.slice(0, -' <unfinished ...>'.length))
      continue
    }
    const whole = resumed ? (begun.get(thread) ?? '') + resumed[1] : rest
    // Greedy, so that a string which holds the like of `) = 1` does no harm.
    const [, name, args = '', result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole) ?? []
    if (!name) continue
    const split = args.match(argument)?.map((one) => one.trim()) ?? []
    calls.push({ name, args: split, result: Number(result) })
  }
  return calls
}

const argument = /(?:"(?:[^"\\]|\\.)*"(?:\.\.\.)?|[^,"])+/g

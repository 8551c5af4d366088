/** A desk whose tools say what a test wants: programs in a folder, in place of those of the system. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions } from '../../tools/driver/driver.ts'
import { seen } from './agent.ts'

export interface DeskTools {
  /** How Lull is launched at this desk; `env` says which desktop it is. */
  launch(env?: NodeJS.ProcessEnv): LaunchOptions
  /** What a tool prints from now on. */
  prints(tool: string, text: string): void
  /** Waits until every question that Lull put to a tool has been answered, and the answer heard. */
  heard(): Promise<void>
  remove(): void
}

/** Each tool prints its text, whatever it is asked; with `also`, another one where that is asked for. */
export function deskTools(
  tools: Readonly<Record<string, string>>,
  also: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): DeskTools {
  const folder = mkdtempSync(join(tmpdir(), 'lull-tools-'))
  const prints = (tool: string, text: string) => writeFileSync(join(folder, `${tool}.txt`), text)
  for (const [tool, text] of Object.entries(tools)) {
    prints(tool, text)
    const cases = Object.entries(also[tool] ?? {}).map(([asked, other], nth) => {
      prints(`${tool}-${nth}`, other)
      return `*'${asked}'*) cat "$0-${nth}.txt";;`
    })
    const script = `#!/bin/sh\ncase "$*" in ${cases.join(' ')} *) cat "$0.txt";; esac\n`
    writeFileSync(join(folder, tool), script, { mode: 0o755 })
  }
  return {
    launch: (env = {}) => ({
      app: join(import.meta.dirname, 'programs/faked-tools.mjs'),
      env: { ...env, LULL_FAKED_TOOLS: folder },
    }),
    prints,
    heard: () => seen(() => waiting(join(folder, 'questions.txt'))).toBe(0),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** How many questions wait for their answer, in what tests/e2e/programs/faked-tools.mjs wrote. */
function waiting(questions: string): number {
  if (!existsSync(questions)) return 0
  const told = readFileSync(questions, 'utf8').split('\n')
  const times = (what: string) => told.filter((line) => line === what).length
  return times('asked') - times('heard')
}

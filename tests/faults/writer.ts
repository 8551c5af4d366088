import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { WriterInput } from './programs/writer-input.ts'

const program = join(import.meta.dirname, 'programs/writer.ts')

/**
 * Runs the writer and kills it, without a chance to tidy up, when it has said `lines` lines.
 * Answers the names of everything that it acknowledged before it was gone.
 */
export async function killedWriter(
  input: WriterInput,
  lines: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(input)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_, signal) => resolve(signal))
  })
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (said.length === lines) child.kill('SIGKILL')
  }
  if ((await gone) !== 'SIGKILL') throw new Error('the writer ended before it was killed')
  return said.flatMap((line) => /^acked (.*-.*)$/.exec(line)?.[1] ?? [])
}

import { execFileSync, spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

/**
 * Puts a pipe there, into which somebody is about to write `text`: who takes it for a file reads that, and who takes it
 * for nothing waits for nobody.
 */
export function pipeSaying(path: string, text: string): void {
  execFileSync('mkfifo', [path])
  const writer = spawn('sh', ['-c', 'printf %s "$1" > "$0"', path, text], { stdio: 'ignore' })
  onTestFinished(() => void writer.kill('SIGKILL'))
}

import type { ChildProcess } from 'node:child_process'
import type { Ended } from './driver.ts'

/** Keeps what a process says. */
export function gather(child: ChildProcess): {
  stdout: () => string
  stderr: () => string
} {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    stdout += part
  })
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr += part
    if (process.env['LULL_STDERR'] === '1') process.stderr.write(part)
  })
  return { stdout: () => stdout, stderr: () => stderr }
}

/** Resolves once a process has ended and said all it had to. */
export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })))

export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

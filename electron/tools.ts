import { execFile } from 'node:child_process'

const patienceMs = 2_000
/** No desk has so much to say. */
const mostBytes = 4 * 1024 * 1024

/**
 * What one of the system's own tools wrote, called by its fixed place and with fixed words; null when it
 * failed, took too long, or isn't there.
 */
export const askTool = (file: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const limits = { timeout: patienceMs, maxBuffer: mostBytes, windowsHide: true }
    execFile(file, args, limits, (error, stdout) => resolve(error ? null : stdout))
  })

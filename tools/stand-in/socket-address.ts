import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** A local socket inside `folder`, or on Windows the named pipe that belongs to it. */
export const socketAddress = (folder: string, name = 'line'): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\lull-${createHash('sha256').update(`${folder}/${name}`).digest('hex').slice(0, 24)}`
    : join(folder, name)

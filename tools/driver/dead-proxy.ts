import { createServer } from 'node:net'

/** A proxy that counts every connection, keeps its first line, and refuses it. */
export interface DeadProxy {
  address: string
  lines: string[]
  close(): void
}

const saidNothing = '(said nothing)'

/**
 * Throws where something tried to leave. A connection that named nobody went nowhere: Chromium opens some ahead,
 * and a kill can come before the first word.
 */
export function holdToNothing(lines: readonly string[]): void {
  const named = lines.filter((line) => line !== saidNothing)
  if (named.length > 0) throw new Error(`Lull sends nothing, and yet: ${named.join(', ')}`)
}

export async function openDeadProxy(): Promise<DeadProxy> {
  const lines: string[] = []
  const server = createServer((socket) => {
    // Counted as soon as it connects, named once it has said something.
    const index = lines.push(saidNothing) - 1
    socket.once('data', (chunk) => {
      lines[index] = chunk.toString('latin1').split('\r\n')[0] ?? ''
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
    })
    socket.on('error', () => socket.destroy())
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the dead proxy has no port')
  return { address: `127.0.0.1:${address.port}`, lines, close: () => server.close() }
}

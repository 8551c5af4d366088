import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** What a process tree asked the system to send, as strace tells it. */
export interface CallsOut {
  /** The exit code of the command. */
  status: number | null
  /** How many calls were looked at, and how many of them stayed on this machine's loopback. */
  seen: number
  looped: number
  /** Those that went to another machine, as strace prints them. */
  out: string[]
}

const calls = 'trace=connect,sendto,sendmsg,sendmmsg'
const options = ['-f', '--seccomp-bpf', '-qq', '-yy', '-s', '0', '-e', calls, '-e', 'signal=none']

/** Runs a command under strace, children and all. `says`: its output is shown. Rejects where strace isn't there. */
export async function callsOut(command: readonly string[], says = false): Promise<CallsOut> {
  // What strace tells comes by its stderr, so the command has none of its own.
  const own = ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...command]
  const child = spawn('strace', [...options, ...own], {
    stdio: ['ignore', says ? 'inherit' : 'ignore', 'pipe'],
  })
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  const found: CallsOut = { status: null, seen: 0, looped: 0, out: [] }
  createInterface({ input: child.stderr.setEncoding('latin1') }).on('line', (line) => {
    found.seen++
    const where = whereTo(line)
    if (where === 'loopback') found.looped++
    if (where === 'out') found.out.push(line)
  })
  found.status = await ended
  return found
}

/**
 * Where a call goes. A `connect` of a datagram socket sends nothing: Chromium asks the kernel that way whether
 * there is a route for IPv6. What is sent over one counts.
 */
function whereTo(line: string): 'out' | 'loopback' | 'nowhere' {
  const [, call = '', socket = ''] = /^(?:\[pid +\d+\] )?(\w+)\(\d+<(\w+):/.exec(line) ?? []
  if (!/^(?:TCP|UDP|RAW|ICMP)/.test(socket)) return 'nowhere'
  if (/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|->\[?(?:127\.|::1)/.test(line))
    return 'loopback'
  return call === 'connect' && socket.startsWith('UDP') ? 'nowhere' : 'out'
}

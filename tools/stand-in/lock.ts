import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { socketAddress } from './socket-address.ts'

export interface SecondInstance {
  argv: string[]
  folder: string
  data: unknown
}

/** The lock of a profile: a local socket that the first process listens on. */
export interface Lock {
  /** True: this is the first process. False: the first one has been told of `said`. */
  request(said: SecondInstance): boolean
  has(): boolean
  release(): void
}

/** `folder` is asked for at the request, as the app may set its path until then. */
export function createLock(folder: () => string, onSecond: (said: SecondInstance) => void): Lock {
  let server: Server | null = null
  let link: string | null = null

  function listen(address: string): boolean {
    // Bound before `listen` returns; only the event that tells it comes later.
    const made = createServer((socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (part) => {
        text += part
        if (!text.endsWith('\n')) return
        const said: SecondInstance = JSON.parse(text)
        socket.end('taken')
        onSecond(said)
      })
      socket.on('error', () => socket.destroy())
    })
    made.on('error', () => made.close())
    made.listen(address)
    if (!made.listening) return false
    made.unref()
    server = made
    return true
  }

  return {
    request(said) {
      if (server) return true
      mkdirSync(folder(), { recursive: true })
      const address = addressIn(folder())
      const turn = join(folder(), 'SingletonTurn')
      return inTurn(turn, () => {
        if (deliver(address, said)) return false
        if (process.platform !== 'win32') {
          link = makeLink(join(folder(), 'SingletonLock'))
          if (link === null) return false
          rmSync(address, { force: true })
        }
        if (!listen(address)) throw new Error(`[stand-in] can't listen on ${address}`)
        return true
      })
    },
    has: () => server !== null,
    release() {
      server?.close()
      server = null
      if (link !== null) rmSync(link, { force: true })
      link = null
    },
  }
}

/**
 * As Chromium's on POSIX: a symbolic link to `computer-process`. One that this computer left behind is replaced;
 * another computer's, or what is no link, stays, and nobody is told of anything. Null: there is none.
 */
function makeLink(path: string): string | null {
  const other = linkAt(path)
  if (other !== null && other.slice(0, other.lastIndexOf('-')) !== hostname()) return null
  if (other !== null) rmSync(path)
  try {
    symlinkSync(`${hostname()}-${process.pid}`, path)
    return path
  } catch {
    return null
  }
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/** A socket's address is short everywhere; a profile's path may not be. */
function addressIn(folder: string): string {
  const inside = socketAddress(folder, 'SingletonSocket')
  if (inside.length < 100) return inside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  return join(tmpdir(), `lull-${name}.sock`)
}

/** Two processes that start at once ask one after the other. */
function inTurn<T>(file: string, run: () => T): T {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 400; tries++) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      try {
        return run()
      } finally {
        rmSync(file, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (!holderLives(file)) rmSync(file, { force: true })
      else Atomics.wait(pause, 0, 0, 10)
    }
  }
  throw new Error(`[stand-in] ${file} is held`)
}

function holderLives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Zero: taken this instant, not yet written.
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Hands `said` to the process that listens at `address` and waits for its word. Electron's request is
 * synchronous, so a thread does the talking while this one waits.
 */
function deliver(address: string, said: SecondInstance): boolean {
  const state = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(deliverer, {
    eval: true,
    workerData: { address, text: `${JSON.stringify(said)}\n`, state },
  })
  Atomics.wait(state, 0, 0, 20_000)
  void worker.terminate()
  return Atomics.load(state, 0) === 1
}

const deliverer = `
const { workerData: { address, text, state } } = require('node:worker_threads')
const tell = (value) => { Atomics.compareExchange(state, 0, 0, value); Atomics.notify(state, 0) }
const socket = require('node:net').connect(address, () => socket.write(text))
socket.on('data', () => tell(1)).on('error', () => tell(2)).on('close', () => tell(2))
`

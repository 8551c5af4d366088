import type { Socket } from 'node:net'
import { deserialize, serialize } from 'node:v8'

/**
 * What may be said over a line in one direction: each kind is a function from its body to its answer
 * (a promise where the other side needs time).
 */
export type Words = Record<string, (body: never) => unknown>

type Body<W extends Words, K extends keyof W> = Parameters<W[K]>[0]
type Reply<W extends Words, K extends keyof W> = Awaited<ReturnType<W[K]>>

type Frame<Part> =
  | { kind: string; body: Part; call: number | null }
  | { answer: number; value: Part; error: string | null }
/** What has arrived is typed by whoever hears it. */
type Arrived = Frame<never>

/** A private line between two processes: frames of v8's own format over a local socket, in order. */
export interface Line<Out extends Words, In extends Words> {
  /** Says something that needs no answer. */
  send<K extends keyof Out & string>(kind: K, body: Body<Out, K>): void
  /** Asks, and resolves with the answer; rejects when the other side throws or the line ends. */
  call<K extends keyof Out & string>(kind: K, body: Body<Out, K>): Promise<Reply<Out, K>>
  on<K extends keyof In & string>(
    kind: K,
    hear: (body: Body<In, K>) => Reply<In, K> | Promise<Reply<In, K>>,
  ): void
  onEnd(run: () => void): void
  end(): void
}

export function createLine<Out extends Words, In extends Words>(socket: Socket): Line<Out, In> {
  const heard = new Map<string, (body: never) => unknown>()
  const open = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let calls = 0
  let rest: Buffer = Buffer.alloc(0)
  let ended = false

  const write = (frame: Frame<unknown>) => {
    if (ended || socket.destroyed) return
    const body = serialize(frame)
    const head = Buffer.alloc(4)
    head.writeUInt32LE(body.length)
    socket.write(Buffer.concat([head, body]))
  }

  async function answer(frame: Extract<Arrived, { kind: string }>) {
    const hear = heard.get(frame.kind)
    let value: unknown
    let error: string | null = null
    try {
      if (!hear) throw new Error(`nobody hears "${frame.kind}"`)
      value = await hear(frame.body)
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause)
      if (frame.call === null) process.stderr.write(`[stand-in] ${frame.kind}: ${error}\n`)
    }
    if (frame.call !== null) write({ answer: frame.call, value, error })
  }

  function take(frame: Arrived) {
    if ('kind' in frame) return void answer(frame)
    const waiting = open.get(frame.answer)
    open.delete(frame.answer)
    if (frame.error !== null) waiting?.reject(new Error(frame.error))
    else waiting?.resolve(frame.value)
  }

  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (rest.length >= 4) {
      const length = rest.readUInt32LE(0)
      if (rest.length < 4 + length) break
      const frame: Arrived = deserialize(rest.subarray(4, 4 + length))
      rest = rest.subarray(4 + length)
      take(frame)
    }
  })
  const ending: (() => void)[] = []
  const finish = () => {
    if (ended) return
    ended = true
    for (const waiting of open.values()) waiting.reject(new Error('the line ended'))
    open.clear()
    for (const run of ending) run()
  }
  socket.on('close', finish)
  socket.on('error', finish)

  return {
    send: (kind, body) => write({ kind, body, call: null }),
    call(kind, body) {
      if (ended) return Promise.reject(new Error('the line ended'))
      const id = ++calls
      const waiting = Promise.withResolvers<never>()
      open.set(id, waiting)
      write({ kind, body, call: id })
      return waiting.promise
    },
    on: (kind, hear) => void heard.set(kind, hear),
    onEnd: (run) => void ending.push(run),
    end: () => void socket.end(),
  }
}

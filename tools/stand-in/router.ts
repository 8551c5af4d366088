/** Who holds a port: a process on a line, or a page. */
export interface Holder {
  /** Pages start a port by themselves as soon as it arrives. */
  startsAtOnce: boolean
  deliver(port: string, data: unknown, ports: string[]): void
  closed(port: string): void
}

interface End {
  other: string
  holder: Holder
  started: boolean
  /** Its other end is gone; it closes once it has heard what was sent before. */
  orphan: boolean
  waiting: { data: unknown; ports: string[] }[]
}

/** Passes messages between the two ends of every channel, wherever they lie. */
export interface Router {
  pair(ports: [string, string], holder: Holder): void
  /** The port now lies with `holder`, as part of a message that is on its way to it. */
  move(ports: readonly string[], holder: Holder): void
  send(from: string, data: unknown, ports: string[]): void
  start(port: string): void
  close(port: string): void
  /** The holder is gone, and with it its ends. */
  drop(holder: Holder): void
  /** How many messages have been passed so far. */
  passed(): number
}

export function createRouter(): Router {
  const ends = new Map<string, End>()
  let passed = 0

  function flush(id: string, end: End) {
    while (end.started && end.waiting.length > 0) {
      const message = end.waiting.shift()
      if (!message) return
      passed++
      move(message.ports, end.holder)
      end.holder.deliver(id, message.data, message.ports)
    }
    if (!end.orphan || end.waiting.length > 0) return
    ends.delete(id)
    end.holder.closed(id)
  }

  function move(ports: readonly string[], holder: Holder) {
    for (const id of ports) {
      const end = ends.get(id)
      if (!end) continue
      end.holder = holder
      end.started = holder.startsAtOnce
    }
    // What waited goes after the message that brings the port; so does the news that it is orphaned.
    queueMicrotask(() => {
      for (const id of ports) {
        const end = ends.get(id)
        if (end) flush(id, end)
      }
    })
  }

  function close(id: string) {
    const end = ends.get(id)
    ends.delete(id)
    if (!end) return
    const other = ends.get(end.other)
    if (!other) return
    other.orphan = true
    flush(end.other, other)
  }

  return {
    pair([a, b], holder) {
      ends.set(a, { other: b, holder, started: false, orphan: false, waiting: [] })
      ends.set(b, { other: a, holder, started: false, orphan: false, waiting: [] })
    },
    move,
    send(from, data, ports) {
      const end = ends.get(from)
      const to = end && ends.get(end.other)
      if (!end || !to) return
      to.waiting.push({ data, ports })
      flush(end.other, to)
    },
    start(port) {
      const end = ends.get(port)
      if (!end) return
      end.started = true
      flush(port, end)
    },
    close,
    drop(holder) {
      for (const [id, end] of ends) if (end.holder === holder) close(id)
    },
    passed: () => passed,
  }
}

/** The built Lull with a probe beside its main (programs/probed.mjs). */
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { launch, type LaunchOptions, type Lull } from '../driver/driver.ts'
import { throwAway } from '../driver/folders.ts'
import { socketAddress } from '../stand-in/socket-address.ts'

/** A timer of Lull's own that fired. */
export interface Fired {
  /** By the clock of the process, ms. */
  at: number
  where: 'main' | 'vault'
  name: 'setTimeout' | 'setInterval'
  ms: number
  /** The line of the built program that set it. */
  setBy: string
}

interface Answers {
  watch: null
  stall: { longestMs: number }
  timers: Fired[]
}

export interface ProbedLull {
  lull: Lull
  /** `watch` begins to look at main's event loop, `stall` ends it; `timers` hands over what fired since. */
  ask: <Word extends keyof Answers>(word: Word) => Promise<Answers[Word]>
}

export async function launchProbed(options: LaunchOptions = {}): Promise<ProbedLull> {
  const address = socketAddress(throwAway(), 'probe')
  const lull = await launch({
    ...options,
    app: join(import.meta.dirname, 'programs/probed.mjs'),
    env: { ...options.env, LULL_BENCH_PROBE: address },
  })
  return {
    lull,
    async ask(word) {
      const socket = connect(address)
      socket.setEncoding('utf8').write(word)
      let text = ''
      socket.on('data', (part: string) => {
        text += part
        if (text.endsWith('\n')) socket.end()
      })
      await once(socket, 'close')
      return JSON.parse(text)
    },
  }
}

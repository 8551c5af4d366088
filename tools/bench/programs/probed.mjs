/**
 * The built Lull with a probe beside its main: how long its event loop stood still, and which timers
 * of its own fired, there and in the vault. Answers at the socket of LULL_BENCH_PROBE, a word a line.
 */
import { utilityProcess } from 'electron'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { countTimers } from './timers.mjs'

const address = process.env['LULL_BENCH_PROBE']
delete process.env['LULL_BENCH_PROBE']
const counted = countTimers('main')
/** Looks every millisecond, so that a stall is known to about a millisecond. */
const delay = monitorEventLoopDelay({ resolution: 1 })

const fork = utilityProcess.fork.bind(utilityProcess)
utilityProcess.fork = (path, args, options) => {
  const child = fork(join(import.meta.dirname, 'probed-vault.mjs'), args, {
    ...options,
    env: { ...process.env, LULL_BENCH_VAULT: path },
  })
  child.on('message', (said) => {
    if (said.kind === 'bench.timer') counted.push(said.fired)
  })
  return child
}

const asked = {
  watch() {
    delay.enable()
    delay.reset()
  },
  stall() {
    delay.disable()
    return { longestMs: delay.max / 1e6 }
  },
  timers: () => counted.splice(0),
}

// A second process hands its command over and has nothing to tell.
if (address && !existsSync(address)) {
  createServer((socket) => {
    socket.setEncoding('utf8').on('data', (word) => {
      socket.write(`${JSON.stringify(asked[word.trim()]?.() ?? null)}\n`)
    })
  })
    .listen(address)
    .unref()
}

await import('../../../out/main/main.js')

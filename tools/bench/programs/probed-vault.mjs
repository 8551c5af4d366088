/** The vault with its timers counted; main's probe hears of each. */
import { pathToFileURL } from 'node:url'
import { countTimers } from './timers.mjs'

const vault = process.env['LULL_BENCH_VAULT']
delete process.env['LULL_BENCH_VAULT']
countTimers('vault', (fired) => process.parentPort.postMessage({ kind: 'bench.timer', fired }))
await import(pathToFileURL(vault).href)

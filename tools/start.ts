/** `npm start`: builds Lull and runs it, on Electron or on the stand-in, and says which and why. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { demoYear, plan, zone } from './demo/plan.ts'
import { demoPassphrase, write } from './demo/write.ts'
import { canShowWindows } from './stand-in/chromium.ts'
import { isHeadless } from './stand-in/display.ts'
import { chooseRuntime, electronBinary } from './runtime.ts'

const root = join(import.meta.dirname, '..')
const demo = process.argv.includes('--demo')
const args = process.argv.slice(2).filter((arg) => arg !== '--demo')
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

if (demo && args.some((arg) => arg.startsWith('--profile'))) {
  say('--demo brings a profile of its own, and throws it away; leave --profile out.')
  process.exit(2)
}

// A test starts what has been built already.
if (process.env['LULL_BUILT'] !== '1') build()

const runtime = await chooseRuntime(true)
say(`Running on ${runtime.name === 'electron' ? 'Electron' : 'the stand-in'}. ${runtime.why}`)

// An interrupted start waits for Lull to end, or ends at once where Lull doesn't run yet; either way the
// demo's profile is thrown away.
let running: ChildProcess | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (running) running.kill(signal)
    else process.exit(1)
  })

const binary = electronBinary()
const shown = runtime.name === 'electron' || (!isHeadless() && canShowWindows())
if (demo) {
  const profile = await demoProfile()
  if (shown) args.push('--profile', profile)
  else args.push(profile)
}
if (runtime.name === 'electron' && binary) run(binary, [root, ...args])
else if (shown) run(process.execPath, [join(root, 'tools/stand-in/run.ts'), root, '--', ...args])
else {
  const what = demo ? 'looks through the demo year' : 'plays its main job on a throw-away profile'
  say(
    isHeadless()
      ? `There is no display here, so Lull ${what} without one.`
      : `The Chromium that came along shows no windows, so Lull ${what} without any. With a Chromium or Chrome installed, or named by LULL_CHROMIUM, you would see it.`,
  )
  run(process.execPath, [join(root, demo ? 'tools/demo/look.ts' : 'tools/tour.ts'), ...args])
}

/** A profile with a year in it, in the system's folder for what can be thrown away. */
async function demoProfile(): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'lull-demo-'))
  process.on('exit', () => rmSync(profile, { recursive: true, force: true }))
  const from = performance.now()
  const year = plan({ ...demoYear, end: Temporal.Now.plainDateISO(zone).toString() })
  await write(year, join(profile, 'journal'))
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  say(`A year of an agent who doesn't exist: ${year.length} shifts, written in ${seconds} s.`)
  say(`The passphrase is: ${demoPassphrase}`)
  return profile
}

function run(command: string, commandArgs: string[]) {
  running = spawn(command, commandArgs, { cwd: root, stdio: 'inherit' })
  running.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

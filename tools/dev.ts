/**
 * `npm run dev`: builds and starts Lull, and does so again whenever a source changes. Pages always come
 * from the built files by our own scheme, in development as in life, so there is no server to trust.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { chooseRuntime, electronBinary } from './runtime.ts'
import { isHeadless } from './stand-in/display.ts'

const root = join(import.meta.dirname, '..')
const profile = join(root, 'out/dev-profile')
const sources = ['electron', 'renderer', 'resources', 'src']
/** An editor writes a file in several steps. */
const settleMs = 200

const runtime = await chooseRuntime(true)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
say(`Developing on ${runtime.name}, with the profile in out/dev-profile. ${runtime.why}`)
if (runtime.name === 'stand-in' && isHeadless()) say('There is no display here: it runs unseen.')

let running: ChildProcess | null = null
let building: ChildProcess | null = null
let settling: NodeJS.Timeout | undefined

function build() {
  // A change during a build makes that build stale.
  building?.kill()
  const started = spawn('electron-vite', ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  building = started
  started.on('exit', (code) => {
    if (building !== started) return
    building = null
    if (code === 0) restart()
    else say('That did not build; what ran before goes on.')
  })
}

function restart() {
  const start = () => {
    const binary = runtime.name === 'electron' ? electronBinary() : null
    const [command, ...args] = binary
      ? [binary, root]
      : [process.execPath, join(root, 'tools/stand-in/run.ts'), root, '--']
    running = spawn(command ?? '', [...args, '--profile', profile], { cwd: root, stdio: 'inherit' })
    say('Started.')
  }
  const before = running
  if (before === null || before.exitCode !== null || before.signalCode !== null) return start()
  before.once('exit', start)
  before.kill()
}

for (const source of sources)
  watch(join(root, source), { recursive: true }, () => {
    clearTimeout(settling)
    settling = setTimeout(build, settleMs)
  })
build()

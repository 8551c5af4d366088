/** `npm start`: builds Lull and runs it, on Electron or on the stand-in, and says which and why. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { canShowWindows } from './stand-in/chromium.ts'
import { isHeadless } from './stand-in/display.ts'
import { chooseRuntime, electronBinary } from './runtime.ts'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const build = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (build.status !== 0) process.exit(build.status ?? 1)

const runtime = await chooseRuntime(true)
say(`Running on ${runtime.name === 'electron' ? 'Electron' : 'the stand-in'}. ${runtime.why}`)

const binary = electronBinary()
if (runtime.name === 'electron' && binary) run(binary, [root, ...args])
else if (!isHeadless() && canShowWindows())
  run(process.execPath, [join(root, 'tools/stand-in/run.ts'), root, '--', ...args])
else {
  say(
    isHeadless()
      ? 'There is no display here, so Lull plays its main job without one, on a throw-away profile.'
      : 'The Chromium that came along shows no windows, so Lull plays its main job without any, on a throw-away profile. With a Chromium or Chrome installed, or named by LULL_CHROMIUM, you would see it.',
  )
  run(process.execPath, [join(root, 'tools/tour.ts')])
}

function run(command: string, commandArgs: string[]) {
  const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit' })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

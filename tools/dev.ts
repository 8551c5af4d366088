/** `npm run dev`: electron-vite's own on Electron; without its binary, build-watch and the stand-in. */
import { spawn } from 'node:child_process'
import { existsSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { chooseRuntime } from './runtime.ts'

const root = join(import.meta.dirname, '..')
const shell = process.platform === 'win32'
const runtime = await chooseRuntime(true)
process.stdout.write(`Developing on ${runtime.name}. ${runtime.why}\n`)

if (runtime.name === 'electron') {
  const dev = spawn('electron-vite', ['dev', '--watch'], { cwd: root, stdio: 'inherit', shell })
  dev.on('exit', (code) => process.exit(code ?? 1))
} else {
  rmSync(join(root, 'out/main'), { recursive: true, force: true })
  const build = spawn('electron-vite', ['build', '--watch'], { cwd: root, stdio: 'inherit', shell })
  build.on('exit', (code) => process.exit(code ?? 1))
  restartWhenBuilt()
}

/** Starts the stand-in once everything is built, and again whenever something was built anew. */
function restartWhenBuilt() {
  const parts = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/main/index.html']
  let running: ReturnType<typeof spawn> | null = null
  let settle: NodeJS.Timeout | undefined

  function restart() {
    if (!parts.every((part) => existsSync(join(root, part)))) return
    running?.kill()
    const profile = join(root, 'out/dev-profile')
    running = spawn(
      process.execPath,
      [join(root, 'tools/stand-in/run.ts'), root, '--', '--profile', profile],
      { cwd: root, stdio: 'inherit' },
    )
  }
  watch(join(root, 'out'), { recursive: true }, (_event, file) => {
    if (file === null || file.startsWith('dev-profile')) return
    clearTimeout(settle)
    settle = setTimeout(restart, 500)
  })
}

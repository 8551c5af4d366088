/**
 * Runs a built Electron app on the stand-in:
 *
 *   node tools/stand-in/run.ts <app folder or main file> [-- arguments of the app]
 *
 * This process becomes the app's main process; Chromium lives in another one (host.ts).
 */
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { becomeBoringSsl } from './boringssl.ts'
import { installClock } from './clock.ts'
import { obeyControls } from './control.ts'
import { host, onHost } from './link.ts'
import { hearPorts, joinPorts } from './ports.ts'
import { startChromium } from './session.ts'
import { setInterval } from './real-time.ts'

const named = process.argv[2]
if (named === undefined) {
  process.stderr.write('run.ts needs an app: node tools/stand-in/run.ts <folder> [-- arguments]\n')
  process.exit(2)
}
const appPath = resolve(named)
const args = process.argv.slice(process.argv[3] === '--' ? 4 : 3)
// A packaged program is its own; an unpackaged one stands behind what Electron itself was given.
const given = app.isPackaged ? [] : ['-r', 'probe.cjs', '--remote-debugging-port=0', appPath]
process.argv = [process.execPath, ...given, ...args]

const electron = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: electron, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
becomeBoringSsl()
Object.assign(process.versions, { electron: '45.4.1', chrome: '150.0.0.0' })
Object.assign(process, {
  type: 'browser',
  resourcesPath: appPath,
  ...(app.isPackaged ? {} : { defaultApp: true }),
})

// Main lives until it quits, whatever it has to do.
setInterval(() => {}, 2 ** 30)

joinPorts(host)
onHost(hearPorts)
obeyControls()
const clock = installClock()
onHost((line) => {
  line.on('settle', () => clock.settle())
  line.on('step', ({ ms }) => clock.step(ms))
})

process.on('uncaughtException', (error) => {
  // As in Electron: a listener of the app's own stands in for the dialog.
  if (process.listenerCount('uncaughtException') > 1) return
  // Electron shows a dialog here; a test must see it.
  process.stderr.write(`Uncaught exception in main: ${error.stack ?? error.message}\n`)
  process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())

// Only once main's modules have been evaluated does Electron become ready: a top-level
// `await app.whenReady()` waits for itself, here as there.
await import(pathToFileURL(app.describe(appPath)).href)
startChromium()
app.announceReady()

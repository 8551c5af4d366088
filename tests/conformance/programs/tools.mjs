/** What the programs share: a voice, and a window with a page and a preload of their own. */
import { app, BrowserWindow, protocol, session } from 'electron'
import { join } from 'node:path'

export const say = (text) => process.stdout.write(`${text}\n`)

/** Says `refused`, or `allowed` where nothing was thrown. */
export function attempt(what, run) {
  try {
    run()
    say(`${what}: allowed`)
  } catch (error) {
    say(`${what}: refused`)
    if (process.env['LULL_SHOW']) say(String(error))
  }
}

/** Runs once the program is ready. */
export const ready = (run) => void app.whenReady().then(run)

/** The stand-in takes a program's word for it that it runs on macOS; Electron isn't asked elsewhere. */
export const onMac = () => Object.defineProperty(process, 'platform', { value: 'darwin' })

/** Until a desktop has done what it was told: real Electron's takes a moment, and says nothing when it is over. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

export const end = () => app.exit(0)

export const declare = () =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ])

/** A shown or hidden window on `app://test/`, once it has loaded. */
export async function open({ html = '<p>hello</p>', preload, show = false, loaded = true } = {}) {
  const own = session.fromPartition('conformance')
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  if (!own.protocol.isProtocolHandled('app'))
    own.protocol.handle(
      'app',
      () => new Response(open.html, { headers: { 'content-type': 'text/html' } }),
    )
  open.html = `<!doctype html><title>test</title>${html}`
  const window = new BrowserWindow({
    show,
    webPreferences: {
      session: own,
      ...(preload ? { preload: join(import.meta.dirname, preload) } : {}),
    },
  })
  const loading = window.loadURL('app://test/page/index.html')
  if (loaded) await loading
  return window
}

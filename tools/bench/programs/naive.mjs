/** A window of the pause's size with the naive pacer in it (programs/naive), built by Vite beforehand. */
import { app, BrowserWindow, protocol, session } from 'electron'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
])
app.on('window-all-closed', () => {})
app.once('ready', () => {
  const own = session.fromPartition('naive')
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.protocol.handle('app', async ({ url }) => {
    const file = basename(new URL(url).pathname)
    return new Response(await readFile(join(process.env.LULL_BENCH_NAIVE, file)), {
      headers: { 'content-type': types[file.split('.').at(-1)] ?? 'text/plain' },
    })
  })
  const window = new BrowserWindow({ width: 420, height: 440, webPreferences: { session: own } })
  void window.loadURL('app://naive/pause/index.html')
})

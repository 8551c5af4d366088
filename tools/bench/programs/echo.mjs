/**
 * An empty port: a window of the same kind as Lull's, and a utility process that sends back what it
 * hears. No rights, no schema, no companion.
 */
import { app, BrowserWindow, MessageChannelMain, protocol, session, utilityProcess } from 'electron'
import { join } from 'node:path'

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
])
app.on('window-all-closed', () => {})
app.once('ready', () => {
  const own = session.fromPartition('echo')
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.protocol.handle(
    'app',
    () =>
      new Response('<!doctype html><title>Echo</title><p>echo</p>', {
        headers: { 'content-type': 'text/html' },
      }),
  )
  const window = new BrowserWindow({
    width: 980,
    height: 680,
    webPreferences: { session: own, preload: join(import.meta.dirname, 'echo-preload.cjs') },
  })
  const child = utilityProcess.fork(join(import.meta.dirname, 'echo-child.mjs'))
  window.webContents.on('did-finish-load', () => {
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ kind: 'window' }, [port1])
    window.webContents.postMessage('port', null, [port2])
  })
  void window.loadURL('app://echo/main/index.html')
})

import { BrowserWindow, ipcMain, session } from 'electron'
import { join } from 'node:path'
import { declare, end, ready, say } from './tools.mjs'

declare()
ready(async () => {
  const own = session.fromPartition('only')
  const asked = []
  own.protocol.handle('app', ({ url }) => {
    const { pathname } = new URL(url)
    asked.push(pathname)
    if (pathname === '/page/') {
      const html = `<script type="module">
        const text = async (run) => { try { return String(await run()) } catch (error) { return 'error' } }
        await api.invoke('say', 'own ' + await text(async () => (await (await fetch('/data.json')).json()).a))
        await api.invoke('say', 'other ' + await text(() => fetch('https://198.51.100.7/x')))
        await api.invoke('say', 'window ' + window.open('https://198.51.100.7/popup'))
        location.href = 'https://198.51.100.7/away'
        setTimeout(() => api.invoke('say', 'stays'), 500)
      </script>`
      return new Response(html, {
        headers: {
          'content-type': 'text/html',
          'content-security-policy': "default-src 'self' 'unsafe-inline' https:",
        },
      })
    }
    return Response.json({ a: 'answered' })
  })
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith('app://') }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, preload: join(import.meta.dirname, 'preload-ports.cjs') },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event, url) => {
    say(`will-navigate ${url}`)
    event.preventDefault()
  })
  ipcMain.handle('say', (_event, text) => {
    say(text)
    if (text !== 'stays') return
    say(`url ${window.webContents.getURL()}`)
    say(`asked ${asked.includes('/data.json')}`)
    end()
  })
  await window.loadURL('app://test/page/')
})

import { ipcMain } from 'electron'
import { attempt, declare, end, open, ready, say } from './tools.mjs'

declare()
ipcMain.handle('any', () => null)
ipcMain.handle('map', () => new Map([[1, 2]]))
ipcMain.on('say', (_event, text) => say(text))
ready(async () => {
  const window = await open()
  const values = {
    date: new Date(),
    map: new Map(),
    list: [undefined],
    nan: Number.NaN,
    class: new Error('x'),
    bytes: new Uint8Array(1),
    big: 1n,
  }
  for (const [name, value] of Object.entries(values))
    attempt(name, () => window.webContents.send('x', value))
  attempt('plain', () => window.webContents.send('x', { a: [1, 'b', null, true, { c: 1.5 }] }))
  end()
})

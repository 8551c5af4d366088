import { app, BrowserWindow } from 'electron'
import { attempt, end, ready } from './tools.mjs'

app.on('window-all-closed', () => {})
const make = () => new BrowserWindow({ show: false, name: 'box' })
ready(() => {
  const first = make()
  attempt('while it is there', make)
  first.once('closed', () => attempt('within closed', make))
  first.destroy()
  attempt('once it is gone', make)
  end()
})

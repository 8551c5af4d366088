import { globalShortcut } from 'electron'
import { end, ready, say } from './tools.mjs'

ready(() => {
  const keys = 'CommandOrControl+Shift+F9'
  say(`first ${globalShortcut.register(keys, () => {})}`)
  globalShortcut.setSuspended(true)
  say(`suspended ${globalShortcut.isSuspended()}`)
  globalShortcut.setSuspended(false)
  say(`suspended ${globalShortcut.isSuspended()}`)
  say(`is ${globalShortcut.isRegistered(keys)}`)
  end()
})

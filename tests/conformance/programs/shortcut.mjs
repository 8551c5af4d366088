import { globalShortcut } from 'electron'
import { end, ready, say } from './tools.mjs'

ready(() => {
  say(`first ${globalShortcut.register('CommandOrControl+Shift+F9', () => {})}`)
  say(`again ${globalShortcut.register('CommandOrControl+Shift+F9', () => {})}`)
  say(`is ${globalShortcut.isRegistered('CommandOrControl+Shift+F9')}`)
  globalShortcut.unregisterAll()
  say(`is ${globalShortcut.isRegistered('CommandOrControl+Shift+F9')}`)
  end()
})

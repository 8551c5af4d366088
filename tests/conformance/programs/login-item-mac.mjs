import { app } from 'electron'
import { attempt, end, onMac, ready, say } from './tools.mjs'

onMac()
ready(() => {
  attempt('words', () => app.setLoginItemSettings({ openAtLogin: true, args: ['--tray'] }))
  app.setLoginItemSettings({ openAtLogin: true })
  const { openAtLogin, status, wasOpenedAtLogin } = app.getLoginItemSettings()
  say(`${openAtLogin} ${status} ${wasOpenedAtLogin}`)
  end()
})

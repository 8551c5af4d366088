import { BrowserWindow } from 'electron'
import { attempt, end, ready } from './tools.mjs'

ready(() => {
  for (const webPreferences of [
    { nodeIntegration: true },
    { sandbox: false },
    { contextIsolation: false },
  ])
    attempt(
      Object.keys(webPreferences)[0],
      () => new BrowserWindow({ show: false, webPreferences }),
    )
  end()
})

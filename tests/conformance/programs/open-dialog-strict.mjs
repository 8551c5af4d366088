import { BrowserWindow, dialog } from 'electron'
import { attempt, end, ready, say } from './tools.mjs'

const ask = (...args) => void dialog.showOpenDialog(...args).catch(() => {})

ready(async () => {
  attempt('no such option', () => ask({ filter: [] }))
  attempt('no such property', () => ask({ properties: ['showOverwriteConfirmation'] }))
  attempt('a filter with a dot', () => ask({ filters: [{ name: 'JSON', extensions: ['.json'] }] }))
  const [window] = [new BrowserWindow({ show: false }), new BrowserWindow({ show: false })]
  window.destroy()
  attempt('a window that is gone', () => ask(window, {}))
  await dialog.showOpenDialog({ properties: ['openFile'] }).then(
    () => say('no answer: answered'),
    () => say('no answer: rejected'),
  )
  end()
})

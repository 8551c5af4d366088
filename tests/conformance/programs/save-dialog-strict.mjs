import { BrowserWindow, dialog } from 'electron'
import { attempt, end, ready, say } from './tools.mjs'

const ask = (...args) => void dialog.showSaveDialog(...args).catch(() => {})

ready(async () => {
  attempt('no such option', () => ask({ defaultName: 'a.txt' }))
  attempt('no such property', () => ask({ properties: ['dontAddToRecents'] }))
  attempt('a filter with a dot', () => ask({ filters: [{ name: 'Text', extensions: ['.txt'] }] }))
  const [window] = [new BrowserWindow({ show: false }), new BrowserWindow({ show: false })]
  window.destroy()
  attempt('a window that is gone', () => ask(window, {}))
  await dialog.showSaveDialog({ properties: ['dontAddToRecent'] }).then(
    () => say('no answer: answered'),
    () => say('no answer: rejected'),
  )
  end()
})

import { app } from 'electron'
import { declare, end, open, ready, say } from './tools.mjs'

declare()
app.on('will-quit', () => say('quits'))
app.on('window-all-closed', () => {
  say('heard')
  setTimeout(end, 300)
})
ready(async () => (await open()).destroy())

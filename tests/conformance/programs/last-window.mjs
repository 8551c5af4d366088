import { app } from 'electron'
import { declare, open, ready, say } from './tools.mjs'

declare()
app.on('will-quit', () => say('quits'))
ready(async () => {
  const window = await open()
  window.destroy()
})

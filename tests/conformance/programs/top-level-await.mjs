import { app } from 'electron'
import { end, say } from './tools.mjs'

setTimeout(() => {
  say('still waiting')
  end()
}, 1500)
await app.whenReady()
say('ready')

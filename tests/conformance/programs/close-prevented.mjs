import { app } from 'electron'
import { declare, end, open, ready, say } from './tools.mjs'

declare()
app.on('window-all-closed', () => {})
app.on('before-quit', () => say('before-quit'))
app.on('will-quit', () => say('will-quit'))
ready(async () => {
  const window = await open()
  window.on('close', (event) => {
    say('close')
    event.preventDefault()
  })
  window.on('closed', () => say('closed'))
  app.quit()
  setTimeout(() => {
    say(window.isDestroyed() ? 'gone' : 'still there')
    window.destroy()
    say(window.isDestroyed() ? 'gone' : 'still there')
    end()
  }, 1000)
})

import { app, Notification } from 'electron'
import { attempt, end, ready, say } from './tools.mjs'

attempt('before ready', () => new Notification({ title: 'Lull' }))
ready(() => {
  say(`can be asked: ${typeof Notification.isSupported()}`)
  say(`a screen reader: ${typeof app.accessibilitySupportEnabled}`)
  const shown = new Notification({ title: 'Lull', body: 'hello', silent: true, urgency: 'normal' })
  say(`${shown.title}, ${shown.body}, ${shown.silent}`)
  attempt('close before show', () => shown.close())
  if (Notification.isSupported()) shown.show()
  attempt('close', () => shown.close())
  attempt('close again', () => shown.close())
  end()
})

import { Notification } from 'electron'
import { attempt, end, ready, say } from './tools.mjs'

ready(async () => {
  attempt('no such option', () => new Notification({ text: 'hello' }))
  attempt('silent by a word', () => new Notification({ silent: 'yes' }))
  attempt('no such urgency', () => new Notification({ urgency: 'high' }))
  const shown = new Notification({ title: 'Lull' })
  const heard = []
  for (const event of ['show', 'close']) shown.on(event, () => heard.push(event))
  shown.show()
  // Nothing is told while it is being asked for.
  say(`at once: ${heard.join()}`)
  await new Promise((resolve) => shown.once('show', resolve))
  shown.close()
  await new Promise((resolve) => shown.once('close', resolve))
  say(`then: ${heard.join()}`)
  end()
})

import { app, Menu } from 'electron'
import { declare, end, onMac, open, ready, say } from './tools.mjs'

onMac()
declare()
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))
ready(async () => {
  const window = await open()
  const state = (what) =>
    say(
      `${what}: ${app.isHidden() ? 'hidden' : 'out'}, ${window.isVisible() ? 'seen' : 'unseen'}, ${window.isFocused() ? 'focused' : 'unfocused'}`,
    )
  app.hide()
  await settle()
  window.showInactive()
  await settle()
  state('shown while hidden')
  Menu.sendActionToFirstResponder('unhideWithoutActivation')
  await settle()
  state('after the action')
  app.hide()
  await settle()
  state('hidden again')
  window.show()
  await settle()
  state('shown with the focus')
  end()
})

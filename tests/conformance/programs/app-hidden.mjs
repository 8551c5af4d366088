import { app, Menu } from 'electron'
import { declare, end, onMac, open, ready, say, settle } from './tools.mjs'

onMac()
declare()
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

import { BrowserWindow } from 'electron'
import { declare, end, open, ready, say, settle } from './tools.mjs'

declare()
const state = (window) =>
  `${window.isVisible() ? 'visible' : 'hidden'} ${window.isFocused() ? 'focused' : 'unfocused'}`
ready(async () => {
  const first = await open()
  const second = await open()
  first.on('blur', () => say('first: blur'))
  say(`made: ${state(first)}`)
  first.showInactive()
  await settle()
  say(`showInactive: ${state(first)}`)
  first.show()
  await settle()
  say(`show: ${state(first)}`)
  second.showInactive()
  await settle()
  say(`another inactive: ${state(first)}, ${state(second)}`)
  second.show()
  await settle()
  say(`another shown: ${state(first)}, ${state(second)}`)
  second.hide()
  await settle()
  say(
    `hidden again: ${state(second)}, ${BrowserWindow.getFocusedWindow() === first ? 'first has it' : 'outside'}`,
  )
  end()
})

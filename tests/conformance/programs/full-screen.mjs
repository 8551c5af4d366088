import { declare, end, open, ready, say } from './tools.mjs'

declare()
const told = (window, event) => new Promise((resolve) => window.once(event, resolve))
ready(async () => {
  const window = await open({ show: true })
  window.setFullScreen(true)
  await told(window, 'enter-full-screen')
  say(`entered: ${window.isFullScreen()}`)
  window.setFullScreen(false)
  await told(window, 'leave-full-screen')
  say(`left: ${window.isFullScreen()}`)
  window.hide()
  say(`visible: ${window.isVisible()}`)
  end()
})

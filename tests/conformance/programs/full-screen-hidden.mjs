import { attempt, declare, end, open, ready } from './tools.mjs'

declare()
ready(async () => {
  const window = await open({ show: true })
  attempt('before', () => {
    window.hide()
    window.show()
  })
  window.once('enter-full-screen', () => {
    attempt('full', () => window.hide())
    end()
  })
  window.setFullScreen(true)
})

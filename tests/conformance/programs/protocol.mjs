import { app } from 'electron'
import { end, ready, say } from './tools.mjs'

const mine = ['lull-conformance', process.execPath, ['--here', '--']]
const others = ['lull-conformance', process.execPath, ['--there', '--']]

ready(() => {
  say(`at first ${app.isDefaultProtocolClient(...mine)}`)
  say(`taken ${app.setAsDefaultProtocolClient(...mine)}`)
  say(`now ${app.isDefaultProtocolClient(...mine)}`)
  say(`with other words ${app.isDefaultProtocolClient(...others)}`)
  app.removeAsDefaultProtocolClient(...others)
  say(`taking others away leaves ${app.isDefaultProtocolClient(...mine)}`)
  app.removeAsDefaultProtocolClient(...mine)
  say(`taken away ${app.isDefaultProtocolClient(...mine)}`)
  end()
})

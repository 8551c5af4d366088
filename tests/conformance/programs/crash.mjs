import { app } from 'electron'
import { declare, end, open, ready, say } from './tools.mjs'

declare()
app.on('window-all-closed', () => {})
ready(async () => {
  const window = await open({ show: true })
  const contents = window.webContents
  const own = new Promise((resolve) =>
    contents.once('render-process-gone', (_event, details) => resolve(details)),
  )
  const ofApp = new Promise((resolve) =>
    app.once('render-process-gone', (_event, which) => resolve(which === contents)),
  )
  say(`crashed before: ${contents.isCrashed()}`)
  contents.forcefullyCrashRenderer()
  const { reason, exitCode } = await own
  say(`a reason: ${['crashed', 'killed', 'abnormal-exit'].includes(reason)}`)
  say(`a code: ${Number.isInteger(exitCode)}`)
  say(`app is told: ${await ofApp}`)
  say(`crashed after: ${contents.isCrashed()}`)
  say(`window is there: ${!window.isDestroyed() && window.isVisible()}`)
  window.destroy()
  say(`destroyed: ${window.isDestroyed()}`)
  end()
})

import { app, utilityProcess } from 'electron'
import { join } from 'node:path'
import { declare, end, ready, say } from './tools.mjs'

declare()
ready(async () => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'), [], {
    serviceName: 'A part',
  })
  await new Promise((resolve) => child.once('spawn', resolve))
  const told = new Promise((resolve) =>
    app.on('child-process-gone', (_event, details) => {
      if (details.name === 'A part') resolve(details)
    }),
  )
  process.kill(child.pid, 'SIGKILL')
  const { type, reason } = await told
  say(`type: ${type}`)
  say(`by itself: ${reason !== 'clean-exit'}`)
  end()
})

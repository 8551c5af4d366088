import { spawn } from 'node:child_process'
import { app } from 'electron'
import { end, ready, say } from './tools.mjs'

app.setPath('userData', process.env['LULL_CONFORMANCE_FOLDER'])
const given = process.argv.includes('second')
if (!app.requestSingleInstanceLock(given ? { command: ['--b', 'second'] } : {})) {
  say('second: not the first')
  app.exit(0)
} else {
  app.on('second-instance', (_event, argv, folder, data) => {
    say(`data ${JSON.stringify(data)}`)
    say(
      `argv ${argv.join(' ') === [...process.argv, '--b', 'second'].join(' ') ? 'kept' : 'changed'}`,
    )
    say(`has ${argv.includes('--b')} ${argv.includes('second')} ${folder === process.cwd()}`)
    end()
  })
  ready(() => {
    const [command, ...args] = JSON.parse(process.env['LULL_CONFORMANCE_COMMAND'])
    spawn(command, [...args, '--b', 'second'], { stdio: 'inherit' })
  })
}

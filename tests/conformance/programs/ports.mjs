import { app, MessageChannelMain, utilityProcess } from 'electron'
import { join } from 'node:path'
import { attempt, declare, end, open, ready, say } from './tools.mjs'

declare()
const heard = (port) =>
  new Promise((resolve) => port.once('message', ({ data }) => resolve(JSON.stringify(data))))
app.on('window-all-closed', () => {})
ready(async () => {
  const { port1, port2 } = new MessageChannelMain()
  port1.postMessage('before start')
  let early = false
  port2.on('message', () => (early = true))
  await new Promise((resolve) => setTimeout(resolve, 200))
  say(`before start: ${early ? 'heard' : 'waits'}`)
  const first = heard(port2)
  port2.start()
  say(`after start: ${await first}`)

  const window = await open({ preload: 'preload-ports.cjs' })
  window.webContents.postMessage('port', 'greeting', [port2])
  attempt('a port given away', () => port2.postMessage('x'))
  port1.start()
  const echo = heard(port1)
  port1.postMessage('to the window')
  say(`window: ${await echo}`)
  const closed = new Promise((resolve) => port1.once('close', resolve))
  window.destroy()
  await closed
  say('the port closes with its window')

  const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'))
  const said = () =>
    new Promise((resolve) => child.once('message', (data) => resolve(JSON.stringify(data))))
  const answer = said()
  child.postMessage({ a: 1 })
  say(`utility: ${await answer}`)
  const refused = said()
  child.postMessage('date')
  say(`utility: ${await refused}`)
  const channel = new MessageChannelMain()
  child.postMessage('serve', [channel.port1])
  channel.port2.start()
  const served = heard(channel.port2)
  channel.port2.postMessage('this')
  say(`utility: ${await served}`)
  const farClosed = said()
  channel.port2.close()
  say(`utility: ${await farClosed}`)

  const last = new MessageChannelMain()
  child.postMessage('serve', [last.port1])
  last.port2.start()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const gone = new Promise((resolve) => last.port2.once('close', resolve))
  child.postMessage('end')
  say(`exit ${await ended}`)
  await gone
  say('the port closes with its utility')
  end()
})

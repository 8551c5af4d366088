/** A utility process: answers its parent, serves a port, ends on request. */
process.parentPort.on('message', ({ data, ports: [port] }) => {
  if (data === 'end') process.exit(3)
  if (data === 'date') {
    try {
      process.parentPort.postMessage(new Date())
    } catch {
      process.parentPort.postMessage('date refused')
    }
    return
  }
  if (!port) return process.parentPort.postMessage({ heard: data, ports: 0 })
  port.on('message', (event) => port.postMessage(`utility heard ${event.data}`))
  port.on('close', () => process.parentPort.postMessage('port closed'))
  port.start()
})

process.parentPort.on('message', ({ ports: [port] }) => {
  port.on('message', ({ data }) => port.postMessage(data))
  port.start()
})

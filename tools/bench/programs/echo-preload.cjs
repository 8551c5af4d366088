const { contextBridge, ipcRenderer } = require('electron')

let port = null
let waiting = []
let hear = () => {}
ipcRenderer.on('port', (event) => {
  port = event.ports[0]
  port.addEventListener('message', ({ data }) => hear(data))
  port.start()
  for (const message of waiting.splice(0)) port.postMessage(message)
})
contextBridge.exposeInMainWorld('lull', {
  send(message) {
    if (port) port.postMessage(message)
    else waiting.push(message)
  },
  listen(heard) {
    hear = heard
  },
})

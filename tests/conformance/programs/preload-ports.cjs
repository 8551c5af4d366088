const { contextBridge, ipcRenderer } = require('electron')

let port = null
ipcRenderer.on('port', (event, message) => {
  port = event.ports[0]
  port.addEventListener('message', ({ data }) => port.postMessage({ echo: data, with: message }))
  port.start()
})
contextBridge.exposeInMainWorld('api', {
  invoke: (...args) => ipcRenderer.invoke(...args),
  add: (a, b) => a + b,
  fails: () => {
    throw new Error('on purpose')
  },
  later: async (value) => value,
  call: (callback) => callback('called back'),
})

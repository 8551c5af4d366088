/** The bridge: two doors, no logic. Types only from outside; a sandbox can require nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Request, ShellEvent } from '../src/contract.ts'

type Heard = Parameters<Parameters<Bridge['listen']>[0]>[0]

let port: MessagePort | null = null
let waiting: Request[] = []
let hear: (message: Heard) => void = () => {}

ipcRenderer.on('vault', (event) => {
  const before = port
  const next = event.ports[0] ?? null
  port = next
  if (before) {
    // Whoever waits for an answer from the vault before learns that none will come.
    before.close()
    hear(null)
  }
  if (!next) return
  next.addEventListener('message', (message: MessageEvent<Heard>) => hear(message.data))
  next.addEventListener('close', () => {
    if (port !== next) return
    port = null
    hear(null)
  })
  next.start()
  for (const request of waiting) next.postMessage(request)
  waiting = []
})

const bridge = {
  shell: (request) => ipcRenderer.invoke('shell', request),
  send(request) {
    if (port) port.postMessage(request)
    else waiting.push(request)
  },
  listen(heard) {
    hear = heard
  },
  onShell(heard) {
    ipcRenderer.on('told', (_event, told: ShellEvent) => heard(told))
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('lull', bridge)

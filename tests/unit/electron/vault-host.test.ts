import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import type { VaultHost } from '../../../electron/vault-host.ts'

class Vault extends EventEmitter {
  postMessage = vi.fn<(message: unknown, ports?: unknown[]) => void>()
  kill() {}
  readonly told: string
  constructor(told: string) {
    super()
    this.told = told
  }
}
const vaults: Vault[] = []
vi.mock('electron', () => ({
  protocol: {},
  MessageChannelMain: class {
    port1 = {}
    port2 = {}
  },
  utilityProcess: {
    fork(_path: string, [told = '{}']: string[]) {
      const vault = new Vault(told)
      vaults.push(vault)
      return vault
    },
  },
}))
const { createVaultHost } = await import('../../../electron/vault-host.ts')

const isAlone = (said: unknown) => JSON.stringify(said) === '{"kind":"alone"}'

/** A host with one window, `note`, whose page stands at `url`. */
function aHost(url: string) {
  const postMessage = vi.fn<(channel: string, message: unknown, ports: unknown[]) => void>()
  const window = { webContents: { mainFrame: { url }, postMessage } }
  let load: (name: 'note', shown: typeof window) => void = () => {}
  const windows = {
    onLoaded: (run: typeof load) => {
      load = run
    },
    each: (visit: typeof load) => visit('note', window),
    closeKnowing() {},
  }
  const start = () => ({
    folder: '/nowhere',
    own: '/nowhere',
    isStick: false,
    isPlaced: false,
    computerId: null,
  })
  const host: VaultHost = Reflect.apply(createVaultHost, null, [windows, start, () => {}])
  return { host, load: () => load('note', window), postMessage }
}

describe('a window’s port to the vault', () => {
  it('is given once its page has loaded, and anew with another vault', () => {
    const { host, load, postMessage } = aHost('app://lull/note/index.html')
    load()
    expect(vaults.at(-1)?.postMessage).toHaveBeenCalledWith({ kind: 'window', name: 'note' }, [{}])
    expect(postMessage).toHaveBeenCalledExactlyOnceWith('vault', null, [{}])
    host.restart()
    expect(postMessage).toHaveBeenCalledTimes(2)
  })

  it.each([
    'about:blank',
    'https://198.51.100.7/note/index.html',
    'app://lull.evil/note/index.html',
    'file:///note/index.html',
    'data:text/html,x',
    '',
  ])('is not given to a page that came to stand at %j', (url) => {
    const { host, load, postMessage } = aHost(url)
    load()
    host.restart()
    expect(postMessage).not.toHaveBeenCalled()
    for (const vault of vaults.slice(-2))
      expect(vault.postMessage).not.toHaveBeenCalledWith({ kind: 'window', name: 'note' }, [{}])
  })
})

describe('a vault', () => {
  const news = (kind: object) => vaults.at(-1)?.emit('message', kind)
  const wasHere = () => JSON.parse(vaults.at(-1)?.told ?? '{}').wasHere

  it('is told that a journal was seen, but not of one that lies elsewhere', () => {
    const { host } = aHost('app://lull/note/index.html')
    expect(wasHere()).toBe(false)
    news({ kind: 'journal', state: 'locked' })
    host.restart()
    expect(wasHere()).toBe(true)
    host.restart({ elsewhere: true })
    expect(wasHere()).toBe(false)
  })

  it('waits until every vault before it has closed the journal', async () => {
    const { host } = aHost('app://lull/note/index.html')
    const isClosing = () => JSON.parse(vaults.at(-1)?.told ?? '{}').isClosing
    const first = vaults.at(-1)
    expect(isClosing()).toBe(false)
    host.restart()
    const second = vaults.at(-1)
    host.restart()
    const third = vaults.at(-1)
    expect(isClosing()).toBe(true)
    const told = () => third?.postMessage.mock.calls.filter(([said]) => isAlone(said)).length
    second?.emit('exit')
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    expect(told()).toBe(0)
    first?.emit('exit')
    await vi.waitFor(() => expect(told()).toBe(1))
    expect(second?.postMessage).not.toHaveBeenCalledWith({ kind: 'alone' })
  })

  it('has ended for good once those before it have, too', async () => {
    const { host } = aHost('app://lull/note/index.html')
    const first = vaults.at(-1)
    host.restart()
    let hasEnded = false
    const end = host.end().then(() => (hasEnded = true))
    vaults.at(-1)?.emit('exit')
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    expect(hasEnded).toBe(false)
    first?.emit('exit')
    expect(await end).toBe(true)
  })
})

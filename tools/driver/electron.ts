/**
 * Drives real Electron: pages over its debugging port, what no protocol shows through the probe.
 * Written from Electron's documentation; NOT YET RUN, as no machine of ours has had the binary. A
 * stepped clock exists on the stand-in only.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { electronBinary } from '../runtime.ts'
import { sleep } from '../stand-in/real-time.ts'
import { socketAddress } from '../stand-in/socket-address.ts'
import { holdToNothing, openDeadProxy } from './dead-proxy.ts'
import type { LaunchOptions, Lull, MenuEntry, WindowView } from './driver.ts'
import { installedIn, throwAway } from './folders.ts'
import { ended, gather, killIfThere } from './processes.ts'

const root = join(import.meta.dirname, '../..')
const patienceMs = 20_000

/** What the probe answers; see probe.cjs. */
interface Answers {
  windows: (Omit<WindowView, 'name'> & { url: string })[]
  tray: { icon: string; tooltip: string; menu: MenuEntry[] } | null
  trayPress: null
  trayClick: null
  shortcut: null
  notifications: { title: string; body: string; silent: boolean; shown: boolean }[]
  notificationClick: null
  notificationPutAway: null
  power: null
  idle: null
  focusOutside: null
  opened: string[]
  answerDialog: null
  theme: null
  handled: unknown[]
  pids: { main: number; vaults: number[]; chromium: number[] }
  quit: null
}

export async function launchElectron(options: LaunchOptions): Promise<Lull> {
  const binary = electronBinary()
  if (binary === null) throw new Error('LULL_RUNTIME is electron, but its binary is not here')
  if (options.clock !== undefined) throw new Error('a clock can be stepped on the stand-in only')
  const parent = options.env?.['TMPDIR']
  const installed = options.installed ? installedIn(options.profile ?? throwAway(parent)) : null
  const profile = installed?.profile ?? options.profile ?? throwAway(parent)
  const folder = throwAway(parent)
  const address = socketAddress(folder, 'probe')
  const proxy = await openDeadProxy()
  const probe = listenForProbe(address)
  const app = options.app ?? root

  const start = (args: readonly string[], flags: readonly string[], more: NodeJS.ProcessEnv) => {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const [command = '', ...rest] = [
      ...(options.wrap ?? []),
      binary,
      ...flags,
      ...sandbox,
      app,
      ...(installed ? [] : ['--profile', profile]),
      ...args,
    ]
    const timezone = options.timezone === undefined ? {} : { TZ: options.timezone }
    return spawn(command, rest, {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        ...installed?.env,
        ...options.env,
        ...timezone,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
  const flags = [
    '-r',
    join(import.meta.dirname, 'probe.cjs'),
    '--remote-debugging-port=0',
    `--proxy-server=http://${proxy.address}`,
    '--proxy-bypass-list=<-loopback>',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  ]
  const child = start(options.args ?? [], flags, { LULL_PROBE: address })
  const output = gather(child)
  const exited = ended(child).then((how) => {
    proxy.close()
    rmSync(folder, { recursive: true, force: true })
    return how
  })
  const browser = await chromium.connectOverCDP(await debuggingAddress(output.stderr), {
    noDefaults: true,
  })
  const ask = await probe

  const pages = () => browser.contexts().flatMap((context) => context.pages())
  const nameOf = (url: string) => /^app:\/\/[^/]+\/([^/]+)/.exec(url)?.[1] ?? url
  const windows = async (): Promise<WindowView[]> =>
    (await ask('windows', null)).map(({ url, ...view }) => ({ ...view, name: nameOf(url) }))
  const focus = async () => (await windows()).find(({ focused }) => focused)?.name ?? 'outside'
  const pageWithFocus = async (): Promise<Page> => {
    const name = await focus()
    const page = pages().find((each) => nameOf(each.url()) === name)
    if (!page) throw new Error('no window of Lull has the focus')
    return page
  }
  const tray = async () => {
    const shown = await ask('tray', null)
    if (!shown) throw new Error('there is no tray icon')
    return shown
  }

  return {
    profile,
    folder,
    exited,
    tray: {
      icon: async () => (await tray()).icon,
      tooltip: async () => (await tray()).tooltip,
      menu: async () => (await tray()).menu,
      press: async (...path) => void (await ask('trayPress', { path })),
      click: async (which = 'click') => void (await ask('trayClick', { which })),
    },
    async window(name) {
      for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(20)) {
        const page = pages().find((each) => nameOf(each.url()) === name)
        if (!page) continue
        await page.waitForLoadState('load')
        return page
      }
      throw new Error(`no window "${name}" came\n${output.stderr()}`)
    },
    windows,
    focus,
    focusOutside: async () => void (await ask('focusOutside', null)),
    drag: () => Promise.reject(new Error('a window can be dragged on the stand-in only')),
    screen: () => Promise.reject(new Error('a screen can be changed on the stand-in only')),
    press: async (key) => (await pageWithFocus()).keyboard.press(key),
    type: async (text) => (await pageWithFocus()).keyboard.type(text),
    shortcut: async (accelerator) => void (await ask('shortcut', { accelerator })),
    async secondProcess(args) {
      const second = start(args, [], {})
      const said = gather(second)
      const { code } = await ended(second)
      return { code, stdout: said.stdout(), stderr: said.stderr() }
    },
    openLink: () => Promise.reject(new Error('links are followed on the stand-in only')),
    notifications: () => ask('notifications', null),
    clickNotification: async (index) => void (await ask('notificationClick', { index })),
    putAwayNotification: async (index, by) =>
      void (await ask('notificationPutAway', { index, by })),
    power: async (event) => void (await ask('power', { event })),
    idle: async (seconds) => void (await ask('idle', { seconds })),
    opened: () => ask('opened', null),
    answerDialog: async (answer) => void (await ask('answerDialog', { answer })),
    theme: async (dark) => void (await ask('theme', { dark })),
    step: () => Promise.reject(new Error('a clock can be stepped on the stand-in only')),
    requestsOut: async () => ({ count: proxy.lines.length, lines: [...proxy.lines] }),
    handled: () => ask('handled', null),
    pids: () => ask('pids', null),
    async kill() {
      const { main, vaults, chromium: below } = await ask('pids', null)
      for (const pid of [main, ...vaults, ...below]) killIfThere(pid)
      await exited
      if (!options.leaks) holdToNothing(proxy.lines)
    },
    async quit() {
      await ask('quit', null)
      const how = await exited
      if (!options.leaks) holdToNothing(proxy.lines)
      return how
    },
    endSession: () => Promise.reject(new Error('a session can be ended on the stand-in only')),
    stdout: output.stdout,
    stderr: output.stderr,
  }

  async function debuggingAddress(said: () => string): Promise<string> {
    for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(20)) {
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said())?.[1]
      if (found !== undefined) return found
    }
    throw new Error(`Electron opened no debugging port\n${said()}`)
  }
}

type Ask = <K extends keyof Answers>(what: K, body: unknown) => Promise<Answers[K]>

/** Waits for the probe's socket and gives the function that asks it. */
function listenForProbe(address: string): Promise<Ask> {
  const there = Promise.withResolvers<Ask>()
  const server = createServer((socket) => {
    server.close()
    there.resolve(askerOf(socket))
  })
  server.once('error', there.reject)
  server.listen(address)
  return there.promise
}

function askerOf(socket: Socket): Ask {
  const open = new Map<number, PromiseWithResolvers<never>>()
  let count = 0
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said: { id: number; value: never; error: string | null } = JSON.parse(line)
      const waiting = open.get(said.id)
      open.delete(said.id)
      if (said.error === null) waiting?.resolve(said.value)
      else waiting?.reject(new Error(said.error))
    }
  })
  return (what, body) => {
    const waiting = Promise.withResolvers<never>()
    open.set(++count, waiting)
    socket.write(`${JSON.stringify({ id: count, what, body })}\n`)
    return waiting.promise
  }
}

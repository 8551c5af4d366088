import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHost, listen, type Host, type MainLine } from '../stand-in/host.ts'
import { isHeadless } from '../stand-in/display.ts'
import { sleep } from '../stand-in/real-time.ts'
import { socketAddress } from '../stand-in/socket-address.ts'
import { outward } from '../stand-in/urls.ts'
import type { KeyInput } from '../stand-in/words.ts'
import { holdToNothing, openDeadProxy } from './dead-proxy.ts'
import { installedIn, throwAway } from './folders.ts'
import { ended, gather, killIfThere } from './processes.ts'
import type { LaunchOptions, Lull } from './driver.ts'

const root = join(import.meta.dirname, '../..')
/** Discard: nobody listens there. */
const refusedPort = '127.0.0.1:9'
/** Chromium connects ahead to where it navigates; our own addresses lead nowhere. */
const ownAddress = /^CONNECT [a-z0-9-]+\.[a-z0-9-]+\.invalid:443 /
const patienceMs = 15_000
/** Launches Lull on the stand-in; the browser part is this process itself. */
export async function launchStandIn(options: LaunchOptions): Promise<Lull> {
  const temp = options.env?.['TMPDIR'] ?? tmpdir()
  const installed = options.installed ? installedIn(options.profile ?? throwAway(temp)) : null
  const profile = installed?.profile ?? options.profile ?? throwAway(temp)
  const where = installed ? [] : ['--profile', profile]
  const folder = throwAway(temp)
  const lines = throwAway()
  const proxy = await openDeadProxy()
  const app = options.app ?? root
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...installed?.env,
    ...options.env,
    LULL_HEADLESS: '1',
    ...(options.packaged === true ? { LULL_PACKED: '1' } : {}),
    ...(options.timezone === undefined ? {} : { TZ: options.timezone, LULL_TZ: options.timezone }),
    ...(options.clock === undefined
      ? {}
      : { LULL_CLOCK: 'stepped', LULL_CLOCK_START: options.clock }),
  }
  // What vitest sets for itself must not reach the program.
  delete env['NODE_OPTIONS']
  const host = createHost({
    folder,
    // Tests show windows only when asked to.
    headless: isHeadless(env) || env['LULL_HEADLESS'] !== '0',
    proxy: proxy.address,
    keepsProxies: options.deadEnd === true,
    ownProxy: refusedPort,
    env,
    timezone: options.timezone ?? null,
    startAt: options.clock === undefined ? null : Date.parse(options.clock),
  })
  const mainAddress = socketAddress(lines, 'main')
  const utilityAddress = socketAddress(lines, 'utilities')
  const servers = await Promise.all([
    listen(mainAddress, (socket) => host.greetMain(socket)),
    listen(utilityAddress, (socket) => host.greetUtility(socket)),
  ])

  const start = (args: readonly string[], more: NodeJS.ProcessEnv) => {
    const [command = '', ...rest] = [
      ...(options.wrap ?? []),
      process.execPath,
      join(root, 'tools/stand-in/run.ts'),
      app,
      '--',
      ...args,
    ]
    mkdirSync(profile, { recursive: true })
    return spawn(command, rest, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
  }
  const child = start([...where, ...(options.args ?? [])], {
    LULL_STAND_IN_LINE: mainAddress,
    LULL_STAND_IN_UTILITIES: utilityAddress,
  })
  const output = gather(child)
  const exited = ended(child).then(async (how) => {
    for (const server of servers) server.close()
    await host.end()
    proxy.close()
    for (const each of [folder, lines])
      rmSync(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    return how
  })
  const main = await reach()
  const left = () => proxy.lines.filter((line) => !ownAddress.test(line))

  const nameOf = (url: string) => /^app:\/\/[^/]+\/([^/]+)/.exec(url)?.[1] ?? url
  const windows = async () =>
    (await main.call('test.windows', null)).map(({ url, ...model }) => ({
      ...model,
      name: nameOf(url),
    }))
  const pageWithFocus = async () => {
    const id = await main.call('test.focusedPage', null)
    const page = host.pages().find((each) => each.id === id)
    if (!page) throw new Error('[stand-in] no window of Lull has the focus')
    return page.page
  }

  const lull: Lull = {
    profile,
    folder,
    exited,
    tray: {
      icon: async () => (await tray()).icon,
      tooltip: async () => (await tray()).tooltip,
      menu: async () => (await tray()).menu,
      press: (...path) => main.call('test.trayPress', { path }),
      click: (which = 'click') => main.call('test.trayClick', { which }),
    },
    async window(name) {
      for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(10)) {
        // By the window that is there: the page of one that has just been closed may linger.
        const there = (await windows()).find((each) => each.name === name)
        const found = host
          .pages()
          .find(({ id, page }) => id === there?.page && nameOf(outward(page.url())) === name)
        if (!found) continue
        await found.page.waitForLoadState('load')
        return found.page
      }
      throw new Error(
        `no window "${name}" came; there are: ${JSON.stringify(await windows())}\n${output.stderr()}`,
      )
    },
    windows: async () => (await windows()).map(({ id: _id, page: _page, ...view }) => view),
    focus: async () => (await windows()).find(({ focused }) => focused)?.name ?? 'outside',
    focusOutside: () => main.call('test.focusOutside', null),
    async drag(name, to) {
      const found = (await windows()).find((each) => each.name === name)
      if (!found) throw new Error(`[stand-in] there is no window "${name}" to drag`)
      await main.call('test.dragWindow', { id: found.id, to })
    },
    screen: (width, height) => main.call('test.screen', { width, height }),
    async press(key) {
      const { prevented } = await main.call('test.key', { input: inputOf(key) })
      if (!prevented) await (await pageWithFocus()).keyboard.press(key)
    },
    type: async (text) => (await pageWithFocus()).keyboard.type(text),
    shortcut: (accelerator) => main.call('test.shortcut', { accelerator }),
    async secondProcess(args) {
      const second = start([...where, ...args], {})
      const said = gather(second)
      const { code } = await ended(second)
      return { code, stdout: said.stdout(), stderr: said.stderr() }
    },
    async openLink(url, { asMac } = { asMac: false }) {
      const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''
      const handler = await main.call('test.linkHandler', { scheme })
      if (!handler) throw new Error(`[stand-in] no program is registered for "${scheme}"`)
      if (asMac) return main.call('test.openUrl', { url })
      // What is registered must be this very program, with its folder first where it isn't packed.
      const folder = options.packaged === true ? [] : [app]
      const mine = handler.path === process.execPath && handler.args.slice(0, folder.length)
      if (!mine || mine.join() !== folder.join())
        throw new Error(`[stand-in] the system would start another program: ${handler.path}`)
      const second = start([...handler.args.slice(folder.length), url], {})
      const said = gather(second)
      const { code } = await ended(second)
      if (code !== 0) throw new Error(`the program ended with ${code}: ${said.stderr()}`)
    },
    notifications: () => main.call('test.notifications', null),
    clickNotification: (index) => main.call('test.notificationClick', { index }),
    putAwayNotification: (index, by) => main.call('test.notificationPutAway', { index, by }),
    power: (event) => main.call('test.power', { event }),
    idle: (seconds) => main.call('test.idle', { seconds }),
    opened: () => main.call('test.opened', null),
    answerDialog: (answer) => main.call('test.answerDialog', { answer }),
    theme: async (dark) => {
      await main.call('test.theme', { dark })
      for (const { page } of host.pages())
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    },
    step: (ms) => {
      if (options.clock === undefined)
        throw new Error('only a Lull with a stepped clock can be stepped')
      return host.step(ms)
    },
    async requestsOut() {
      return { count: left().length, lines: left() }
    },
    handled: async () => [...host.handled],
    pids: async () => ({
      main: host.mainPid(),
      vaults: host.utilities().map(({ pid }) => pid),
      chromium: host.chromium()?.pids() ?? [],
    }),
    async kill() {
      await endAll(host, child)
      await exited
      if (!options.leaks) holdToNothing(left())
    },
    endSession: () => main.call('test.endSession', null),
    async quit() {
      void main.call('test.quit', null).catch(() => {})
      const how = await exited
      if (!options.leaks) holdToNothing(left())
      return how
    },
    stdout: output.stdout,
    stderr: output.stderr,
  }
  return lull

  async function reach(): Promise<MainLine> {
    const there = await Promise.race([host.main, exited.then(() => null)])
    if (!there) throw new Error(`Lull ended before it could be driven\n${output.stderr()}`)
    return there
  }
  async function tray() {
    const shown = await main.call('test.tray', null)
    if (!shown) throw new Error('there is no tray icon')
    return shown
  }
}

async function endAll(host: Host, child: ChildProcess) {
  // Main first, so that it can't tell anybody; the vaults would end with it anyway.
  const vaults = host.utilities().map(({ pid }) => pid)
  for (const pid of [host.mainPid(), child.pid ?? 0, ...vaults]) if (pid > 0) killIfThere(pid)
  await host.end()
}

/** A key as Playwright writes it, as Electron's `before-input-event` tells it. */
function inputOf(combination: string): KeyInput {
  const parts = combination.split('+')
  const key = parts.pop() ?? ''
  return {
    key,
    control: parts.includes('Control'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    meta: parts.includes('Meta'),
  }
}

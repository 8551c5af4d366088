import { createServer, type Server, type Socket } from 'node:net'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { launchChromium, type Chromium } from './chromium.ts'
import { createLine, type Line } from './line.ts'
import { createDesktop, type Desktop } from './headed.ts'
import { openPage, type StandInPage } from './page.ts'
import { createRouter, type Holder } from './router.ts'
import type {
  ChromiumOptions,
  MainHears,
  MainSays,
  PortNews,
  PortWords,
  UtilityHears,
  UtilitySays,
} from './words.ts'

export type MainLine = Line<MainHears, MainSays>
type UtilityLine = Line<UtilityHears, UtilitySays>
type PortLine = Line<Pick<PortNews, keyof PortNews>, Pick<PortWords, keyof PortWords>>

/** What the browser part of a run needs to know. */
export interface HostOptions {
  /** Chromium's profile and temp files lie in here. */
  folder: string
  headless: boolean
  /** `host:port` that everything goes to which pages want from outside. */
  proxy: string
  /** Sessions keep the proxy that the app has set for them; else that one takes its place. */
  keepsProxies: boolean
  /** The same for what Chromium itself wants: a browser has services that Electron hasn't. */
  ownProxy: string
  env: NodeJS.ProcessEnv
  timezone: string | null
  /** Wall clock of the pages in ms at the start, or null for the real one. */
  startAt: number | null
}

/** A message that reached the app's code in main. */
export interface Handled {
  kind: string
  body: unknown
}

/**
 * The browser part of a run: Chromium, and the lines to main and to the utilities. In Electron that is
 * inside the main process; here it stands apart, so that main holds nothing that only passes through.
 */
export interface Host {
  greetMain(socket: Socket): void
  greetUtility(socket: Socket): void
  /** Main's line, once main has said hello. */
  main: Promise<MainLine>
  mainPid(): number
  pages(): StandInPage[]
  /** Chromium, once main has asked for it. */
  chromium(): Chromium | null
  utilities(): { pid: number; name: string }[]
  /** Everything that main's code was told by pages, ports and utilities, in order. */
  handled: Handled[]
  /** Moves the clocks of main, utilities and pages, in slices, letting messages settle in between. */
  step(ms: number): Promise<void>
  onEnd(run: () => void): void
  /** Ends Chromium; resolves once it is gone. */
  end(): Promise<void>
}

interface Utility {
  line: UtilityLine
  holder: Holder
}

const fail = (error: unknown) => {
  process.stderr.write(
    `[stand-in] ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
  )
}

export function createHost(options: HostOptions): Host {
  const router = createRouter()
  const pages = new Map<number, Promise<StandInPage>>()
  const open = new Map<number, StandInPage>()
  const own = new Set<Page>()
  const contexts = new Map<string, Promise<BrowserContext>>()
  const running = new Map<number, { pid: number; name: string }>()
  const utilities = new Map<number, Utility>()
  /** What was sent to a utility before it had found its line. */
  const early = new Map<number, { data: unknown; ports: string[] }[]>()
  /** Addresses that pages tried to open windows for, with what main says of them. */
  const opening = new Map<string, Promise<boolean>>()
  const handled: Handled[] = []
  const ending: (() => void)[] = []
  const desktop: Desktop | null = options.headless ? null : createDesktop()
  const { promise: whenMain, resolve: mainIsThere } = Promise.withResolvers<MainLine>()
  let mainPid = 0
  let main: MainLine | null = null
  let wanted: ChromiumOptions = { switches: [], schemes: [] }
  let starting: Promise<Chromium> | null = null
  let chromium: Chromium | null = null
  let passed = 0

  /** Main's line as pages see it: what they tell main's code is written down. */
  const recorded: MainLine = {
    send(kind, body) {
      note(kind, body)
      main?.send(kind, body)
    },
    call(kind, body) {
      note(kind, body)
      return main ? main.call(kind, body) : Promise.reject(new Error('main is gone'))
    },
    on: (kind, hear) => main?.on(kind, hear),
    onEnd: (run) => main?.onEnd(run),
    end: () => main?.end(),
  }
  const note = (kind: string, body: unknown) => {
    if (kind === 'ipc.invoke' || kind === 'ipc.send') handled.push({ kind, body })
  }

  function hearPorts(line: PortLine, holder: Holder) {
    line.on('port.send', ({ port, data, ports }) => router.send(port, data, ports))
    line.on('port.start', ({ port }) => router.start(port))
    line.on('port.close', ({ port }) => router.close(port))
    line.onEnd(() => router.drop(holder))
  }

  function start(): Promise<Chromium> {
    starting ??= launchChromium({ ...options, switches: wanted.switches }).then((launched) => {
      chromium = launched
      return launched
    })
    return starting
  }

  function contextFor(partition: string, proxy: string | null): Promise<BrowserContext> {
    const made =
      contexts.get(partition) ??
      start().then(({ browser }) => makeContext(browser, partition, proxy))
    contexts.set(partition, made)
    return made
  }
  async function makeContext(
    browser: Chromium['browser'],
    partition: string,
    proxy: string | null,
  ) {
    const context = await browser.newContext({
      viewport: null,
      proxy: {
        server: (options.keepsProxies && proxy) || `http://${options.proxy}`,
        bypass: '<-loopback>',
      },
      acceptDownloads: false,
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      ...(options.timezone === null ? {} : { timezoneId: options.timezone }),
    })
    // A window that a page opens is no window of the model: main is asked before it may ask for anything.
    await context.route('**/*', async (route) => {
      const request = route.request()
      const page = pageOf(request)
      if (page && own.has(page)) return route.continue()
      const allowed = (await opening.get(request.url())) ?? false
      const decision = allowed
        ? await recorded.call('request', {
            page: null,
            partition,
            url: request.url(),
            method: request.method(),
            headers: request.headers(),
            body: null,
            resourceType: 'mainFrame',
          })
        : null
      if (decision?.kind === 'go on') return route.continue()
      await route.abort('blockedbyclient')
      await page?.close()
    })
    return context
  }

  const withPage = (id: number, run: (page: StandInPage) => void) => {
    const page = open.get(id)
    if (page) run(page)
    else void pages.get(id)?.then(run, () => {})
  }
  function forget(id: number, page: StandInPage) {
    pages.delete(id)
    open.delete(id)
    own.delete(page.page)
  }

  function toUtility({ line, holder }: Utility, data: unknown, ports: string[]) {
    router.move(ports, holder)
    line.send('parent.message', { data, ports })
  }

  function greetMain(socket: Socket) {
    const line: MainLine = createLine<MainHears, MainSays>(socket)
    main = line
    const holder: Holder = {
      startsAtOnce: false,
      deliver(port, data, ports) {
        handled.push({ kind: 'port', body: data })
        line.send('port.message', { port, data, ports })
      },
      closed: (port) => line.send('port.closed', { port }),
    }
    hearPorts(line, holder)
    line.on('hello', ({ pid }) => {
      mainPid = pid
      mainIsThere(line)
    })
    line.on('chromium', (asked) => {
      wanted = asked
      start().catch(fail)
    })
    line.on('port.pair', ({ ports }) => router.pair(ports, holder))
    line.on('page.create', (asked) => {
      const made = contextFor(asked.partition, asked.proxy).then((context) =>
        openPage(asked, context, own, {
          schemes: wanted.schemes,
          main: recorded,
          mainHolder: holder,
          router,
          opening,
          now: () => (options.startAt === null ? null : options.startAt + passed),
          desktop,
        }),
      )
      pages.set(asked.page, made)
      const keep = (page: StandInPage) => {
        if (!pages.has(asked.page)) return
        open.set(asked.page, page)
        page.page.once('close', () => forget(asked.page, page))
      }
      made.then(keep, fail)
    })
    line.on('page.load', async ({ page, url, mayOpen }) => {
      const made = await pages.get(page)
      return made ? made.load(url, mayOpen) : 'ERR_ABORTED'
    })
    line.on('page.print', async ({ page, settings }) => {
      const made = await pages.get(page)
      if (!made) throw new Error('the page is gone')
      return made.print(settings)
    })
    line.on('page.close', async ({ page, gently }) => {
      const made = await pages.get(page)
      await made?.close(gently)
      if (made) forget(page, made)
    })
    line.on('page.crash', ({ page }) => withPage(page, (made) => void made.crash()))
    line.on('page.state', (state) => withPage(state.page, (page) => void page.state(state)))
    line.on('page.leaveFullScreen', ({ page }) =>
      withPage(page, (each) => void each.leaveFullScreen()),
    )
    line.on('page.send', ({ page, channel, args, ports }) =>
      withPage(page, (made) => made.send(channel, args, ports)),
    )
    line.on('utility.spawned', ({ utility, pid, name }) => void running.set(utility, { pid, name }))
    line.on('utility.gone', ({ utility }) => {
      running.delete(utility)
      const gone = utilities.get(utility)
      utilities.delete(utility)
      if (gone) router.drop(gone.holder)
      for (const { ports } of early.get(utility) ?? []) for (const port of ports) router.close(port)
      early.delete(utility)
    })
    line.on('utility.send', ({ utility, data, ports }) => {
      const there = utilities.get(utility)
      if (there) toUtility(there, data, ports)
      else early.set(utility, [...(early.get(utility) ?? []), { data, ports }])
    })
    line.on('tray.shown', (tray) => desktop?.showTray(tray, line))
    line.onEnd(() => {
      main = null
      void end()
      for (const run of ending) run()
    })
  }

  function greetUtility(socket: Socket) {
    const line: UtilityLine = createLine<UtilityHears, UtilitySays>(socket)
    const holder: Holder = {
      startsAtOnce: false,
      deliver: (port, data, ports) => line.send('port.message', { port, data, ports }),
      closed: (port) => line.send('port.closed', { port }),
    }
    hearPorts(line, holder)
    let utility = 0
    line.on('hello', (hello) => {
      utility = hello.utility
      const there = { line, holder }
      utilities.set(utility, there)
      if (passed > 0) line.send('step', { ms: passed })
      for (const { data, ports } of early.get(utility) ?? []) toUtility(there, data, ports)
      early.delete(utility)
    })
    line.on('parent.send', ({ data }) => {
      handled.push({ kind: 'utility', body: data })
      main?.send('utility.message', { utility, data })
    })
    line.onEnd(() => {
      if (utilities.get(utility)?.line === line) utilities.delete(utility)
    })
  }

  const gone = () => {}
  /** Everybody does what they were told, until no message is on its way any more. */
  async function settle() {
    let before = -1
    for (let round = 0; round < 50; round++) {
      await Promise.all([...open.values()].map((page) => page.settle()))
      await Promise.all([
        main?.call('settle', null).catch(gone),
        ...[...utilities.values()].map(({ line }) => line.call('settle', null).catch(gone)),
      ])
      const now = router.passed() + handled.length
      if (now === before) return
      before = now
    }
  }

  async function step(ms: number) {
    const slice = ms <= 120_000 ? 500 : 2000
    await settle()
    for (let left = ms; left > 0; left -= slice) {
      const part = Math.min(left, slice)
      passed += part
      await Promise.all([
        main?.call('step', { ms: part }).catch(gone),
        ...[...utilities.values()].map(({ line }) => line.call('step', { ms: part }).catch(gone)),
        ...[...open.values()].map((page) => page.step(part)),
      ])
      await settle()
    }
  }

  /** Chromium may be starting still: it is waited for, then ended. */
  async function end() {
    starting ??= Promise.reject(new Error('the run is over'))
    const launched = await starting.catch(() => null)
    await launched?.kill()
  }

  return {
    greetMain,
    end,
    greetUtility,
    main: whenMain,
    mainPid: () => mainPid,
    pages: () => [...open.values()],
    chromium: () => chromium,
    utilities: () => [...running.values()],
    handled,
    step,
    onEnd: (run) => void ending.push(run),
  }
}

/** The page that asks; a window that is only being opened has none yet. */
function pageOf(request: Request): Page | null {
  if (request.serviceWorker()) return null
  try {
    return request.frame().page()
  } catch {
    return null
  }
}

/** Listens at a local address for processes of the run. */
export function listen(address: string, greet: (socket: Socket) => void): Promise<Server> {
  const server = createServer(greet)
  const { promise, resolve, reject } = Promise.withResolvers<Server>()
  server.once('error', reject)
  server.listen(address, () => resolve(server))
  return promise
}

import { randomBytes } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import type { Line } from './line.ts'
import { placeWindow, type Desktop } from './headed.ts'
import { bridgeSide, exposeInPage } from './page-bridge.ts'
import { control, followWindow, stepClock, type PageState } from './page-main.ts'
import { runPreload, type FromPage, type PreloadStart, type ToPage } from './page-preload.ts'
import type { PrintSettings } from './print.ts'
import { answerRequests } from './requests.ts'
import { sleep } from './real-time.ts'
import type { Holder, Router } from './router.ts'
import { notJson } from './strict.ts'
import { inward, originOf, outward } from './urls.ts'
import type { Frame, MainHears, MainSays, PageOptions, Rect } from './words.ts'

export interface PageWorld {
  schemes: readonly string[]
  main: Line<MainHears, MainSays>
  /** Holds the ports that lie in main. */
  mainHolder: Holder
  router: Router
  opening: Map<string, Promise<boolean>>
  /** Wall clock of the pages in ms, or null for the real one. */
  now(): number | null
  /** Null where nothing is shown. */
  desktop: Desktop | null
}

/** A window's page: a real one of Chromium, with the preload in a world of its own. */
export interface StandInPage {
  id: number
  page: Page
  load(url: string, mayOpen: boolean): Promise<string | null>
  print(settings: PrintSettings): Promise<Uint8Array<ArrayBuffer>>
  close(gently: boolean): Promise<void>
  crash(): Promise<void>
  state(state: PageState & { bounds: Rect }): Promise<void>
  send(channel: string, args: unknown[], ports: string[]): void
  leaveFullScreen(): Promise<void>
  step(ms: number): Promise<void>
  /** Resolves once the page has done what it was told before. */
  settle(): Promise<void>
}

const unloadMs = 500

/** Electron's names of permissions, and Playwright's. */
const permissions: Record<string, string[]> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
}

export async function openPage(
  options: PageOptions,
  context: BrowserContext,
  own: Set<Page>,
  world: PageWorld,
): Promise<StandInPage> {
  const { main, mainHolder, router } = world
  const id = options.page
  const secret = randomBytes(12).toString('hex')
  const names = { binding: `b${secret}`, deliver: `d${secret}`, control: `c${secret}` }
  const isolated = `preload-${secret}`
  let state: PageState = { visible: options.visible, focused: false }
  let closing = false
  let crashed = false
  let contextId: number | null = null
  let holder: Holder | null = null

  const { desktop } = world
  const page = desktop ? await desktop.openPage(context, own, options) : await context.newPage()
  own.add(page)
  const cdp = await context.newCDPSession(page)
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const mainFrame = frameTree.frame.id

  cdp.on('Runtime.executionContextCreated', ({ context: { id: created, name, auxData } }) => {
    if (name === isolated && auxData?.['frameId'] === mainFrame) {
      contextId = created
      replaceHolder()
    }
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === contextId) contextId = null
  })
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== names.binding) return
    const said: FromPage = JSON.parse(payload)
    hear(said)
  })
  cdp.on('Page.windowOpen', ({ url, windowName }) => {
    const asked = main.call('open', { page: id, url: outward(url), name: windowName })
    world.opening.set(
      url,
      asked.catch(() => false),
    )
  })
  page.on('load', () => {
    if (closing || page.url() === 'about:blank') return
    main.send('page.event', { page: id, event: 'loaded', url: outward(page.url()) })
    void page.title().then(
      (title) => main.send('page.title', { page: id, title }),
      () => {},
    )
  })
  page.on('crash', () => {
    crashed = true
    // Its ports ended with it, which whoever holds the other ends is told.
    contextId = null
    dropHolder()
    main.send('page.event', { page: id, event: 'crashed', url: '' })
  })
  page.on('close', () => {
    dropHolder()
    if (!closing) main.send('page.event', { page: id, event: 'gone', url: '' })
  })
  page.on('pageerror', (error) =>
    process.stderr.write(`[page ${outward(page.url())}] ${error.stack ?? error.message}\n`),
  )
  page.on('console', (message) => {
    // Chromium asks for an icon that a window of Electron has from elsewhere.
    if (message.location().url.endsWith('/favicon.ico')) return
    if (message.type() === 'error' || process.env['LULL_CONSOLE'] === '1')
      process.stderr.write(`[page ${outward(page.url())}] ${message.text()}\n`)
  })
  page.on('download', (download) => {
    main.send('download', { page: id, url: outward(download.url()) })
    void download.cancel().catch(() => {})
  })

  await Promise.all([
    cdp.send('Page.enable'),
    cdp.send('Runtime.enable'),
    cdp.send('Runtime.addBinding', { name: names.binding, executionContextName: isolated }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadSource(),
      worldName: isolated,
    }),
  ])
  const requests = await answerRequests({ cdp, id, options, mainFrame, world })
  if (!desktop) {
    const { width, height } = options
    await page.setViewportSize({ width, height })
    await cdp.send('Emulation.setDefaultBackgroundColorOverride', {
      color: rgb(options.backgroundColor),
    })
  }
  if (world.now() !== null) {
    await cdp.send('Animation.enable')
    await cdp.send('Animation.setPlaybackRate', { playbackRate: 0 })
  }

  function preloadSource() {
    const start: PreloadStart = {
      binding: names.binding,
      deliver: names.deliver,
      out: `o${secret}`,
      into: `i${secret}`,
      platform: process.platform,
      tellsFocus: desktop !== null,
    }
    const preload =
      options.preload === null
        ? 'null'
        : `function (require, module, exports, process) {${options.preload}\n}`
    return `(${String(runPreload)})(${JSON.stringify(start)}, ${String(bridgeSide)}, ${String(notJson)}, ${preload})`
  }
  function mainSource(mayOpen: boolean) {
    // On a real desktop the page knows by itself whether it is seen.
    const follow = desktop ? '() => () => {}' : String(followWindow)
    const now = world.now()
    const clock = now === null ? 'null' : JSON.stringify({ now })
    return `(${String(exposeInPage)})('i${secret}', 'o${secret}', ${String(bridgeSide)});
      (${String(control)})('${names.control}', ${JSON.stringify(state)}, ${clock}, ${follow}, ${String(stepClock)}, ${mayOpen})`
  }

  /** Chromium is told beforehand what the app would answer when the page asks. */
  async function givePermissions(url: string) {
    const { origin } = new URL(url)
    const asked = Object.keys(permissions)
    const given = await main.call('permissions', {
      page: id,
      asked,
      origin: originOf(outward(url)),
    })
    if (given.length > 0)
      await context.grantPermissions(
        given.flatMap((each) => permissions[each] ?? []),
        { origin },
      )
  }

  function replaceHolder() {
    dropHolder()
    holder = {
      startsAtOnce: true,
      deliver: (port, data, ports) => toPage({ kind: 'port', port, data, ports }),
      closed: (port) => toPage({ kind: 'port.closed', port }),
    }
  }
  function dropHolder() {
    if (holder) router.drop(holder)
    holder = null
  }

  function toPage(said: ToPage) {
    if (contextId === null || page.isClosed()) return
    const text = JSON.stringify(JSON.stringify(said))
    void cdp
      .send('Runtime.evaluate', {
        expression: `globalThis[${JSON.stringify(names.deliver)}]?.(${text})`,
        contextId,
      })
      // A page that has gone away hears nothing more.
      .catch(() => {})
  }

  function hear(said: FromPage) {
    const frameOf = (url: string): Frame => ({ url: outward(url), isMain: true })
    switch (said.kind) {
      case 'started':
        return main.send('page.event', { page: id, event: 'started', url: outward(said.url) })
      case 'invoke':
        return void main
          .call('ipc.invoke', {
            page: id,
            frame: frameOf(said.url),
            channel: said.channel,
            args: said.args,
          })
          .then(
            (value) => toPage({ kind: 'answer', n: said.n, ok: true, value }),
            (error: Error) =>
              toPage({ kind: 'answer', n: said.n, ok: false, value: error.message }),
          )
      case 'send':
        router.move(said.ports, mainHolder)
        return main.send('ipc.send', {
          page: id,
          frame: frameOf(said.url),
          channel: said.channel,
          args: said.args,
          ports: said.ports,
        })
      case 'pair':
        return holder ? router.pair(said.ports, holder) : undefined
      case 'port':
        return router.send(said.port, said.data, said.ports)
      case 'port.closed':
        return router.close(said.port)
      case 'focused':
        return main.send('page.moved', { page: id, state: 'focused' })
      case 'full':
        return main.send('page.moved', { page: id, state: said.on ? 'full' : 'not-full' })
      case 'wrong':
        process.stderr.write(`${said.sentence}\n`)
    }
  }

  const inPage = async (call: string) => {
    if (crashed || page.isClosed() || page.url() === 'about:blank') return
    await cdp
      .send('Runtime.evaluate', {
        expression: `window[${JSON.stringify(names.control)}]?.${call}`,
        awaitPromise: true,
      })
      .catch(() => {})
  }

  let script: string | null = null
  return {
    id,
    page,
    async load(url, mayOpen) {
      if (script !== null)
        await cdp.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: script })
      // The clock has moved on since the page was made, and so may have the window.
      const added = await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: mainSource(mayOpen),
      })
      script = added.identifier
      const to = inward(url, world.schemes)
      await givePermissions(to)
      requests.expect(to)
      const loaded = new Promise<void>((resolve) => page.once('load', () => resolve()))
      const { errorText } = await cdp.send('Page.navigate', { url: to })
      if (errorText) return errorText
      await Promise.race([
        loaded,
        new Promise<void>((resolve) => page.once('close', () => resolve())),
      ])
      return page.isClosed() ? 'ERR_ABORTED' : null
    },
    async print(settings) {
      const { data } = await cdp.send('Page.printToPDF', settings)
      return new Uint8Array(Buffer.from(data, 'base64'))
    },
    async close(gently) {
      if (page.isClosed()) return
      closing = true
      // Nobody is there to be asked.
      if (crashed) return page.close().catch(() => {})
      // A page that is left has its say in `pagehide`; one that is destroyed has not.
      if (gently && page.url() !== 'about:blank') {
        // Told apart from leaving: by then its port is gone, and Electron's is not.
        await page
          .evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')))
          .catch(() => {})
        requests.expect('about:blank')
        await Promise.race([page.goto('about:blank').catch(() => null), sleep(unloadMs)])
      }
      dropHolder()
      await page.close().catch(() => {})
    },
    async crash() {
      // Chromium doesn't answer for a process that has ended.
      void cdp.send('Page.crash').catch(() => {})
    },
    async state({ visible, focused, bounds }) {
      state = { visible, focused }
      if (crashed || page.isClosed()) return
      if (desktop) {
        await placeWindow(cdp, { visible, bounds })
        if (focused) await page.bringToFront()
        return
      }
      const size = page.viewportSize()
      if (size?.width !== bounds.width || size.height !== bounds.height)
        await page.setViewportSize({ width: bounds.width, height: bounds.height }).catch(() => {})
      await inPage(`state(${JSON.stringify(state)})`)
    },
    send(channel, args, ports) {
      if (holder && contextId !== null) router.move(ports, holder)
      else {
        process.stderr.write(
          `[stand-in] '${channel}' was sent to a page that isn't there yet; it is lost\n`,
        )
        for (const port of ports) router.close(port)
        return
      }
      toPage({ kind: 'message', channel, args, ports })
    },
    async leaveFullScreen() {
      const leave = () => document.exitFullscreen()
      if (!page.isClosed()) await page.evaluate(leave).catch(() => {})
    },
    step: (ms) => inPage(`step(${ms})`),
    settle: () => inPage('constructor'),
  }
}

function rgb(color: string) {
  const [, r = 'ff', g = 'ff', b = 'ff'] = /^#(..)(..)(..)$/.exec(color) ?? []
  return { r: parseInt(r, 16), g: parseInt(g, 16), b: parseInt(b, 16), a: 1 }
}

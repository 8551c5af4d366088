import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import type { MainLine } from './host.ts'
import type { MenuModel, Rect } from './words.ts'

interface Shown {
  tooltip: string
  menu: MenuModel[]
}

/** With a display: real Chromium windows, and a small strip of buttons that stands for the tray. */
export interface Desktop {
  openPage(
    context: BrowserContext,
    own: Set<Page>,
    size: { width: number; height: number },
  ): Promise<Page>
  showTray(tray: Shown | null, main: MainLine): void
}

export function createDesktop(): Desktop {
  const strips = new Map<BrowserContext, Promise<Page>>()
  let tray: Shown | null = null
  let main: MainLine | null = null

  function stripOf(context: BrowserContext, own: Set<Page>): Promise<Page> {
    const strip = strips.get(context) ?? makeStrip(context, own)
    strips.set(context, strip)
    return strip
  }
  async function makeStrip(context: BrowserContext, own: Set<Page>) {
    const page = await context.newPage()
    own.add(page)
    await page.exposeFunction('press', (path: string[]) =>
      main?.call('test.trayPress', { path }).catch((error: Error) => error.message),
    )
    await placeWindow(await context.newCDPSession(page), {
      visible: true,
      bounds: { x: 40, y: 40, width: 260, height: 420 },
    })
    // The strip is the tray: who closes it quits.
    page.once('close', () => main?.send('test.quit', null))
    await draw(page)
    return page
  }
  async function draw(page: Page) {
    await page.evaluate(drawStrip, tray)
  }

  return {
    async openPage(context, own, { width, height }) {
      const strip = await stripOf(context, own)
      const opened = context.waitForEvent('page')
      await strip.evaluate(
        (size) => void window.open('about:blank', '_blank', `popup,noopener,${size}`),
        `width=${width},height=${height}`,
      )
      return opened
    },
    showTray(shown, from) {
      tray = shown
      main = from
      for (const strip of strips.values()) void strip.then(draw).catch(() => {})
    },
  }
}

/** Runs in the strip's page. */
function drawStrip(tray: Shown | null) {
  document.title = tray ? `${tray.tooltip} (tray)` : 'no tray icon'
  document.body.style.cssText = 'font: 15px sans-serif; margin: 12px; display: grid; gap: 6px'
  const press: unknown = Reflect.get(window, 'press')
  const rows = (items: MenuModel[], path: string[]): HTMLElement[] =>
    items.flatMap((item) => {
      if (item.type === 'separator') return [document.createElement('hr')]
      if (item.items.length > 0) return rows(item.items, [...path, item.label])
      const button = document.createElement('button')
      button.textContent = [...path, item.label].join(' → ')
      button.disabled = !item.enabled
      button.addEventListener('click', () => {
        if (typeof press === 'function') Reflect.apply(press, window, [[...path, item.label]])
      })
      return [button]
    })
  document.body.replaceChildren(...rows(tray?.menu ?? [], []))
}

/** Puts the real window where the model has it; a hidden one is minimized. */
export async function placeWindow(
  cdp: CDPSession,
  { visible, bounds }: { visible: boolean; bounds: Rect },
): Promise<void> {
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  if (!visible) {
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
    return
  }
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  const { x, y, width, height } = bounds
  await cdp.send('Browser.setWindowBounds', {
    windowId,
    bounds: { left: x, top: y, width, height },
  })
}

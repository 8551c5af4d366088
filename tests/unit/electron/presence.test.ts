import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Senses } from '../../../electron/presence.ts'
import type { ShellNews, VaultNews } from '../../../src/ports.ts'

const system = { idleSeconds: 0, focused: false }
vi.mock('electron', () => ({
  powerMonitor: { getSystemIdleTime: () => system.idleSeconds },
  BrowserWindow: { getFocusedWindow: () => (system.focused ? {} : null) },
}))
const { sensesOf, watchPresence } = await import('../../../electron/presence.ts')

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(system, { idleSeconds: 0, focused: false })
  return () => vi.useRealTimers()
})

/** A watch over a desktop that says what the test wants, and a vault that asks for it. */
function aDesk({ slowMs = 0 } = {}) {
  const desk = {
    quiet: false as boolean | null,
    full: false as boolean | null,
    asked: 0,
  }
  const told: unknown[] = []
  let hear: (news: VaultNews) => void = () => {}
  const answer = async <Value>(value: () => Value) => {
    desk.asked++
    if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs))
    return value()
  }
  const senses: Senses = {
    quiet: { tool: 'gnome', isOn: () => answer(() => desk.quiet) },
    fullScreen: () => answer(() => desk.full),
    idle: true,
  }
  const room = watchPresence(
    {
      tell: (news: ShellNews) => told.push(news.kind === 'presence' ? news.seen : news),
      onNews: (heard) => void (hear = heard),
    },
    senses,
  )
  const watch = (until: 'offer' | 'return' | null) => hear({ kind: 'watch', until })
  return { desk, told, room, watch, hear: (news: VaultNews) => hear(news) }
}
const nothing = { doNotDisturb: false, fullScreen: false, idle: false }

describe('what the desktop says of itself', () => {
  it('is asked about only while something waits to be offered; else no timer runs', async () => {
    const { desk, watch } = aDesk()
    await vi.advanceTimersByTimeAsync(600_000)
    expect([desk.asked, vi.getTimerCount()]).toEqual([0, 0])
    watch('offer')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(desk.asked).toBe(14)
    watch(null)
    await vi.advanceTimersByTimeAsync(600_000)
    expect([desk.asked, vi.getTimerCount()]).toEqual([14, 0])
  })

  it('is told at once, and again only when it is another', async () => {
    const { desk, told, watch } = aDesk()
    watch('offer')
    await vi.advanceTimersByTimeAsync(25_000)
    expect(told).toEqual([nothing])
    desk.quiet = true
    await vi.advanceTimersByTimeAsync(25_000)
    desk.full = true
    system.idleSeconds = 120
    await vi.advanceTimersByTimeAsync(25_000)
    expect(told).toEqual([
      nothing,
      { ...nothing, doNotDisturb: true },
      { doNotDisturb: true, fullScreen: true, idle: true },
    ])
  })

  it('is told anew with every watch, and what it doesn’t say is not in the way', async () => {
    const { desk, told, watch } = aDesk()
    desk.quiet = true
    watch('offer')
    await vi.advanceTimersByTimeAsync(1_000)
    watch(null)
    desk.quiet = null
    watch('offer')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told).toEqual([{ ...nothing, doNotDisturb: true }, nothing])
  })

  it('is not told any more once the watch is over, though the answer was on its way', async () => {
    const { told, watch } = aDesk({ slowMs: 1_500 })
    watch('offer')
    await vi.advanceTimersByTimeAsync(1_000)
    watch(null)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([told, vi.getTimerCount()]).toEqual([[], 0])
  })

  it('is nobody’s presentation while a window of Lull has the focus', async () => {
    const { desk, told, watch } = aDesk()
    desk.full = true
    system.focused = true
    watch('offer')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told).toEqual([nothing])
  })

  it('until somebody is back is the keyboard alone, once a minute', async () => {
    const { desk, told, watch } = aDesk()
    system.idleSeconds = 300
    watch('return')
    await vi.advanceTimersByTimeAsync(120_000)
    system.idleSeconds = 0
    await vi.advanceTimersByTimeAsync(60_000)
    expect([told, desk.asked]).toEqual([[{ idle: true }, { idle: false }], 0])
  })

  it('is no concern of a vault that begins, until it says so', async () => {
    const { desk, watch, hear } = aDesk()
    watch('offer')
    await vi.advanceTimersByTimeAsync(1_000)
    hear({ kind: 'journal', state: 'locked' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect([desk.asked, vi.getTimerCount()]).toEqual([2, 0])
    watch('offer')
    hear({ kind: 'journal', state: 'open' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([desk.asked, vi.getTimerCount()]).toEqual([4, 1])
  })

  it('can be looked at, whenever somebody wants to know', async () => {
    const { desk, room } = aDesk()
    desk.quiet = true
    desk.full = null
    expect(await room.see()).toMatchObject({
      doNotDisturb: { tool: 'gnome', isOn: true },
      fullScreen: { isOn: null },
    })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('what can be seen', () => {
  const all = () => true
  type Env = Record<string, string>
  it.each<[where: string, NodeJS.Platform, Env, boolean, quiet: string | null, full: boolean]>([
    ['Windows', 'win32', {}, false, null, false],
    ['a Mac', 'darwin', {}, false, null, false],
    [
      'GNOME on X11',
      'linux',
      { XDG_CURRENT_DESKTOP: 'GNOME', DISPLAY: ':0' },
      false,
      'gnome',
      true,
    ],
    [
      'GNOME on Wayland',
      'linux',
      { XDG_CURRENT_DESKTOP: 'GNOME', DISPLAY: ':0' },
      true,
      'gnome',
      false,
    ],
    [
      'KDE, and Lull as a program of X11 under Wayland',
      'linux',
      { XDG_CURRENT_DESKTOP: 'KDE', DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' },
      false,
      'kde',
      false,
    ],
    ['Xfce', 'linux', { XDG_CURRENT_DESKTOP: 'XFCE', DISPLAY: ':0' }, false, null, true],
    ['no desktop at all', 'linux', {}, false, null, false],
  ])('at %s', (_where, platform, env, compositorPlaces, quiet, full) => {
    const senses = sensesOf({ compositorPlaces }, { platform, env, exists: all })
    expect([senses.quiet?.tool ?? null, senses.fullScreen !== null]).toEqual([quiet, full])
  })

  it.each([
    [
      'GNOME on Wayland',
      { XDG_SESSION_TYPE: 'wayland', XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' },
      true,
    ],
    ['KDE on Wayland', { XDG_SESSION_TYPE: 'wayland', XDG_CURRENT_DESKTOP: 'KDE' }, true],
    ['sway', { XDG_SESSION_TYPE: 'wayland', XDG_CURRENT_DESKTOP: 'sway' }, false],
    ['a Wayland desktop without a name', { XDG_SESSION_TYPE: 'wayland' }, false],
    ['Xfce on X11', { XDG_SESSION_TYPE: 'x11', XDG_CURRENT_DESKTOP: 'XFCE' }, true],
  ])('of an idle time, at %s: %o %s', async (_where, env, idle) => {
    const here = { platform: 'linux', env, exists: all } as const
    const senses = sensesOf({ compositorPlaces: true }, here)
    const room = watchPresence({ tell() {}, onNews() {} }, { ...senses, quiet: null })
    expect(await room.see()).toMatchObject({ idle })
  })

  it('is nothing where the system’s tools are not there', () => {
    const env = { XDG_CURRENT_DESKTOP: 'KDE', DISPLAY: ':0' }
    const here = { platform: 'linux', env, exists: () => false } as const
    expect(sensesOf({ compositorPlaces: false }, here)).toMatchObject({
      quiet: null,
      fullScreen: null,
    })
  })
})

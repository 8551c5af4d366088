import { BrowserWindow, powerMonitor } from 'electron'
import { existsSync } from 'node:fs'
import type { Presence, Sees, VaultNews } from '../src/ports.ts'
import {
  activeWindowOf,
  isFullScreen,
  isQuietOnGnome,
  isQuietOnKde,
  quietToolOf,
  tellsIdle,
  type QuietTool,
} from '../src/prompts/presence.ts'
import type { Desktop } from './desktop.ts'
import { askTool } from './tools.ts'
import type { VaultHost } from './vault-host.ts'

/** What this desktop tells of itself; each null where nothing here can be asked. */
export interface Senses {
  quiet: { tool: QuietTool; isOn(): Promise<boolean | null> } | null
  fullScreen: (() => Promise<boolean | null>) | null
  idle: boolean
}

const gsettings = '/usr/bin/gsettings'
const busctl = '/usr/bin/busctl'
const xprop = '/usr/bin/xprop'

interface Here {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  exists: (path: string) => boolean
}

/**
 * Windows and macOS tell of do-not-disturb and of full screens only to native code, or by what they
 * don't document, so nothing is asked there. GNOME and KDE say the first, X11 the second; a Wayland
 * desktop says nothing of other programs' windows.
 */
export function sensesOf(
  { compositorPlaces }: Pick<Desktop, 'compositorPlaces'>,
  { platform, env, exists }: Here = {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
  },
): Senses {
  if (platform !== 'linux') return { quiet: null, fullScreen: null, idle: true }
  const desktop = env['XDG_CURRENT_DESKTOP'] ?? ''
  const tool = quietToolOf(desktop)
  const hasTool = tool !== null && exists(tool === 'gnome' ? gsettings : busctl)
  // Under Wayland there may be an X server too, which knows a few of the windows only.
  const isX11 = !compositorPlaces && env['XDG_SESSION_TYPE'] !== 'wayland'
  return {
    quiet: hasTool ? { tool, isOn: tool === 'gnome' ? askGnome : askKde } : null,
    fullScreen: isX11 && (env['DISPLAY'] ?? '') !== '' && exists(xprop) ? askX11 : null,
    idle: tellsIdle(env['XDG_SESSION_TYPE'] ?? '', desktop),
  }
}

/** How often it looks while something waits to be offered, and while nobody is at the keyboard. */
const everyMs = { offer: 10_000, return: 60_000 }
/** So long without a key or a move of the pointer, and nobody is there. */
const awaySeconds = 120

export interface PresenceRoom {
  /** What can be seen at this desk, and how it stands now. */
  see(): Promise<Omit<Sees, 'tellsBy' | 'lock'>>
}

/** Looks only while the policy in the vault wants to know; the rest of the time no timer runs. */
export function watchPresence(
  vault: Pick<VaultHost, 'tell' | 'onNews'>,
  { quiet, fullScreen, idle }: Senses,
): PresenceRoom {
  let watching: Extract<VaultNews, { kind: 'watch' }>['until'] = null
  /** Grows with every turn: an answer to a question from before is not told. */
  let turn = 0
  let next: NodeJS.Timeout | undefined
  let told: Partial<Presence> = {}

  const isAway = () => powerMonitor.getSystemIdleTime() >= awaySeconds
  /** A pause of ours that fills the screen is no presentation. */
  const fills = async () =>
    fullScreen && BrowserWindow.getFocusedWindow() === null ? fullScreen() : false

  /** What can't be asked for, or isn't said, is not in the way. */
  async function seen(): Promise<Presence> {
    const [isQuiet, fillsScreen] = await Promise.all([quiet?.isOn() ?? null, fills()])
    return { doNotDisturb: isQuiet ?? false, fullScreen: fillsScreen ?? false, idle: isAway() }
  }

  async function look(asked: number, until: 'offer' | 'return') {
    const now = until === 'offer' ? await seen() : { idle: isAway() }
    if (asked !== turn) return
    if (JSON.stringify(now) !== JSON.stringify(told)) {
      told = now
      vault.tell({ kind: 'presence', seen: now })
    }
    next = setTimeout(() => void look(asked, until), everyMs[until])
  }

  vault.onNews((news) => {
    // A vault that begins wants nothing yet, and knows nothing of what was told.
    const starts = news.kind === 'journal' && news.state !== 'open'
    if (news.kind !== 'watch' && !starts) return
    const until = news.kind === 'watch' ? news.until : null
    if (until === watching && !starts) return
    watching = until
    turn++
    clearTimeout(next)
    told = {}
    if (until) void look(turn, until)
  })

  return {
    async see() {
      const [isOn, fillsNow] = await Promise.all([quiet?.isOn() ?? null, fills()])
      return {
        system: systemOf(process.platform),
        doNotDisturb: quiet && { tool: quiet.tool, isOn },
        fullScreen: fullScreen && { isOn: fillsNow },
        idle,
      }
    },
  }
}

const systemOf = (platform: NodeJS.Platform): Sees['system'] =>
  platform === 'win32' ? 'windows' : platform === 'darwin' ? 'mac' : 'linux'

async function askGnome(): Promise<boolean | null> {
  const output = await askTool(gsettings, [
    'get',
    'org.gnome.desktop.notifications',
    'show-banners',
  ])
  return output === null ? null : isQuietOnGnome(output)
}

async function askKde(): Promise<boolean | null> {
  const notifications = 'org.freedesktop.Notifications'
  const output = await askTool(busctl, [
    '--user',
    // Nobody is started only to be asked.
    '--auto-start=no',
    'get-property',
    notifications,
    '/org/freedesktop/Notifications',
    notifications,
    'Inhibited',
  ])
  return output === null ? null : isQuietOnKde(output)
}

/** Two questions of the window with the focus: which it is, and how it stands. Never what it shows. */
async function askX11(): Promise<boolean | null> {
  const root = await askTool(xprop, ['-root', '-notype', '_NET_ACTIVE_WINDOW'])
  const window = root === null ? null : activeWindowOf(root)
  if (window === null || window === 'none') return window === null ? null : false
  const output = await askTool(xprop, ['-id', window, '-notype', '_NET_WM_STATE'])
  return output === null ? null : isFullScreen(output)
}

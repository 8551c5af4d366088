import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { chromium as playwright, type Browser } from 'playwright-core'
import { unpackChromium } from './chromium-package.ts'

export interface Chromium {
  browser: Browser
  pid: number
  /** The browser's process and all below it. */
  pids(): number[]
  /** Ends all of it; resolves once it is gone. */
  kill(): Promise<void>
}

export interface Launch {
  /** Chromium's profile and temp files, inside the run's own folder. */
  folder: string
  headless: boolean
  /** `host:port` that whatever Chromium itself wants from outside goes to. */
  ownProxy: string
  switches: readonly { name: string; value: string }[]
  env: NodeJS.ProcessEnv
}

const features =
  'Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,CertificateTransparencyComponentUpdater,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,CalculateNativeWinOcclusion,NetworkTimeServiceQuerying,LoadingPredictorUseOptimizationGuide,LoadingOnlyAnchorsPreconnect,PreconnectToSearch,ExtensionsUpdate'

/** What the app may not decide here: the way out belongs to the dead proxy, which must hear of it. */
const kept = new Set([
  'host-resolver-rules',
  'proxy-server',
  'disable-features',
  'remote-debugging-port',
  'user-data-dir',
])

export async function launchChromium({
  folder,
  headless,
  ownProxy,
  switches,
  env,
}: Launch): Promise<Chromium> {
  const { path, libraries } = await findChromium()
  const disabled = switches.find(({ name }) => name === 'disable-features')?.value
  const args = [
    ...(headless ? ['--headless', '--hide-scrollbars', '--mute-audio'] : ['--incognito']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    '--no-startup-window',
    `--user-data-dir=${join(folder, 'chromium')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-field-trial-config',
    '--disable-preconnect',
    '--allow-browser-signin=false',

    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-client-side-phishing-detection',
    '--disable-domain-reliability',
    '--disable-dev-shm-usage',
    '--disable-search-engine-choice-screen',
    '--disable-background-timer-throttling',
    '--disable-popup-blocking',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-partial-raster',
    '--autoplay-policy=no-user-gesture-required',
    '--metrics-recording-only',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disk-cache-size=1',
    `--disable-features=${[features, disabled].filter(Boolean).join(',')}`,
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--proxy-server=http://${ownProxy}`,
    '--proxy-bypass-list=<-loopback>',
    ...switches
      .filter(({ name }) => !kept.has(name))
      .map(({ name, value }) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ]
  const child = spawn(path, args, {
    stdio: [
      'ignore',
      'ignore',
      process.env['LULL_CHROMIUM_LOG'] === '1' ? 'inherit' : 'ignore',
      'pipe',
      'pipe',
    ],
    // A group of its own, so that all of it ends at once.
    detached: process.platform !== 'win32',
    env: {
      ...env,
      TMPDIR: folder,
      TEMP: folder,
      TMP: folder,
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries, ...fontsFor(path) }),
    },
  })
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`[stand-in] ${path} ended with ${code} before it could be reached`)),
    )
  })
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const browser = await Promise.race([
    playwright.connectOverCDP(pipes(child), { noDefaults: true }),
    failed,
  ])
  failed.catch(() => {})
  const pid = child.pid ?? 0
  return {
    browser,
    pid,
    pids: () => [pid, ...descendants(pid)],
    async kill() {
      if (process.platform === 'win32') child.kill('SIGKILL')
      else killGroup(pid)
      await gone
    },
  }
}

/** The package's own fonts, on a machine that has none set up. */
const fontsFor = (path: string): NodeJS.ProcessEnv =>
  existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(dirname(path), 'own-fonts.conf') }

/** Messages of the DevTools protocol over two pipes, each ended by a zero byte. No port is opened. */
function pipes(child: ChildProcess) {
  const [, , , writable, readable] = child.stdio
  let rest = Buffer.alloc(0)
  const transport: {
    send(message: object): void
    close(): void
    onmessage?: (message: object) => void
    onclose?: (reason?: string) => void
  } = {
    send(message) {
      if (isWritable(writable)) writable.write(`${JSON.stringify(message)}\0`)
    },
    close: () => void child.kill(),
  }
  if (isWritable(writable)) writable.on('error', () => child.kill())
  if (isReadable(readable))
    readable.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        const message: object = JSON.parse(rest.toString('utf8', 0, end))
        rest = rest.subarray(end + 1)
        transport.onmessage?.(message)
      }
    })
  child.once('exit', () => transport.onclose?.('Chromium has ended'))
  return transport
}

const isWritable = (stream: unknown): stream is Writable =>
  typeof stream === 'object' && stream !== null && 'write' in stream
const isReadable = (stream: unknown): stream is Readable =>
  typeof stream === 'object' && stream !== null && 'read' in stream

function killGroup(pid: number) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** All processes below one, from the system's own list. */
export function descendants(root: number): number[] {
  if (process.platform === 'win32') return []
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , stat = '']) => !stat.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }))
  const below = (parent: number): number[] =>
    rows.filter((row) => row.parent === parent).flatMap(({ pid }) => [pid, ...below(pid)])
  return below(root)
}

/** LULL_CHROMIUM, else one of the system, else the headless one inside an npm package. */
/** Whether there is a Chromium that can show windows: the one in the package can't. */
export function canShowWindows(): boolean {
  const named = process.env['LULL_CHROMIUM']
  if (named !== undefined && named !== '') return named !== 'package'
  return places().some(isProgram)
}

export async function findChromium(): Promise<{ path: string; libraries: string | null }> {
  const named = process.env['LULL_CHROMIUM']
  if (named !== undefined && named !== '' && named !== 'package')
    return { path: named, libraries: null }
  const found = named === 'package' ? undefined : places().find(isProgram)
  return found === undefined ? unpackChromium() : { path: found, libraries: null }
}

function places(): string[] {
  const env = process.env
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (process.platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((root) =>
      root === undefined
        ? []
        : [
            'Chromium/Application/chrome.exe',
            'Google/Chrome/Application/chrome.exe',
            'Microsoft/Edge/Application/msedge.exe',
          ].map((file) => join(root, file)),
    )
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge',
  ]
  // Debian's command is a script that adds flags and keys of its own; the program lies behind it.
  const behind = ['/usr/lib/chromium/chromium', '/usr/lib64/chromium-browser/chromium-browser']
  return [
    ...behind,
    ...names.flatMap((name) =>
      (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
    ),
  ]
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

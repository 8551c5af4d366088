import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'

type Decide = (granted: boolean) => void

/** A session that keeps what it was told, and can be asked as Chromium asks. */
class Session extends EventEmitter {
  before: ((details: { url: string }, decide: (answer: object) => void) => void) | null = null
  request: ((contents: null, permission: string, decide: Decide, details: object) => void) | null =
    null
  check: ((contents: null, permission: string, origin: string) => boolean) | null = null
  device: ((details: object) => boolean) | null = null
  spelling = true
  dictionary = ''
  proxy: object | null = null
  webRequest = {
    onBeforeRequest: (listener: typeof this.before) => {
      this.before = listener
    },
  }
  setPermissionRequestHandler(handler: typeof this.request) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: typeof this.check) {
    this.check = handler
  }
  setDevicePermissionHandler(handler: typeof this.device) {
    this.device = handler
  }
  setSpellCheckerEnabled(on: boolean) {
    this.spelling = on
  }
  setSpellCheckerDictionaryDownloadURL(url: string) {
    this.dictionary = url
  }
  async setProxy(proxy: object) {
    this.proxy = proxy
  }

  /** Whether a page may, by both ways that Chromium has of asking. */
  may(permission: string, url: string): { asked: boolean | null; checked: boolean | null } {
    let asked: boolean | null = null
    this.request?.(null, permission, (granted) => (asked = granted), { requestingUrl: url })
    return { asked, checked: this.check?.(null, permission, new URL(url).origin) ?? null }
  }
  cancels(url: string): boolean {
    let cancelled = false
    this.before?.({ url }, (answer) => {
      cancelled = 'cancel' in answer && answer.cancel === true
    })
    return cancelled
  }
}

const ours = new Session()
const others = new Session()
const app = Object.assign(new EventEmitter(), {
  switches: new Map<string, string>(),
  commandLine: {
    appendSwitch: (name: string, value = '') => void app.switches.set(name, value),
  },
})
vi.mock('electron', () => ({
  app,
  protocol: {},
  session: { fromPartition: () => ours, defaultSession: others },
}))
const { closeTheDoors, silence } = await import('../../../electron/security.ts')

beforeAll(async () => {
  silence()
  await closeTheDoors()
})

/** Every permission that this Electron knows, as its own types name them. */
const permissions = [
  ...new Set(
    readFileSync(join(import.meta.dirname, '../../../node_modules/electron/electron.d.ts'), 'utf8')
      .split('\n')
      .filter((line) => /setPermission(Request|Check)Handler\(handler: /.test(line))
      .flatMap((line) => /permission: ([^,)]+)/.exec(line)?.[1]?.match(/[\w-]+/g) ?? []),
  ),
]
const given = ['fullscreen', 'speaker-selection']
const page = 'app://lull/main/index.html'
const no = { asked: false, checked: false }

describe('what a page may do', () => {
  it('is known of every permission that there is', () => {
    expect(permissions.length).toBeGreaterThan(40)
    expect(permissions).toEqual(
      expect.arrayContaining([
        ...given,
        'media',
        'geolocation',
        'notifications',
        'clipboard-read',
        'display-capture',
        'hid',
        'serial',
        'usb',
        'openExternal',
        'local-fonts',
      ]),
    )
  })

  it('is to choose where a tone sounds, and to fill the screen', () => {
    for (const permission of given) expect(ours.may(permission, page).asked, permission).toBe(true)
    // Chromium asks the check by origin, which has no slash at its end.
    for (const permission of given)
      expect(ours.check?.(null, permission, 'app://lull'), permission).toBe(true)
  })

  it('is nothing else, from no page, in no session', () => {
    for (const permission of permissions.filter((each) => !given.includes(each)))
      for (const session of [ours, others])
        expect(session.may(permission, page), permission).toEqual(no)
    expect(ours.may('a permission of next year', page)).toEqual(no)
  })

  it.each(['https://lull/', 'app://lull.evil/', 'app://other/', 'file:///', 'https://app//lull/'])(
    'is nothing for %s',
    (url) => {
      for (const permission of permissions) expect(ours.may(permission, url)).toEqual(no)
    },
  )

  it('is to use no device, and to have nothing downloaded', () => {
    for (const session of [ours, others]) {
      for (const deviceType of ['hid', 'serial', 'usb'])
        expect(session.device?.({ deviceType, origin: 'app://lull', device: {} })).toBe(false)
      const event = { preventDefault: vi.fn<() => void>() }
      session.emit('will-download', event)
      expect(event.preventDefault).toHaveBeenCalledOnce()
    }
  })
})

describe('what goes out', () => {
  it.each([
    'https://198.51.100.7/',
    'http://localhost/',
    'wss://198.51.100.7/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:app://lull/1',
    'app://lull.evil/a.js',
    'app://other/a.js',
    'chrome://settings/',
    'devtools://devtools/',
    'view-source:app://lull/main/index.html',
  ])('is no request to %s', (url) => {
    for (const session of [ours, others]) expect(session.cancels(url)).toBe(true)
  })

  it('is nothing but our own pages, and the rest meets a proxy that isn’t there', () => {
    expect(ours.cancels(page)).toBe(false)
    for (const session of [ours, others]) {
      expect(session.proxy).toEqual({
        mode: 'fixed_servers',
        proxyRules: 'http://127.0.0.1:9',
        proxyBypassRules: '<-loopback>',
      })
      expect(session.spelling).toBe(false)
      expect(session.dictionary).toMatch(/^app:/)
    }
    expect(app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect([...app.switches.keys()]).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update']),
    )
  })

  it('switches no protection of Chromium’s off', () => {
    expect([...app.switches.keys()].join(' ')).not.toMatch(
      /sandbox|web-security|insecure|remote-debugging|enable-blink|enable-features|experimental/,
    )
  })
})

describe('what the system opens', () => {
  it('is nothing: whoever adds a way out adds its addresses to docs/security.md', () => {
    const folder = join(import.meta.dirname, '../../../electron')
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
    const opening = files.filter((file) =>
      /openExternal|openPath/.test(readFileSync(join(folder, file), 'utf8')),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(opening).toEqual([])
  })
})

describe('a page, whichever it is', () => {
  /** One that was just made, as Electron tells of it. */
  function made() {
    let open: ((details: object) => object) | null = null
    let policy = ''
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler(handler: typeof open) {
        open = handler
      },
      setWebRTCIPHandlingPolicy(to: string) {
        policy = to
      },
    })
    app.emit('web-contents-created', {}, contents)
    return { contents, opens: (url: string) => open?.({ url }), policy: () => policy }
  }

  it.each([
    'https://198.51.100.7/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    'ms-settings:',
    'lull-call://ended',
    page,
    'about:blank',
    '',
  ])('opens no window for %j', (url) => {
    expect(made().opens(url)).toEqual({ action: 'deny' })
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'goes nowhere: %s',
    (name) => {
      const event = { preventDefault: vi.fn<() => void>(), url: page }
      made().contents.emit(name, event, page)
      expect(event.preventDefault).toHaveBeenCalledOnce()
    },
  )

  it('tells no other machine where it is', () => {
    expect(made().policy()).toBe('disable_non_proxied_udp')
  })
})

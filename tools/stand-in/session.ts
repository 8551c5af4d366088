import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { PreventableEvent } from './event.ts'
import { host, onHost } from './link.ts'
import { onlyAfterReady, onlyBeforeReady } from './phase.ts'
import { refuse } from './strict.ts'
import { contentsOf, type WebContents } from './web-contents.ts'
import type { Decision, SeenRequest } from './words.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
interface RequestDetails {
  id: number
  url: string
  method: string
  webContentsId?: number
  webContents?: WebContents
  resourceType: string
  referrer: string
  timestamp: number
}
type BeforeRequest = (
  details: RequestDetails,
  decide: (answer: { cancel?: boolean; redirectURL?: string }) => void,
) => void
type PermissionRequest = (
  contents: WebContents,
  permission: string,
  decide: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void
type PermissionCheck = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: { requestingUrl: string; isMainFrame: boolean },
) => boolean

const declared = new Set<string>()
const sessions = new Map<string, Session>()
let requests = 0

/** One Chromium context in memory a partition; what it may reach is decided here. */
export class Session extends EventEmitter {
  readonly partition: string
  readonly #schemes = new Map<string, SchemeHandler>()
  #beforeRequest: BeforeRequest | null = null
  #permissionRequest: PermissionRequest | null = null
  #permissionCheck: PermissionCheck | null = null
  #spellChecker = true
  #proxy: string | null = null

  constructor(partition: string) {
    super()
    this.partition = partition
    sessions.set(partition, this)
  }

  readonly protocol = {
    handle: (scheme: string, handler: SchemeHandler) => {
      if (!declared.has(scheme)) refuse(`the scheme "${scheme}" was not declared before ready`)
      if (this.#schemes.has(scheme)) refuse(`the scheme "${scheme}" has a handler already`)
      this.#schemes.set(scheme, handler)
    },
    unhandle: (scheme: string) => void this.#schemes.delete(scheme),
    isProtocolHandled: (scheme: string) => this.#schemes.has(scheme),
  }
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => {
      this.#beforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#permissionRequest = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#permissionCheck = handler
  }
  setDevicePermissionHandler(_handler: ((details: never) => boolean) | null): void {}
  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecker = enabled
  }
  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker
  }
  setSpellCheckerDictionaryDownloadURL(_url: string): void {}
  /** Counts for windows made from now on. */
  async setProxy({ proxyRules = '' }: { proxyRules?: string }): Promise<void> {
    this.#proxy = proxyRules === '' ? null : proxyRules
  }
  proxy(): string | null {
    return this.#proxy
  }
  async closeAllConnections(): Promise<void> {}
  async clearStorageData(): Promise<void> {}

  /** The stand-in's own: what happens to a request of one of this session's pages. */
  async decide(seen: SeenRequest): Promise<Decision> {
    const { cancel, redirectURL } = await this.#ask(seen)
    if (cancel === true) return { kind: 'cancel' }
    if (redirectURL !== undefined) return { kind: 'redirect', url: redirectURL }
    const handler = this.#schemes.get(new URL(seen.url).protocol.slice(0, -1))
    if (!handler)
      return declared.has(new URL(seen.url).protocol.slice(0, -1))
        ? { kind: 'cancel' }
        : { kind: 'go on' }
    const response = await handler(
      new Request(seen.url, {
        method: seen.method,
        headers: seen.headers,
        ...(seen.body === null ? {} : { body: seen.body }),
      }),
    )
    return {
      kind: 'answer',
      status: response.status,
      headers: [...response.headers],
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }
  #ask(seen: SeenRequest): Promise<{ cancel?: boolean; redirectURL?: string }> {
    const listener = this.#beforeRequest
    if (!listener) return Promise.resolve({})
    const contents = seen.page === null ? undefined : contentsOf(seen.page)
    return new Promise((resolve) =>
      listener(
        {
          id: ++requests,
          url: seen.url,
          method: seen.method,
          resourceType: seen.resourceType,
          referrer: seen.headers['referer'] ?? '',
          timestamp: Date.now(),
          ...(contents ? { webContents: contents, webContentsId: contents.id } : {}),
        },
        resolve,
      ),
    )
  }
  /** Electron grants where nobody decides. */
  async allows(contents: WebContents, permission: string, origin: string): Promise<boolean> {
    const details = { requestingUrl: `${origin}/`, isMainFrame: true }
    const check = this.#permissionCheck
    if (check && !check(contents, permission, origin, details)) return false
    const ask = this.#permissionRequest
    if (!ask) return true
    return new Promise((resolve) => ask(contents, permission, resolve, details))
  }
}

export const sessionOf = (given: unknown, partition = ''): Session => {
  if (given instanceof Session) return given
  return sessions.get(partition) ?? new Session(partition)
}

export const session = {
  get defaultSession(): Session {
    onlyAfterReady('session.defaultSession')
    return sessionOf(undefined)
  },
  fromPartition(partition: string): Session {
    onlyAfterReady('session.fromPartition')
    if (partition.startsWith('persist:')) refuse('a partition that persists writes to disk')
    return sessionOf(undefined, partition)
  },
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme } of schemes) declared.add(scheme)
  },
  handle: (scheme: string, handler: SchemeHandler) =>
    session.defaultSession.protocol.handle(scheme, handler),
  unhandle: (scheme: string) => session.defaultSession.protocol.unhandle(scheme),
  isProtocolHandled: (scheme: string) => session.defaultSession.protocol.isProtocolHandled(scheme),
}

/** The stand-in's own: Chromium starts with what the app has declared until it was ready. */
export function startChromium(): void {
  host().send('chromium', {
    switches: [...app.switches].map(([name, value]) => ({ name, value })),
    schemes: [...declared],
  })
}

onHost((line) => {
  line.on('request', (seen) => sessionOf(undefined, seen.partition).decide(seen))
  line.on('permissions', async ({ page, asked, origin }) => {
    const contents = contentsOf(page)
    if (!contents) return []
    const given = asked.map((each) => contents.session.allows(contents, each, origin))
    const answers = await Promise.all(given)
    return asked.filter((_each, index) => answers[index])
  })
  line.on('download', ({ page, url }) => {
    const contents = contentsOf(page)
    contents?.session.emit('will-download', new PreventableEvent(), { getURL: () => url }, contents)
  })
})

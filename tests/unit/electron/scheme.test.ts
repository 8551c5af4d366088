import fc from 'fast-check'
import { resolve, sep } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

const registerSchemesAsPrivileged = vi.fn<(schemes: unknown) => void>()
vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged } }))
const { declareScheme, fileFor, serveScheme } = await import('../../../electron/scheme.ts')
const root = resolve('out/renderer')

describe('our own scheme', () => {
  it('means the files of the built renderer', () => {
    expect(fileFor(root, 'app://lull/main/index.html')).toBe(`${root}${sep}main${sep}index.html`)
    expect(fileFor(root, 'app://lull/assets/a%20b.js?v=1#top')).toBe(
      `${root}${sep}assets${sep}a b.js`,
    )
  })

  it.each([
    'app://lull/..%2f..%2fpackage.json',
    'app://lull/..%5c..%5cpackage.json',
    'app://lull/%5c%5chost/share/a.js',
    'app://lull/C:/Windows/win.ini',
    'app://lull/C%3a/Windows/win.ini',
    'app://lull/main/index.html::$DATA',
    'app://lull/a%00.html',
    'app://lull/%',
    'app://other/main/index.html',
    'app://lull.evil/main/index.html',
    'app://lull@evil/main/index.html',
    'app://lull:80/main/index.html',
    'file:///etc/passwd',
    'https://lull/main/index.html',
    'app://lull',
  ])('means nothing by %s', (url) => {
    expect(fileFor(root, url)).toBeNull()
  })

  it.each(['app://lull/../../package.json', 'app://lull/%2e%2e/%2e%2e/package.json'])(
    'climbs no higher than the renderer by %s',
    (url) => {
      expect(fileFor(root, url)).toBe(`${root}${sep}package.json`)
    },
  )

  it('is given what a page needs and no more: no rights over policies, no requests, no workers', () => {
    declareScheme()
    expect(registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true } },
    ])
  })

  it('never leaves the renderer, whatever the address', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'main', '%00', '%')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = fileFor(root, `app://lull/${pieces.join('/')}`)
        if (file !== null) expect(file.startsWith(root + sep)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('what our own scheme answers', () => {
  type Handler = (request: Request) => Promise<Response>
  /** Asks as Chromium does; `root` is the renderer of this repository, which has the same pages. */
  async function ask(url: string, method = 'GET'): Promise<Response> {
    const handle = vi.fn<(scheme: string, handler: Handler) => void>()
    Reflect.apply(serveScheme, null, [{ protocol: { handle } }])
    const [scheme, handler] = handle.mock.calls[0] ?? []
    expect(scheme).toBe('app')
    // A Request can't have an address of a scheme that the platform doesn't know.
    if (!handler) throw new Error('no handler')
    return Reflect.apply(handler, null, [{ url, method }])
  }

  it('is a page with a policy that lets nothing in but our own', async () => {
    const { status, headers } = await ask('app://lull/main/index.html')
    expect(status).toBe(200)
    const policy = headers.get('content-security-policy') ?? ''
    const directives = new Map(
      policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
    )
    expect(directives.get('default-src')).toBe("'none'")
    const values = [...directives.values()].join(' ').split(' ')
    expect(new Set(values)).toEqual(new Set(["'none'", "'self'", "'script'"]))
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['a file that isn’t there', 'app://lull/main/nothing.html', 'GET'],
    ['a folder', 'app://lull/main/', 'GET'],
    ['a kind that no page needs', 'app://lull/main/Data.tsx', 'GET'],
    ['a file outside', 'app://lull/..%2fpackage.json', 'GET'],
    ['anything but a look', 'app://lull/main/index.html', 'POST'],
    ['another host', 'app://other/main/index.html', 'GET'],
  ])('is nothing for %s', async (_what, url, method) => {
    const { status, headers } = await ask(url, method)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBeNull()
  })
})

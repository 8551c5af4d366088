import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/**
 * Lull's own pages: `app://lull/<window>/index.html`, served from the built renderer and from
 * nowhere else. Not the scheme of links, which comes from outside.
 */
const scheme = 'app'
const origin = `${scheme}://lull`

export const pageUrl = (window: string): string => `${origin}/${window}/index.html`

/** Whether an address is one of our own pages or files. */
export const isOurs = (url: string): boolean => url.startsWith(`${origin}/`)

/** Before `ready`. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

export function serveScheme(session: Session): void {
  const root = join(import.meta.dirname, '../renderer')
  session.protocol.handle(scheme, async ({ url, method }) => {
    const file = method === 'GET' ? fileFor(root, url) : null
    const type = file === null ? undefined : types[extname(file)]
    if (file === null || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...headers, 'content-type': type },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

/** The file an address means, or null where it would lie outside `root`. */
export function fileFor(root: string, url: string): string | null {
  if (!isOurs(url)) return null
  try {
    const path = decodeURIComponent(new URL(url).pathname)
    // A colon names a drive of Windows, or a stream beside a file; no file of ours has one.
    if (/[\0\\:]/.test(path)) return null
    const file = normalize(join(root, path))
    return file.startsWith(root + sep) ? file : null
  } catch {
    return null
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Nothing but our own scripts, styles, fonts and pictures; no connection, no frame, no form. */
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
}

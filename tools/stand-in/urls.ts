/**
 * A custom scheme never reaches Chromium's interception, so pages live under https addresses that
 * nothing can resolve, and every API that shows an address shows the app's own:
 * `app://lull/card/` outside is `https://lull.app.invalid/card/` inside.
 */
const inside = /^https:\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.invalid(?=[/?#]|$)/

/** The address as the app knows it. */
export const outward = (url: string): string => url.replace(inside, '$2://$1')

/** The address as Chromium knows it, for a scheme that the app has declared. */
export function inward(url: string, schemes: Iterable<string>): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/.exec(url) ?? []
  return [...schemes].includes(scheme) ? `https://${host}.${scheme}.invalid${rest}` : url
}

export const originOf = (url: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/.exec(url)?.[0] ?? 'null'

/** Rewrites what a response's header may name: CSP sources and redirect targets. */
export const inwardHeader = (value: string, schemes: Iterable<string>): string =>
  [...schemes].reduce(
    (text, scheme) =>
      text
        .replaceAll(new RegExp(`\\b${scheme}://([a-z0-9-]+)`, 'g'), `https://$1.${scheme}.invalid`)
        .replaceAll(
          new RegExp(`(^|[\\s;])${scheme}:(?=$|[\\s;])`, 'g'),
          `$1https://*.${scheme}.invalid`,
        ),
    value,
  )

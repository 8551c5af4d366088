/**
 * Lull's own links: `lull-call://ended?code=…`, with `started`, `ended` or `mark` in the place of the
 * host. Any page and any program can make the system open one, so it is read as a stranger's letter:
 * pure, short, and nothing but the type comes out.
 */
import {
  channelOf,
  kindsOf,
  secondsOf,
  type CallEvent,
  type Details,
  type ThrownKind,
} from './signal.ts'

export const scheme = 'lull-call'
/** No link of ours comes near. */
const longest = 2000

const events: Readonly<Record<string, CallEvent>> = {
  started: 'started',
  ended: 'ended',
  mark: 'marked',
}

/** A link, read. `code` is what it carried, and is compared by the Lull that runs. */
export interface ReadLink extends Details {
  /** Null: it names nothing that Lull knows. */
  event: CallEvent | null
  code: string | null
  thrown: ThrownKind[]
}

/** Whether an argument is meant as a link of Lull's, well written or not. */
export const isLink = (text: string): boolean => /^lull-call:/i.test(text)

/** Reads a link. Never throws; what it can't read it throws away. */
export function readLink(text: string): ReadLink {
  const [, what = '', query = ''] =
    /^lull-call:(?:\/\/)?([a-z]+)\/?(?:\?([^#]*))?(?:#.*)?$/i.exec(text.slice(0, longest)) ?? []
  const name = what.toLowerCase()
  const read: ReadLink = {
    event: Object.hasOwn(events, name) ? (events[name] ?? null) : null,
    code: null,
    channel: null,
    seconds: null,
    thrown: [],
  }
  const left: string[] = []
  for (const part of query === '' ? [] : query.split('&')) {
    const at = part.indexOf('=')
    const value = decoded(at < 0 ? '' : part.slice(at + 1))
    const known = at < 0 ? '' : part.slice(0, at)
    if (known === 'code' && read.code === null && isCode(value)) read.code = value
    else if (known === 'channel' && read.channel === null && channelOf(value) !== null)
      read.channel = channelOf(value)
    else if (known === 'seconds' && read.seconds === null && secondsOf(value) !== null)
      read.seconds = secondsOf(value)
    else left.push(value)
  }
  return { ...read, thrown: what === '' ? ['other'] : kindsOf(left) }
}

/** Without the letters that are read for others (Crockford's base32), as long as nobody can guess it. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
export const codeLength = 20

/** The code of an installation, from `codeLength` random bytes: 100 bits. */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, codeLength), (byte) => letters[byte % letters.length]).join('')

export const isCode = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{20}$/.test(text)

/** The link that a phone program or a page opens. */
export const linkFor = (event: CallEvent, code: string): string =>
  `${scheme}://${event === 'marked' ? 'mark' : event}?code=${code}`

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

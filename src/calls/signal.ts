/** The one shape into which every door puts what it heard. What doesn't fit in is thrown away there. */

export const callEvents = ['started', 'ended', 'marked'] as const
export type CallEvent = (typeof callEvents)[number]

/** By which door it came. */
export const callSources = ['shortcut', 'tray', 'command', 'link', 'microphone'] as const
export type CallSource = (typeof callSources)[number]

/** What the moment was spent on, where a door says so. */
export const channels = ['call', 'chat', 'message', 'visit'] as const
export type Channel = (typeof channels)[number]

/** What a door may add to an event: nothing of who called, and nothing of how it went. */
export interface Details {
  channel: Channel | null
  /** How long the call was, where the phone says so. */
  seconds: number | null
}
export const noDetails: Details = { channel: null, seconds: null }

/** What a door made of what arrived. */
export interface Told extends Partial<Details> {
  event: CallEvent
  source: CallSource
}

/** A signal as it is kept. `at` is milliseconds since 1970, UTC. */
export interface CallSignal extends Told {
  at: number
}

/** A day; no call is longer, and a phone that says so means something else. */
export const longestSeconds = 86_400

/**
 * What was thrown away, as a kind: "Test my hook" shows kinds and never a value. A name of a field
 * can hold a value too, so only kinds leave the door that it came through.
 */
export const thrownKinds = ['number', 'name', 'address', 'id', 'empty', 'other'] as const
export type ThrownKind = (typeof thrownKinds)[number]

/** Which kind of thing a value is, by its look alone. */
export function kindOf(value: string): ThrownKind {
  const text = value.trim()
  if (text === '') return 'empty'
  if (/^[^\s@]+@[^\s@]+$/.test(text) || /^(sips?|tel|https?):/i.test(text)) return 'address'
  if (/^\+?[\d\s()/.-]{2,}$/.test(text)) return 'number'
  if (/^[{(]?[0-9a-f-]{8,}[)}]?$/i.test(text)) return 'id'
  if (/^[\p{L}][\p{L}\p{M}\s.,'’-]*$/u.test(text)) return 'name'
  return 'other'
}

/** Each kind once, in the order of `thrownKinds`. */
export const kindsOf = (values: readonly string[]): ThrownKind[] => {
  const found = new Set(values.map(kindOf))
  return thrownKinds.filter((kind) => found.has(kind))
}

/** A channel by its own name; null for anything else. */
export const channelOf = (text: string): Channel | null =>
  channels.find((each) => each === text.trim().toLowerCase()) ?? null

/** Whole seconds, or minutes and seconds as phones write them (`3:07`, `00:03:07`); null for the rest. */
export function secondsOf(text: string): number | null {
  const [, hours = '0', minutes = '0', rest = ''] =
    /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})$/.exec(text.trim()) ?? []
  if (rest === '') return null
  const seconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
  return seconds <= longestSeconds ? seconds : null
}

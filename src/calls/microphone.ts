/**
 * A microphone in use, as a sign of a call: what Windows and Linux say about it, read from their own
 * tools' output, and the rule that makes a start and an end of it. Pure. Which program it was is
 * needed to see past one that is stuck, and goes no further than this file's state.
 */
import type { CallEvent } from './signal.ts'

/** The programs that have a microphone open, by whatever name the system gives them. */
export type InUse = readonly string[]

/**
 * Windows: `reg query …\ConsentStore\microphone /s /v LastUsedTimeStop`. A program whose last use has
 * no end yet has the value 0 (evidence.md, section 6).
 */
export function inUseOnWindows(output: string): InUse {
  const found = new Set<string>()
  let key = ''
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) key = line.trim()
    else if (/^\s+LastUsedTimeStop\s+REG_QWORD\s+0x0+\s*$/i.test(line) && key !== '') found.add(key)
  }
  return [...found]
}

/**
 * Linux with PulseAudio, or PipeWire in its place: `pactl -f json list source-outputs`, and
 * `pactl -f json list sources short`. What records a loudspeaker (a monitor) is no microphone, and
 * what is corked has stopped listening. Null: not the output of these.
 */
export function inUseByPulse(outputs: string, sources: string): InUse | null {
  const listed = listOf(outputs)
  const named = listOf(sources)
  if (listed === null || named === null) return null
  const monitors = new Set(
    named
      .filter((source) => String(source['name']).endsWith('.monitor'))
      .map((source) => source['index']),
  )
  return listed
    .filter((each) => each['corked'] === false && !monitors.has(each['source']))
    .filter((each) => !isWatching(recordOf(each['properties'])))
    .map((each) => `${String(each['index'])} ${nameOf(recordOf(each['properties']))}`)
}

/** Linux with PipeWire alone: `pw-dump`. Null: not the output of it. */
export function inUseByPipeWire(output: string): InUse | null {
  return (
    listOf(output)
      ?.filter((each) => each['type'] === 'PipeWire:Interface:Node')
      .map((each) => ({ id: each['id'], info: recordOf(each['info']) }))
      .map(({ id, info }) => ({ id, state: info['state'], props: recordOf(info['props']) }))
      .filter(({ state, props }) => state === 'running' && isListening(props))
      .map(({ id, props }) => `${String(id)} ${nameOf(props)}`) ?? null
  )
}

const isListening = (props: Loose): boolean =>
  props['media.class'] === 'Stream/Input/Audio' &&
  !isYes(props['stream.capture.sink']) &&
  !isWatching(props)

/** A level meter listens all day long and is no call. */
const isWatching = (props: Loose): boolean =>
  isYes(props['stream.monitor']) || props['media.name'] === 'Peak detect'

const isYes = (value: unknown): boolean => value === true || value === 'true'
function nameOf(props: Loose): string {
  const name = props['application.process.binary'] ?? props['node.name']
  return typeof name === 'string' ? name : ''
}

type Loose = Readonly<Record<string, unknown>>
const recordOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? { ...value } : {}

function listOf(text: string): Loose[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.map(recordOf) : null
  } catch {
    return null
  }
}

/** How long a microphone must be in use before that counts as a call: a voice note test is none. */
export const startsAfterMs = 3_000
/** How long it must be free before the call has ended: a transfer lets go of it for a moment. */
export const endsAfterMs = 5_000
/** Longer than any call: a program that crashed can leave "in use" behind it for ever. */
const longestMs = 4 * 3_600_000

export interface MicrophoneState {
  /** Programs that don't count: in use at the first look, or for longer than any call. */
  past: readonly string[]
  /** Since when each of the others has been in use. */
  using: Readonly<Record<string, number>>
  call: 'none' | 'running'
  /** While a call runs: since when nothing has been in use. */
  freeSince: number | null
}

/**
 * One look. At the first, what is in use already doesn't count: whether that is a call, nobody could
 * say. `elapsed` is of the monotonic clock, in milliseconds.
 */
export function look(
  before: MicrophoneState | null,
  inUse: InUse,
  elapsed: number,
): { state: MicrophoneState; event: Exclude<CallEvent, 'marked'> | null } {
  if (before === null)
    return { state: { past: inUse, using: {}, call: 'none', freeSince: null }, event: null }

  const stuck = Object.entries(before.using)
    .filter(([, since]) => elapsed - since > longestMs)
    .map(([name]) => name)
  // One that let go is looked at anew when it comes back.
  const past = [...before.past, ...stuck].filter((name) => inUse.includes(name))
  const counting = inUse.filter((name) => !past.includes(name))
  const using = Object.fromEntries(counting.map((name) => [name, before.using[name] ?? elapsed]))

  if (before.call === 'none') {
    const begins = Object.values(using).some((since) => elapsed - since >= startsAfterMs)
    return {
      state: { past, using, call: begins ? 'running' : 'none', freeSince: null },
      event: begins ? 'started' : null,
    }
  }
  const freeSince = counting.length > 0 ? null : (before.freeSince ?? elapsed)
  const ends = freeSince !== null && elapsed - freeSince >= endsAfterMs
  return {
    state: { past, using, call: ends ? 'none' : 'running', freeSince: ends ? null : freeSince },
    event: ends ? 'ended' : null,
  }
}

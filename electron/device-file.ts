import * as v from 'valibot'
import { isPauseKind } from '../src/breathing/kinds.ts'
import { isCode } from '../src/calls/link.ts'
import { isOwnPatternId, longestPauseMs, shortestPauseMs } from '../src/breathing/own.ts'
import {
  breakMinutes,
  eyeRestMinutes,
  lockMinutes,
  longestOutputLabel,
  mostKinds,
  mostOwnPatterns,
  motions,
  plainDevice,
  tellWays,
  themes,
  volumes,
  type DeviceChoices,
} from '../src/settings/choices.ts'
import { languages } from '../src/settings/languages.ts'
import type { Places } from './places.ts'

/** device.json: what must be known while the journal is locked. Plain, and nothing personal. */
export interface DeviceFile extends DeviceChoices {
  places: Places
  /** What a link must carry to be heard; made when links are first wanted. */
  linkCode: string | null
}

/** Raised when an older Lull could misread the file. */
const version = 1
/** No device.json that Lull wrote comes near; a bigger one isn't parsed. */
export const longest = 64 * 1024

export const plainFile: DeviceFile = {
  ...plainDevice,
  places: {},
  linkCode: null,
}

const accelerator = v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+]{1,60}$/)))
/** Also an own pattern that can't be read: that one is left out, and the rest of the file holds. */
const kind = v.custom<string>(
  (value) => typeof value === 'string' && (isPauseKind(value) || value.startsWith('own:')),
)
const kinds = v.pipe(v.array(kind), v.maxLength(mostKinds))
const far = v.pipe(v.number(), v.safeInteger(), v.minValue(-100_000), v.maxValue(100_000))
const point = v.object({ x: far, y: far })
const schema = v.object({
  language: v.optional(v.picklist(languages), plainFile.language),
  theme: v.optional(v.picklist(themes), plainFile.theme),
  motion: v.optional(v.picklist(motions), plainFile.motion),
  dim: v.optional(v.boolean(), plainFile.dim),
  lockMinutes: v.optional(v.picklist(lockMinutes), plainFile.lockMinutes),
  blankAway: v.optional(v.boolean(), plainFile.blankAway),
  hideFromCapture: v.optional(v.boolean(), plainFile.hideFromCapture),
  pauseLast: v.optional(kind, plainFile.pauseLast),
  pauseLastMs: v.optional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(shortestPauseMs), v.maxValue(longestPauseMs)),
    plainFile.pauseLastMs,
  ),
  ownPatterns: v.optional(v.array(v.unknown()), []),
  pausesOff: v.optional(kinds, [...plainFile.pausesOff]),
  chooseFrom: v.optional(kinds, [...plainFile.chooseFrom]),
  sound: v.optional(v.boolean(), plainFile.sound),
  volume: v.optional(v.picklist(volumes), plainFile.volume),
  soundOutput: v.optional(
    v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longestOutputLabel))),
    plainFile.soundOutput,
  ),
  breakEveryMin: v.optional(v.nullable(v.picklist(breakMinutes)), plainFile.breakEveryMin),
  eyeRestEveryMin: v.optional(v.nullable(v.picklist(eyeRestMinutes)), plainFile.eyeRestEveryMin),
  safetyRead: v.optional(v.boolean(), plainFile.safetyRead),
  holdsRead: v.optional(v.boolean(), plainFile.holdsRead),
  noTrayTold: v.optional(v.boolean(), plainFile.noTrayTold),
  unplacedTold: v.optional(v.boolean(), plainFile.unplacedTold),
  linkOn: v.optional(v.boolean(), plainFile.linkOn),
  linkCode: v.optional(v.nullable(v.pipe(v.string(), v.check(isCode))), plainFile.linkCode),
  microphone: v.optional(v.boolean(), plainFile.microphone),
  connectTold: v.optional(v.boolean(), plainFile.connectTold),
  tellBy: v.optional(v.picklist(tellWays), plainFile.tellBy),
  shortcuts: v.optional(
    v.object({
      mark: v.optional(accelerator, plainFile.shortcuts.mark),
      answer: v.optional(accelerator, plainFile.shortcuts.answer),
      hide: v.optional(accelerator, plainFile.shortcuts.hide),
      pause: v.optional(accelerator, plainFile.shortcuts.pause),
      note: v.optional(accelerator, plainFile.shortcuts.note),
      checkIn: v.optional(accelerator, plainFile.shortcuts.checkIn),
    }),
    plainFile.shortcuts,
  ),
  places: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.maxLength(600)),
        v.record(v.pipe(v.string(), v.maxLength(20)), point),
      ),
      v.check((places) => Object.keys(places).length <= 20),
    ),
    plainFile.places,
  ),
})
const versioned = v.object({ version: v.optional(v.pipe(v.number(), v.safeInteger()), version) })

/**
 * What a device.json says; null where there is none. Nothing is guessed from a file that is broken,
 * or that a newer Lull wrote: all choices are then as at the beginning. An own pattern that can't be
 * read is left out alone.
 */
export function parseDevice(text: string | null): {
  file: DeviceFile
  notice: 'broken' | 'newer' | 'pattern' | null
} {
  if (text === null) return { file: plainFile, notice: null }
  const value = jsonOf(text)
  const head = v.safeParse(versioned, value)
  if (head.success && head.output.version > version) return { file: plainFile, notice: 'newer' }
  const parsed = v.safeParse(schema, value)
  if (!head.success || !parsed.success || head.output.version < 1 || Array.isArray(value))
    return { file: plainFile, notice: 'broken' }
  return withoutBroken(parsed.output)
}

function withoutBroken(read: v.InferOutput<typeof schema>): {
  file: DeviceFile
  notice: 'pattern' | null
} {
  const own = [...new Set(read.ownPatterns)]
  const ownPatterns = own
    .filter((id) => typeof id === 'string')
    .filter(isOwnPatternId)
    .slice(0, mostOwnPatterns)
  const pausesOff = [...new Set(read.pausesOff)].filter(isPauseKind)
  const chooseFrom = [...new Set(read.chooseFrom)].filter(isPauseKind)
  const { pauseLast, pauseLastMs } = isPauseKind(read.pauseLast)
    ? { pauseLast: read.pauseLast, pauseLastMs: read.pauseLastMs }
    : plainFile
  const isWhole =
    ownPatterns.length === own.length &&
    [...read.pausesOff, ...read.chooseFrom, read.pauseLast].every(isPauseKind)
  const file = { ...read, ownPatterns, pausesOff, chooseFrom, pauseLast, pauseLastMs }
  return { file, notice: isWhole ? null : 'pattern' }
}

export const deviceText = (file: DeviceFile): string =>
  `${JSON.stringify({ version, ...file }, null, 2)}\n`

function jsonOf(text: string): unknown {
  if (text.length > longest) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import * as v from 'valibot'
import {
  languages,
  lockMinutes,
  motions,
  plainDevice,
  themes,
  type DeviceChoices,
} from '../src/settings/choices.ts'

/** device.json: what must be known while the journal is locked. Plain, and nothing personal. */
export interface DeviceFile extends DeviceChoices {
  shortcuts: { mark: string | null; hide: string | null }
}

/** Raised when an older Lull could misread the file. */
const version = 1
/** No device.json that Lull wrote comes near; a bigger one isn't parsed. */
export const longest = 64 * 1024

export const plainFile: DeviceFile = {
  ...plainDevice,
  shortcuts: { mark: 'CommandOrControl+Shift+F9', hide: 'CommandOrControl+Shift+F12' },
}

const accelerator = v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+]{1,60}$/)))
const schema = v.object({
  language: v.optional(v.picklist(languages), plainFile.language),
  theme: v.optional(v.picklist(themes), plainFile.theme),
  motion: v.optional(v.picklist(motions), plainFile.motion),
  dim: v.optional(v.boolean(), plainFile.dim),
  lockMinutes: v.optional(v.picklist(lockMinutes), plainFile.lockMinutes),
  shortcuts: v.optional(
    v.object({
      mark: v.optional(accelerator, plainFile.shortcuts.mark),
      hide: v.optional(accelerator, plainFile.shortcuts.hide),
    }),
    plainFile.shortcuts,
  ),
})
const versioned = v.object({ version: v.optional(v.pipe(v.number(), v.safeInteger()), version) })

/**
 * What a device.json says; null where there is none. Nothing is guessed from a file that is broken,
 * or that a newer Lull wrote: all choices are then as at the beginning.
 */
export function parseDevice(text: string | null): {
  file: DeviceFile
  notice: 'broken' | 'newer' | null
} {
  if (text === null) return { file: plainFile, notice: null }
  const value = jsonOf(text)
  const head = v.safeParse(versioned, value)
  if (head.success && head.output.version > version) return { file: plainFile, notice: 'newer' }
  const parsed = v.safeParse(schema, value)
  if (!head.success || !parsed.success || head.output.version < 1 || Array.isArray(value))
    return { file: plainFile, notice: 'broken' }
  return { file: parsed.output, notice: null }
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

import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Device } from '../src/contract.ts'

/** What must work while the journal is locked: plain, and nothing personal. */
export interface DeviceFile extends Device {
  shortcuts: { mark: string | null; hide: string | null }
}

const accelerator = v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+]{1,60}$/)))
const schema = v.object({
  language: v.fallback(v.picklist(['en', 'pseudo']), 'en'),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  motion: v.fallback(v.picklist(['system', 'less', 'none']), 'system'),
  shortcuts: v.fallback(
    v.object({
      mark: v.fallback(accelerator, 'CommandOrControl+Shift+F9'),
      hide: v.fallback(accelerator, 'CommandOrControl+Shift+F12'),
    }),
    { mark: 'CommandOrControl+Shift+F9', hide: 'CommandOrControl+Shift+F12' },
  ),
})

/** Reads device.json. What is missing, broken or unknown in it is taken as not said. */
export function readDevice(): DeviceFile {
  return v.parse(schema, readJson(join(app.getPath('userData'), 'device.json')))
}

function readJson(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

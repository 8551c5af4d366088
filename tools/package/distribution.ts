/**
 * A folder that looks like Electron's, where its binary can't be had: enough for electron-builder to
 * pack into and to set fuses in. What it makes can't run by itself.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What @electron/fuses looks for in a binary: the sentinel, the wire's version, its length, its fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Each the other way than Lull's package must have it, so that one left out of the yml is seen. */
const fuses = '111100111'

/** Makes the folder for Linux anew, and returns it. */
export function standInDistribution(folder: string, version: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const wire = Buffer.concat([
    Buffer.from(sentinel, 'latin1'),
    Buffer.from([1, fuses.length]),
    Buffer.from(fuses, 'latin1'),
  ])
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\necho "no Electron is in here"; exit 1\n'), wire]),
    { mode: 0o755 },
  )
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'chrome-sandbox'])
    writeFileSync(join(folder, file), '')
  writeFileSync(join(folder, 'version'), version)
  return folder
}

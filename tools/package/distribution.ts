/**
 * A folder that looks like Electron's, where its binary can't be had: enough for electron-builder to
 * pack into and to set fuses in. What it makes can't run by itself.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as ResEdit from 'resedit'

// electron-builder's own, by way of its require: it is no dependency of ours.
const require = createRequire(import.meta.url)
const builders = createRequire(require.resolve('app-builder-lib/package.json'))
const { NtExecutable, NtExecutableResource, Resource }: typeof ResEdit = builders('resedit')

/** What @electron/fuses looks for in a binary: the sentinel, the wire's version, its length, its fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Each the other way than Lull's package must have it, so that one left out of the yml is seen. */
const fuses = '111100111'

const wire = () =>
  Buffer.concat([
    Buffer.from(sentinel, 'latin1'),
    Buffer.from([1, fuses.length]),
    Buffer.from(fuses, 'latin1'),
  ])

/** Systems that can be packed for over a stand-in. */
export type System = 'linux' | 'win32'

/** Makes the folder anew, and returns it. */
export function standInDistribution(folder: string, version: string, system: System): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const [file, program] =
    system === 'linux'
      ? ['electron', Buffer.from('#!/bin/sh\necho "no Electron is in here"; exit 1\n')]
      : ['electron.exe', windowsProgram()]
  writeFileSync(join(folder, file), Buffer.concat([program, wire()]), { mode: 0o755 })
  const others = ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']
  if (system === 'linux') others.push('chrome-sandbox')
  for (const other of others) writeFileSync(join(folder, other), '')
  writeFileSync(join(folder, 'version'), version)
  return folder
}

/** The least that electron-builder can write an icon, a version and the asar's hash into. */
function windowsProgram(): Buffer {
  const english = { lang: 1033, codepage: 1200 }
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program, true)
  const said = Resource.VersionInfo.createEmpty()
  said.setFileVersion(1, 0, 0, 0, english.lang)
  said.setStringValues(english, { FileDescription: 'Electron', ProductName: 'Electron' })
  said.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

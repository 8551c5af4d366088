import { build as packWith, Platform } from 'electron-builder'
import { globSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as v from 'valibot'
import { electronBinary } from '../runtime.ts'
import { standInDistribution, type System } from './distribution.ts'
import { partsOf, thirdParty } from './licences.ts'
import { sbom } from './sbom.ts'

const root = join(import.meta.dirname, '../..')

export interface Packing {
  /** electron-builder's file: the repository's own, or one that a test has changed. */
  config?: string
  output: string
  /** Only a folder, no installer. */
  dir: boolean
  /** Another system than this one: a folder, over a stand-in for that system's Electron. */
  system?: System
}

/** Whether packing goes over a stand-in for Electron's binary; null where it can't be done at all. */
export function overStandIn(dir: boolean): boolean | null {
  if (electronBinary()) return false
  return dir && process.platform === 'linux' ? true : null
}

/** Packs what `build('packaged')` made, with THIRD-PARTY.txt and SBOM.cdx.json, and returns the resources' folders. */
export async function pack({
  config = join(root, 'electron-builder.yml'),
  output,
  dir,
  system,
}: Packing): Promise<string[]> {
  const require = createRequire(import.meta.url)
  const { version } = v.parse(v.object({ version: v.string() }), require('electron/package.json'))
  writeFileSync(join(root, 'out/packaged/THIRD-PARTY.txt'), thirdParty(partsOf(root)))
  writeFileSync(join(root, 'out/packaged/SBOM.cdx.json'), sbom(root))
  const other = { linux: Platform.LINUX, win32: Platform.WINDOWS }
  const standIn = () =>
    standInDistribution(
      join(root, 'node_modules/.cache/lull/distribution'),
      version,
      system ?? 'linux',
    )
  await packWith({
    projectDir: root,
    ...(system ? { targets: other[system].createTarget('dir') } : { dir }),
    publish: 'never',
    config: {
      extends: config,
      directories: { output },
      electronDist:
        system || overStandIn(dir) ? standIn() : join(root, 'node_modules/electron/dist'),
      electronVersion: version,
    },
  })
  return ['*-unpacked/resources', 'mac*/Lull.app/Contents/Resources']
    .flatMap((place) => globSync(place, { cwd: output }))
    .map((place) => join(output, place))
}

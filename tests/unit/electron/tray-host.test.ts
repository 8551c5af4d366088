import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ownerOf, traysAreShown } from '../../../electron/tray-host.ts'

const before = process.env['PATH']
const folders: string[] = []
afterEach(() => {
  process.env['PATH'] = before
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A session bus that answers this, as `gdbus` tells it. */
function aBus(answer: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lull-bus-'))
  folders.push(folder)
  writeFileSync(join(folder, 'gdbus'), `#!/bin/sh\n${answer}\n`)
  chmodSync(join(folder, 'gdbus'), 0o755)
  process.env['PATH'] = [folder, before].join(delimiter)
}

describe('a desktop', () => {
  it.each([
    ['(true,)', true],
    ['(false,)', false],
    ['', null],
  ])('that answers "%s" shows tray icons: %s', (answer, shown) => {
    expect(ownerOf(answer)).toBe(shown)
  })

  it.each(['win32', 'darwin'] as const)('of %s always shows them', async (platform) => {
    expect(await traysAreShown(platform)).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('of Linux is asked on its session bus', async () => {
    aBus('case "$*" in *StatusNotifierWatcher*) echo "(false,)";; esac')
    expect(await traysAreShown('linux')).toBe(false)
    aBus('echo "(true,)"')
    expect(await traysAreShown('linux')).toBe(true)
  })

  it.skipIf(process.platform === 'win32')(
    'without a bus, or without gdbus, can\u2019t say',
    async () => {
      aBus('echo "no bus" >&2; exit 1')
      expect(await traysAreShown('linux')).toBeNull()
      process.env['PATH'] = ''
      expect(await traysAreShown('linux')).toBeNull()
    },
  )
})

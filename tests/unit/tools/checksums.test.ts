import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lull-checksums-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = () =>
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../../tools/package/checksums.ts'), folder],
    { encoding: 'utf8' },
  )

it('writes the checksum of everything that is handed out, and of nothing else', () => {
  // The one-block message of FIPS 180-2, appendix B.1, with the digest that stands there.
  for (const file of ['lull-b.zip', 'lull-a.exe', 'builder-debug.json', 'notes.yml'])
    writeFileSync(join(folder, file), 'abc')
  expect(run().status).toBe(0)
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')).toBe(
    `${abc}  lull-a.exe\n${abc}  lull-b.zip\n`,
  )
})

it('fails where there is nothing to hand out', () => {
  const { status, stderr } = run()
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `There is nothing to hand out in ${folder}.\n`,
  })
})

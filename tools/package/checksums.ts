/**
 * `node tools/package/checksums.ts [folder]`: writes SHA256SUMS.txt beside what is to be handed out (in
 * dist/ where no folder is named), in the form that `sha256sum --check SHA256SUMS.txt` reads.
 */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../dist'))
const handedOut = /\.(zip|exe|dmg|AppImage|deb|tar\.gz|json)$/
/** electron-builder's notes to itself. */
const notes = /^builder-/

const files = readdirSync(folder)
  .filter((file) => handedOut.test(file) && !notes.test(file))
  .sort()
if (files.length === 0) {
  process.stderr.write(`There is nothing to hand out in ${folder}.\n`)
  process.exit(1)
}
const lines: string[] = []
for (const file of files) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(folder, file)), hash)
  lines.push(`${hash.digest('hex')}  ${file}\n`)
}
writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''))
process.stdout.write(lines.join(''))

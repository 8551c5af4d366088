import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * A copy of what the programs in tests/faults run, with a protection of the source switched off. Throws where
 * there is nothing to switch off.
 */
export function mutantSource(file: string, from: string | RegExp, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-source-'))
  for (const part of ['src', 'tests/faults', 'tests/unit/store', 'tests/desk.ts', 'package.json']) {
    mkdirSync(dirname(join(folder, part)), { recursive: true })
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to switch off: ${String(from)}`)
  writeFileSync(path, after)
  return folder
}

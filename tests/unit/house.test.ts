import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Every import in a folder's TypeScript: from which file, of which file or package, type or value. */
function importsIn(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const from = join(root, folder, file)
      const text = readFileSync(from, 'utf8')
      return [
        ...text.matchAll(/^(?:import|export)(?: (type))? ?([^'"]*?)(?: from )?['"]([^'"]+)['"]/gm),
      ].map(([, type, names = '', to = '']) => ({
        from: relative(root, from),
        to: to.startsWith('.') ? relative(root, resolve(dirname(from), to)) : to,
        isType: type !== undefined,
        names,
      }))
    })
}

describe('the house', () => {
  it('has rooms that are built on each other, and never in a circle', () => {
    const roomOf = (file: string) => {
      const parts = file.split(sep)
      return parts[0] === 'src' && parts.length > 2 ? parts[1] : undefined
    }
    const builtOn = new Map<string, Set<string>>()
    for (const { from, to } of importsIn('src')) {
      const [room, other] = [roomOf(from), roomOf(to)]
      if (room === undefined || other === undefined || room === other) continue
      builtOn.set(room, (builtOn.get(room) ?? new Set()).add(other))
    }
    expect(builtOn.size).toBeGreaterThan(3)

    const visit = (room: string, path: string[]): void => {
      expect(path, 'these rooms are built on each other').not.toContain(room)
      for (const next of builtOn.get(room) ?? []) visit(next, [...path, room])
    }
    for (const room of builtOn.keys()) visit(room, [])
  })

  it('has only one file that knows all the rooms', () => {
    const known = new Map<string, Set<string>>()
    for (const { from, to } of importsIn('src')) {
      // The contract and the list of what is taken out take what rooms say (kinds, bounds, types),
      // and no room itself.
      if (from.startsWith(join('src', 'contract'))) continue
      if (from === join('src', 'transfer', 'tables.ts')) continue
      const room = /^src[/\\](\w+)[/\\]/.exec(to)?.[1]
      if (room && !['contract', 'companion'].includes(room))
        known.set(from, (known.get(from) ?? new Set()).add(room))
    }
    const most = [...known].filter(([, rooms]) => rooms.size > 5).map(([file]) => file)
    expect(most).toEqual([join('src', 'companion', 'rooms.ts')])
  })
})

describe('the import rules', () => {
  /** Lints one line as if it stood in `file` and gives the refused import, if any. */
  function refused(file: string, line: string): boolean {
    const place = mkdtempSync(join(tmpdir(), 'lull-house-'))
    cpSync(join(root, '.oxlintrc.json'), join(place, '.oxlintrc.json'))
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), `${line}\n`)
    const { stdout } = spawnSync('oxlint', ['-c', '.oxlintrc.json', '.'], {
      cwd: place,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    rmSync(place, { recursive: true })
    return stdout.includes('no-restricted-imports')
  }

  it.each([
    ['src/notes/notes.ts', "export { readFileSync } from 'node:fs'"],
    ['src/notes/notes.ts', "export { app } from 'electron'"],
    ['src/notes/notes.ts', "export { openDatabase } from '../store/open.ts'"],
    ['src/notes/notes.ts', "export { useState } from 'react'"],
    ['src/store/open.ts', "export { app } from 'electron'"],
    ['src/store/open.ts', "export { request } from 'node:https'"],
    ['electron/main.ts', "export { net } from 'electron'"],
    ['electron/main.ts', "export { connect } from 'node:net'"],
    ['electron/main.ts', "export { default } from 'better-sqlite3'"],
    ['electron/preload.ts', "export { vaultDoor } from '../src/contract.ts'"],
    ['renderer/note/flow.ts', "export { vaultDoor } from '../../src/contract.ts'"],
    ['renderer/note/flow.ts', "export { openDatabase } from '../../src/store/open.ts'"],
    ['renderer/note/flow.ts', "export { ipcRenderer } from 'electron'"],
  ])('in %s refuse: %s', (file, line) => {
    expect(refused(file, line)).toBe(true)
  })

  it.each([
    ['src/store/open.ts', "export { readFileSync } from 'node:fs'"],
    ['electron/main.ts', "export { app } from 'electron'"],
    ['electron/preload.ts', "export type { Bridge } from '../src/contract.ts'"],
    ['renderer/note/flow.ts', "export type { NoteDraft } from '../../src/contract.ts'"],
    ['renderer/pause/follow.ts', "export { momentAt } from '../../src/breathing/timeline.ts'"],
  ])('in %s allow: %s', (file, line) => {
    expect(refused(file, line)).toBe(false)
  })
})

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wipeApart } from '../../../src/store/apart.ts'
import { tempFolder } from './folders.ts'

describe('journals that were left beside this one', () => {
  it('go with everything else, and nothing that only has a name like theirs', () => {
    const root = tempFolder()
    const left = ['journal-2026-11-26', 'journal-2026-11-26-2']
    const others = ['journal', 'journal-2026', 'journal-mine', 'journal-2026-11-26-mine', 'notes']
    for (const name of [...left, ...others]) {
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, 'journal.keys'), 'keys')
    }
    wipeApart(join(root, 'journal'))
    expect(readdirSync(root).toSorted()).toEqual(others.toSorted())
    for (const name of others) expect(existsSync(join(root, name, 'journal.keys'))).toBe(true)
  })

  it('are none where there is no folder yet', () => {
    expect(() => wipeApart(join(tempFolder(), 'not', 'there'))).not.toThrow()
  })
})

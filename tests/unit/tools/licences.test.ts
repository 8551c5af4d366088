import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldersOf, partOf, sqlitePart, thirdParty } from '../../../tools/package/licences.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lull-licences-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A package in node_modules, with the files given. */
function packageOf(name: string, files: Record<string, string>): string {
  const folder = join(root, 'node_modules', name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}
const named = (name: string) => JSON.stringify({ name, version: '1.2.3', license: 'MIT' })

describe('the work of others in a build', () => {
  it('is found from its modules and files, and ours is passed over', () => {
    const chart = packageOf('@some/chart', {
      'package.json': named('@some/chart'),
      'dist/package.json': '{"type":"module"}',
    })
    const vite = packageOf('vite', { 'package.json': named('vite') })
    expect(
      foldersOf(
        [
          join(root, 'src/companion.ts'),
          join(chart, 'dist/chart.mjs?used'),
          '../node_modules/@some/chart/dist/letters.woff2',
          '\0vite/preload-helper.js',
        ],
        root,
      ),
    ).toEqual([chart, vite])
  })

  it('is found inside another package too, where it lies there with terms of its own', () => {
    const chart = packageOf('chart', {
      'package.json': named('chart'),
      'vendor/scale/LICENSE': 'of the scale',
    })
    const scale = join(chart, 'vendor/scale')
    expect(foldersOf([join(scale, 'src/scale.js')], root)).toEqual([chart, scale])
    expect(partOf(scale, root)).toMatchObject({
      name: 'chart/vendor/scale',
      texts: ['of the scale'],
    })
  })

  it('stops the packing where nobody knows whose a module is', () => {
    expect(() => foldersOf(['\0somebody/helper.js'], root)).toThrow('nobody knows whose')
    expect(() => foldersOf(['/node_modules/nowhere/x.js'], root)).toThrow('no package has')
  })

  it('stops the packing where it comes without the text of its licence', () => {
    const folder = packageOf('chart', { 'package.json': named('chart') })
    expect(() => partOf(folder, root)).toThrow(
      'node_modules/chart comes without the text of its licence',
    )
    for (const file of ['licence.md', 'NOTICE'])
      writeFileSync(join(folder, file), `text of ${file}`)
    const part = partOf(folder, root)
    expect(part).toEqual({
      name: 'chart 1.2.3',
      terms: 'MIT',
      texts: expect.arrayContaining(['text of licence.md', 'text of NOTICE']),
    })
    expect(thirdParty([part])).toContain('chart 1.2.3  (MIT)')
  })

  it('names everybody who wrote a piece of SQLite and its ciphers', () => {
    const part = sqlitePart(
      [
        '/*\n** The author disclaims copyright to this source code.\n*/',
        '/*\n** Copyright:   (c) 2020 Somebody\n** License:     MIT\n*/',
        '/*\n** Copyright: (c) 2023 Somebody Else\n** SPDX-License-Identifier: MIT\n*/\nint a;',
        '/*\n * Copyright 2005 A Third\n * Redistribution is permitted\n */',
        '// placed in the public domain\n// by a fourth\n',
        'int copyright; /* of no one */',
      ].join('\n'),
    )
    const text = thirdParty([part])
    expect(text).toContain(
      'Copyright (c) 2020 Somebody\nCopyright (c) 2023 Somebody Else\n\nPermission',
    )
    expect(text).toContain('Copyright 2005 A Third')
    expect(text).toContain('by a fourth')
    expect(text).toContain('The author disclaims copyright')
    expect(text).not.toContain('of no one')
    expect(() => sqlitePart('int a;')).toThrow('nobody holds')
  })
})

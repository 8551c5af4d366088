import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, parametersOf } from '../../../src/calls/programs.ts'

describe('the line for a phone program', () => {
  it.each([
    [
      String.raw`C:\Program Files\Lull\Lull.exe`,
      [],
      String.raw`"C:\Program Files\Lull\Lull.exe" --call-ended`,
    ],
    [String.raw`C:\Lull\Lull.exe`, [], String.raw`C:\Lull\Lull.exe --call-ended`],
    [
      String.raw`E:\Lull.exe`,
      ['--profile', 'E:\\my data\\'],
      String.raw`E:\Lull.exe --profile "E:\my data\\" --call-ended`,
    ],
  ])('on Windows quotes what has a space: %s', (path, args, line) => {
    expect(lineOf({ path, args }, '--call-ended', true)).toBe(line)
  })

  it('leaves the file out where a field of its own is for it', () => {
    const program = { path: '/opt/Lull/lull', args: ['--profile', '/media/a b'] }
    expect(parametersOf(program, '--mark', false)).toBe("--profile '/media/a b' --mark")
  })

  it.skipIf(process.platform === 'win32')(
    'is taken apart by a shell as it was put together',
    () => {
      const word = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
      fc.assert(
        fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (args) => {
          const line = lineOf(
            { path: 'printf', args: [String.raw`%s\n`, ...args] },
            '--mark',
            false,
          )
          const { stdout } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' })
          expect(stdout).toBe([...args, '--mark', ''].join('\n'))
        }),
        { numRuns: 40 },
      )
    },
  )
})

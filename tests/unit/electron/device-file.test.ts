import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceText, parseDevice, plainFile } from '../../../electron/device-file.ts'
import { languages, lockMinutes, motions, themes } from '../../../src/settings/choices.ts'

const anyFile = fc.record({
  language: fc.constantFrom(...languages),
  theme: fc.constantFrom(...themes),
  motion: fc.constantFrom(...motions),
  dim: fc.boolean(),
  lockMinutes: fc.constantFrom(...lockMinutes),
  shortcuts: fc.record({
    mark: fc.option(fc.constant('Alt+F1')),
    hide: fc.option(fc.constant('Alt+F2')),
  }),
})

describe('device.json', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(parseDevice(deviceText(file))).toEqual({ file, notice: null })
      }),
    )
  })

  it.each([
    ['no file', null, plainFile],
    ['an empty list of choices', '{}', plainFile],
    [
      'a file of the first Lull, without a version',
      '{"theme":"dark"}',
      { ...plainFile, theme: 'dark' },
    ],
    [
      'a choice that isn’t Lull’s, beside one that is',
      '{"dim":true,"x":1}',
      { ...plainFile, dim: true },
    ],
  ])('is plain about %s', (_what, text, file) => {
    expect(parseDevice(text)).toEqual({ file, notice: null })
  })

  it.each([
    ['an empty file', ''],
    ['half a file', deviceText(plainFile).slice(0, 40)],
    ['no JSON', 'theme = dark'],
    ['a list', '[]'],
    ['a list of files', `[${deviceText(plainFile)}]`],
    ['null', 'null'],
    ['a word', '"dark"'],
    ['a theme that nobody knows', '{"theme":"purple"}'],
    ['a lock time of for ever', '{"lockMinutes":1e9}'],
    ['a switch that is a word', '{"dim":"false"}'],
    ['a shortcut with a newline in it', '{"shortcuts":{"mark":"F1\\nquit"}}'],
    ['an object where a list of keys should be', '{"shortcuts":7}'],
    ['a version that is no number', '{"version":"2"}'],
    ['a version before the first', '{"version":0}'],
    ['a megabyte', `{"x":"${'a'.repeat(1_000_000)}"}`],
    ['brackets without end', '['.repeat(60_000)],
    ['bytes of something else', '\u0000\u0001\ufffd'],
  ])('begins anew at %s', (_what, text) => {
    expect(parseDevice(text)).toEqual({ file: plainFile, notice: 'broken' })
  })

  it('begins anew at a newer version, whatever else is in it', () => {
    expect(parseDevice('{"version":2,"theme":"dark","dim":true}')).toEqual({
      file: plainFile,
      notice: 'newer',
    })
  })

  it('lets nothing through that could change what objects are', () => {
    const { file } = parseDevice('{"__proto__":{"theme":"dark"},"constructor":1}')
    expect(file).toEqual(plainFile)
    expect(Object.getPrototypeOf(file)).toBe(Object.prototype)
  })

  it('takes any text at all for a file or for broken, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { file } = parseDevice(text)
        expect(themes).toContain(file.theme)
        expect(lockMinutes).toContain(file.lockMinutes)
      }),
    )
  })
})

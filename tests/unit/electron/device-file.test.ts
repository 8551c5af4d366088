import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceText, parseDevice, plainFile } from '../../../electron/device-file.ts'
import { exerciseIds } from '../../../src/breathing/exercises.ts'
import { patternIds, patterns } from '../../../src/breathing/patterns.ts'
import {
  breakMinutes,
  eyeRestMinutes,
  lockMinutes,
  motions,
  tellWays,
  themes,
  volumes,
} from '../../../src/settings/choices.ts'
import { codeFrom } from '../../../src/calls/link.ts'
import { languages } from '../../../src/settings/languages.ts'

const anyOwn = fc
  .tuple(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 8, max: 40 }))
  .map(([into, out]) => `own:${into * 250}-0-0-${out * 250}-0` as const)
const anyKind = fc.oneof(fc.constantFrom(...patternIds, ...exerciseIds), anyOwn)
const kinds = fc.uniqueArray(anyKind, { maxLength: 40 })
const anyFile = fc.record({
  language: fc.constantFrom(...languages),
  theme: fc.constantFrom(...themes),
  motion: fc.constantFrom(...motions),
  dim: fc.boolean(),
  lockMinutes: fc.constantFrom(...lockMinutes),
  blankAway: fc.boolean(),
  hideFromCapture: fc.boolean(),
  pauseLast: anyKind,
  pauseLastMs: fc.integer({ min: 1000, max: 1_800_000 }),
  ownPatterns: fc.uniqueArray(anyOwn, { maxLength: 12 }),
  pausesOff: kinds,
  chooseFrom: kinds,
  sound: fc.boolean(),
  volume: fc.constantFrom(...volumes),
  soundOutput: fc.option(fc.string({ minLength: 1, maxLength: 200 })),
  breakEveryMin: fc.option(fc.constantFrom(...breakMinutes)),
  eyeRestEveryMin: fc.option(fc.constantFrom(...eyeRestMinutes)),
  safetyRead: fc.boolean(),
  holdsRead: fc.boolean(),
  noTrayTold: fc.boolean(),
  unplacedTold: fc.boolean(),
  linkOn: fc.boolean(),
  linkCode: fc.option(fc.uint8Array({ minLength: 20, maxLength: 20 }).map(codeFrom)),
  microphone: fc.boolean(),
  connectTold: fc.boolean(),
  tellBy: fc.constantFrom(...tellWays),
  shortcuts: fc.record({
    mark: fc.option(fc.constant('Alt+F1')),
    hide: fc.option(fc.constant('Alt+F2')),
    answer: fc.option(fc.constant('Alt+F6')),
    pause: fc.option(fc.constant('CommandOrControl+Shift+P')),
    note: fc.option(fc.constant('Alt+F4')),
    checkIn: fc.option(fc.constant('Alt+F5')),
  }),
  places: fc.dictionary(
    fc.constantFrom('0,0,1920x1080', '0,0,1366x768 1366,0,1920x1080'),
    fc.dictionary(
      fc.constantFrom('pause', 'note'),
      fc.record({ x: fc.integer({ min: -9999, max: 9999 }), y: fc.nat(9999) }),
    ),
  ),
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
    ['a last pause that nobody knows', '{"pauseLast":"sleep"}'],
    ['a last pause of an hour', '{"pauseLastMs":3600000}'],
    ['a last pause of half a millisecond', '{"pauseLastMs":1000.5}'],
    ['own patterns that are no list', '{"ownPatterns":{"0":"own:4000-0-0-6000-0"}}'],
    ['a kind to choose from that nobody knows', '{"chooseFrom":["box","sleep"]}'],
    ['kinds without end', `{"pausesOff":[${'"box",'.repeat(40)}"box"]}`],
    ['a volume of 1000', '{"volume":1000}'],
    ['sound that is a number', '{"sound":1}'],
    ['an output with a name too long', `{"soundOutput":"${'a'.repeat(201)}"}`],
    ['an output without a name', '{"soundOutput":""}'],
    ['a break every minute', '{"breakEveryMin":1}'],
    ['an eye rest every so often', '{"eyeRestEveryMin":"20"}'],
    ['a safety text that was read once or so', '{"safetyRead":"yes"}'],
    ['a place far outside of any screen', '{"places":{"0,0,1x1":{"pause":{"x":1e9,"y":0}}}}'],
    ['a place that is half a pixel', '{"places":{"0,0,1x1":{"pause":{"x":0.5,"y":0}}}}'],
    ['places that are a list', '{"places":[1]}'],
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

  it('breathes as Lull begins: a minute of longer exhale, without sound, nothing by the clock', () => {
    expect(plainFile).toMatchObject({
      blankAway: true,
      pauseLast: 'longer-exhale',
      pauseLastMs: 60_000,
      ownPatterns: [],
      pausesOff: [],
      chooseFrom: [...patternIds.filter((id) => patterns[id].front), 'window'],
      sound: false,
      volume: 50,
      soundOutput: null,
      breakEveryMin: null,
      eyeRestEveryMin: null,
      safetyRead: false,
      holdsRead: false,
    })
  })

  it.each([
    ['that holds for 8 s', '"own:4000-0-8000-6000-0"'],
    ['that is half written', '"own:4000-0"'],
    ['that is one of Lull’s own', '"box"'],
    ['that is a number', '7'],
    ['that is null', 'null'],
    ['that would be an object', '{"__proto__":{}}'],
    ['that is very long', `"own:${'9'.repeat(10_000)}"`],
  ])('leaves out an own pattern %s, and keeps everything else', (_what, broken) => {
    const good = '"own:4000-0-2000-6000-0","own:5000-0-0-5000-0"'
    expect(parseDevice(`{"dim":true,"ownPatterns":[${broken},${good},${broken}]}`)).toEqual({
      file: {
        ...plainFile,
        dim: true,
        ownPatterns: ['own:4000-0-2000-6000-0', 'own:5000-0-0-5000-0'],
      },
      notice: 'pattern',
    })
  })

  it('leaves out an own pattern that can’t be read wherever it is named', () => {
    const broken = 'own:4000-0-8000-6000-0'
    const whole = { dim: true, volume: 25, pauseLastMs: 90_000 }
    const read = (changes: object) => parseDevice(JSON.stringify({ ...whole, ...changes }))
    const file = { ...plainFile, ...whole }
    expect(read({ pausesOff: ['box', broken] })).toEqual({
      file: { ...file, pausesOff: ['box'] },
      notice: 'pattern',
    })
    expect(read({ chooseFrom: [broken, 'window'] })).toEqual({
      file: { ...file, chooseFrom: ['window'] },
      notice: 'pattern',
    })
    // Its length was meant for it, so that goes with it.
    expect(read({ pauseLast: broken })).toEqual({
      file: { ...file, pauseLastMs: 60_000 },
      notice: 'pattern',
    })
  })

  it('keeps twelve own patterns, each once, and says when there were more', () => {
    const own = (count: number) =>
      Array.from({ length: count }, (_, index) => `own:${2000 + 250 * index}-0-0-6000-0`)
    const read = (ids: readonly string[]) => parseDevice(JSON.stringify({ ownPatterns: ids }))
    expect(read(own(12)).notice).toBeNull()
    expect(read([...own(12), ...own(12)])).toMatchObject({
      file: { ownPatterns: own(12) },
      notice: null,
    })
    expect(read(own(13))).toMatchObject({ file: { ownPatterns: own(12) }, notice: 'pattern' })
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Tokens = Readonly<Record<string, string>>

const css = readFileSync(join(import.meta.dirname, '../../../renderer/theme/tokens.css'), 'utf8')

/** The colours that a block sets, in the light (0) or the dark (1) theme. */
function colours(selector: string, theme: 0 | 1): Tokens {
  const start = css.indexOf(selector)
  if (start < 0) throw new Error(`no ${selector}`)
  const block = css.slice(start, css.indexOf('}', start))
  const pairs = block.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)
  return Object.fromEntries([...pairs].map(([, name, ...two]) => [name, two[theme] ?? '']))
}

/** WCAG 2.2, "relative luminance", 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, "contrast ratio", 1 to 21. */
function contrast(tokens: Tokens, one: string, other: string): number {
  const [high = 0, low = 0] = [one, other]
    .map((name) => luminance(tokens[name] ?? '#'))
    .sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const text = [
  ...['ink', 'quiet', 'amber'].flatMap((letters) =>
    ['paper', 'surface', 'soft'].map((ground) => [letters, ground] as const),
  ),
  ['on-teal', 'teal'],
  ['on-teal', 'teal-over'],
  ['ink', 'mist'],
  ['ink', 'disc-heart'],
  ['ink', 'disc'],
] as const
const shapes = ['edge', 'teal'].flatMap((shape) =>
  ['paper', 'surface'].map((ground) => [shape, ground] as const),
)

/** What marks the page that is open, on its ground; a full piece of a bar beside a tinted one. */
const beside = [
  ['teal', 'soft'],
  ['teal', 'disc'],
] as const

const looks: [string, Tokens][] = ([0, 1] as const).flatMap((theme) => {
  const name = theme === 0 ? 'light' : 'dark'
  const plain = colours(':root {', theme)
  const dim = { ...plain, ...colours(":root[data-dim='on'] {", theme) }
  const more = { ...plain, ...colours('(prefers-contrast: more) {', theme) }
  return [
    [name, plain],
    [`${name}, dim`, dim],
    [`${name}, more contrast`, more],
  ]
})

describe.each(looks)('the colours (%s)', (_look, tokens) => {
  it.each(text)('%s on %s can be read (4.5 to 1)', (letters, ground) => {
    expect(contrast(tokens, letters, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([...shapes, ...beside])('%s on %s can be seen (3 to 1)', (shape, ground) => {
    expect(contrast(tokens, shape, ground)).toBeGreaterThanOrEqual(3)
  })
})

describe.each(looks.filter(([look]) => look.includes('dim')))(
  'a dim look (%s)',
  (_look, tokens) => {
    it.each(['paper', 'surface', 'soft', 'disc-heart', 'disc', 'disc-rim'])(
      'has no bright surface: %s',
      (ground) => {
        expect(luminance(tokens[ground] ?? '#')).toBeLessThanOrEqual(0.4)
      },
    )
  },
)

describe('a window before its page is there', () => {
  it.each(["'#a8a397'", "'#0d1314'", "'#f5f2ea'", "'#11181a'"])('is painted in %s too', (hex) => {
    const windows = join(import.meta.dirname, '../../../electron/windows.ts')
    expect(readFileSync(windows, 'utf8')).toContain(hex)
    expect(css).toContain(hex.slice(1, -1))
  })
})

import fc from 'fast-check'
import { resolve, sep } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))
const { fileFor } = await import('../../../electron/scheme.ts')
const root = resolve('out/renderer')

describe('our own scheme', () => {
  it('means the files of the built renderer', () => {
    expect(fileFor(root, 'app://lull/main/index.html')).toBe(`${root}${sep}main${sep}index.html`)
    expect(fileFor(root, 'app://lull/assets/a%20b.js?v=1#top')).toBe(
      `${root}${sep}assets${sep}a b.js`,
    )
  })

  it.each([
    'app://lull/..%2f..%2fpackage.json',
    'app://lull/..%5c..%5cpackage.json',
    'app://lull/a%00.html',
    'app://lull/%',
    'app://other/main/index.html',
    'app://lull.evil/main/index.html',
    'file:///etc/passwd',
    'https://lull/main/index.html',
    'app://lull',
  ])('means nothing by %s', (url) => {
    expect(fileFor(root, url)).toBeNull()
  })

  it.each(['app://lull/../../package.json', 'app://lull/%2e%2e/%2e%2e/package.json'])(
    'climbs no higher than the renderer by %s',
    (url) => {
      expect(fileFor(root, url)).toBe(`${root}${sep}package.json`)
    },
  )

  it('never leaves the renderer, whatever the address', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'main', '%00', '%')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = fileFor(root, `app://lull/${pieces.join('/')}`)
        if (file !== null) expect(file.startsWith(root + sep)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

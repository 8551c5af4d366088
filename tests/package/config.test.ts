import type * as AjvPackage from 'ajv'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// electron-builder's own validator, reader and schema, by way of its require: none is ours.
const require = createRequire(import.meta.url)
const builders = createRequire(require.resolve('app-builder-lib/package.json'))
const { Ajv }: typeof AjvPackage = builders('ajv')
const { load }: { load: (text: string) => unknown } = builders('js-yaml')
const valid = new Ajv({ strict: false, allErrors: true }).compile(
  builders('app-builder-lib/scheme.json'),
)

const text = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')

describe('electron-builder.yml', () => {
  it('says nothing that electron-builder doesn’t know', () => {
    valid(load(text))
    expect(valid.errors ?? []).toEqual([])
  })

  it('names the program to Windows as the program names itself, or it shows no notifications', () => {
    const main = readFileSync(join(import.meta.dirname, '../../electron/main.ts'), 'utf8')
    const named = /setAppUserModelId\('([^']+)'\)/.exec(main)?.[1]
    expect(load(text)).toMatchObject({ appId: named })
  })

  it.each([
    ['runAsNode:', 'runAsNodes:'],
    ['asar: true', 'asar: sometimes'],
    ['oneClick: true', 'oneClick: "true"'],
    ['    - AppImage', '    - 7'],
  ])('would be found out, did it say other than %j', (from, to) => {
    expect(text).toContain(from)
    expect(valid(load(text.replace(from, to)))).toBe(false)
  })

  it('declares the link and the desktop’s name, and keeps the hash of the asar', () => {
    const config = load(text)
    expect(config).toMatchObject({
      protocols: [{ name: 'Lull', schemes: ['lull-call'] }],
      linux: {
        executableName: 'lull',
        syncDesktopName: true,
        executableArgs: ['--', '%u'],
        desktop: { entry: { StartupWMClass: 'org.lull.Lull' } },
      },
    })
    expect(config).not.toHaveProperty('disableAsarIntegrity')
    const own = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
    expect(JSON.parse(own)).toHaveProperty('desktopName', 'org.lull.Lull.desktop')
  })
})

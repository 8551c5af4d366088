import { extractAll, getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as ResEdit from 'resedit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { pack } from '../../tools/package/pack.ts'
import { beginJournal, firstNoteWithWords, gone, toughOne, unlock } from '../e2e/agent.ts'

const require = createRequire(import.meta.url)
const builders = createRequire(require.resolve('app-builder-lib/package.json'))
const { NtExecutable, NtExecutableResource }: typeof ResEdit = builders('resedit')

/** It can be packed where Electron's binary is, or on Linux over a stand-in for it. */
const folder = join(import.meta.dirname, '../../dist/linux-unpacked')
const resources = join(folder, 'resources')
const place = mkdtempSync(join(tmpdir(), 'lull-package-'))
const inside = join(place, 'app')
let lull: Lull | undefined

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  const packed = spawnSync(process.execPath, ['tools/package.ts', '--dir'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
  if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr)
  process.stdout.write(packed.stdout.split('\n').find((line) => line.includes('MB besides')) + '\n')
  extractAll(join(resources, 'app.asar'), inside)
})
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Everything that may be in a package; what matches none of these must not be there. */
const allowed = [
  /^\/package\.json$/,
  /^\/out\/main\/(main|vault|chunks\/[\w-]+)\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/(main|pause|note|card|unlock)\/index\.html$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
  /^\/resources\/icons\/tray(-quiet|-locked|-waits)?(Template)?(@2x)?\.png$/,
  /^\/node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/.+\.js)$/,
  new RegExp(`^/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}\\.node$`),
]
const foreign = (files: readonly string[]) =>
  files.filter((file) => !allowed.some((kind) => kind.test(file)))
const filesIn = (asar: string, unpacked: string) =>
  listPackage(asar, { isPack: false })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(unpacked, file)).isFile())
const filesInside = () => filesIn(join(resources, 'app.asar'), inside)

describe('a package', () => {
  it('holds what runs, and nothing else', () => {
    const files = filesInside()
    expect(foreign(files)).toEqual([])
    expect(files.length).toBeGreaterThan(40)
    expect(foreign([...files, '/src/companion.ts', '/out/main/main.js.map'])).toHaveLength(2)
  })

  it('names no folder of the machine that packed it', () => {
    const root = join(import.meta.dirname, '../..')
    const naming = filesInside().filter((file) => readFileSync(join(inside, file)).includes(root))
    expect(naming).toEqual([])
  })

  it('carries no script of the repository in its package.json', () => {
    const text = readFileSync(join(inside, 'package.json'), 'utf8')
    expect(text).not.toMatch(/scripts|devDependencies/)
    expect(JSON.parse(text)).toMatchObject({ name: 'lull', main: 'out/main/main.js' })
  })

  it('is at most 8 MB besides Electron', () => {
    const unpacked = readdirSync(`${join(resources, 'app.asar')}.unpacked`, {
      recursive: true,
      encoding: 'utf8',
    }).map((file) => statSync(join(resources, 'app.asar.unpacked', file)).size)
    const bytes = unpacked.reduce(
      (sum, size) => sum + size,
      statSync(join(resources, 'app.asar')).size,
    )
    expect(bytes).toBeLessThan(8_000_000)
    expect(bytes).toBeGreaterThan(1_000_000)
  })

  it('has every fuse as it should be', async () => {
    expect(await fusesOf(join(folder, 'lull'))).toEqual(rightFuses)
  })

  it('says whose work is inside, and on which terms', () => {
    const text = readFileSync(join(resources, 'THIRD-PARTY.txt'), 'utf8')
    expect(text).toMatch(/^SQLite and SQLite3 Multiple Ciphers {2}/m)
    expect(text.match(/SIL OPEN FONT LICENSE/g)).toHaveLength(2)
    const own = readFileSync(join(import.meta.dirname, '../../LICENSE'), 'utf8')
    expect(readFileSync(join(resources, 'LICENSE.txt'), 'utf8')).toBe(own)
    const names = bundled()
    expect(names.length).toBeGreaterThan(30)
    expect(unnamed(text, names)).toEqual([])
    const less = text.replaceAll(/^decimal\.js-light .*$/gm, '')
    expect(unnamed(less, names)).toEqual(['decimal.js-light'])
  })

  it('lists every part for programs that know of holes: bundled, shipped, compiled, and Electron', () => {
    const list = readFileSync(join(resources, 'SBOM.cdx.json'), 'utf8')
    const { bomFormat, specVersion, components }: Sbom = JSON.parse(list)
    expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.6'])
    expect(missing(components)).toEqual([])
    const found = new Map(components.map((each) => [each.name, each]))
    for (const name of bundled()) {
      const folder = join(import.meta.dirname, '../../node_modules', name)
      const { version }: { version: string } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      )
      expect(found.get(name), name).toMatchObject({
        version,
        licenses: [{ expression: expect.any(String) }],
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      })
    }
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(inside, 'package.json'), 'utf8'),
    )
    const shipped = Object.values(dependencies).map((each) => each.replace(/^npm:/, ''))
    const whole = components.map(({ name, version }) => `${name}@${version}`)
    expect(whole).toEqual(expect.arrayContaining(shipped))
    for (const name of ['SQLite', 'SQLite3 Multiple Ciphers', 'electron'])
      expect(found.get(name)?.version, name).toMatch(/^\d+\.\d+/)
    const refs = components.map((each) => each['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    expect(list).not.toContain(join(import.meta.dirname, '../..'))
    // And would be found out.
    expect(missing(components.filter(({ name }) => name !== 'immer'))).toEqual(['immer'])
  })

  it('lists as bundled whatever leaves its mark in a bundle', () => {
    const program = filesInside()
      .filter((file) => /^\/out\/.*\.c?js$/.test(file))
      .map((file) => readFileSync(join(inside, file), 'utf8'))
      .join('\n')
    for (const [name, mark] of Object.entries({
      'react-dom': 'react.dev/errors',
      'decimal.js-light': '[DecimalError]',
      recharts: 'recharts-wrapper',
      '@reduxjs/toolkit': 'serializableCheck',
      immer: 'immer-draftable',
    })) {
      expect(program).toContain(mark)
      expect(bundled()).toContain(name)
    }
  })

  it('knows nothing of the language of tests', () => {
    const naming = (files: readonly string[]) =>
      files.filter((file) => /\.c?js$/.test(file) && pseudoWords.test(readFileSync(file, 'utf8')))
    expect(naming(filesInside().map((file) => join(inside, file)))).toEqual([])
    const worked = join(import.meta.dirname, '../../out')
    const catalogs = readdirSync(join(worked, 'renderer/assets'))
      .filter((file) => file.startsWith('pseudo-'))
      .map((file) => join(worked, 'renderer/assets', file))
    // The shared one; main's, unlock's, guide's and note's; what comes after a note, and what is sealed.
    expect(naming(catalogs)).toHaveLength(8)
  })
})

/** Words with the pseudo-language's accents, of which English has none. */
const pseudoWords = /[ĀāĂăĎďĒēĢģĨĩŃńŌōŔŕŚśŢţŨũŴŵŶŷŹź]{3}/

interface Sbom {
  bomFormat: string
  specVersion: string
  components: { name: string; version?: string; 'bom-ref': string }[]
}
/** What the bundler took in and a list of parts leaves out. */
const missing = (components: Sbom['components']) =>
  bundled().filter((name) => !components.some((each) => each.name === name))

/** The packages whose modules or files the packaged build listed, by the folder they lie in. */
function bundled(): string[] {
  const lists = join(import.meta.dirname, '../../out/packaged/bundled')
  const ids = readdirSync(lists).map((list) => readFileSync(join(lists, list), 'utf8'))
  const named = ids.join('\n').matchAll(/.*node_modules\/((?:@[^/"]+\/)?[^/"]+)/g)
  return [...new Set([...named].map(([, name = '']) => name))].sort()
}

/** Those of them that a text doesn't name. */
const unnamed = (text: string, names: readonly string[]) =>
  names.filter(
    (name) => !text.split('\n').some((line) => line.startsWith(`${name} `) && line.endsWith(')')),
  )

const rightFuses = {
  runAsNode: false,
  nodeOptions: false,
  inspect: false,
  integrity: true,
  onlyAsar: true,
  fileProtocol: false,
  cookies: false,
  snapshot: false,
}

async function fusesOf(program: string): Promise<Record<keyof typeof rightFuses, boolean>> {
  const wire = await getCurrentFuseWire(program)
  const on = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
  return {
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookies: on(FuseV1Options.EnableCookieEncryption),
    snapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
  }
}

/** Packs by a copy of electron-builder.yml in which `from` became `to`. */
async function packChanged(name: string, from: string, to: string): Promise<string> {
  const text = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`)
  mkdirSync(join(place, name), { recursive: true })
  const config = join(place, name, 'changed.yml')
  writeFileSync(config, text.replace(from, to))
  const [packed = ''] = await pack({ config, output: join(place, name), dir: true })
  return packed
}

describe('the proofs of a package', () => {
  it('notice a fuse that is switched the other way', async () => {
    const packed = await packChanged('fuse', 'runAsNode: false', 'runAsNode: true')
    expect(await fusesOf(join(packed, '../lull'))).toEqual({ ...rightFuses, runAsNode: true })
  })

  it('notice a fuse that is no longer set', async () => {
    const packed = await packChanged('unset', '  onlyLoadAppFromAsar: true\n', '')
    expect(await fusesOf(join(packed, '../lull'))).toEqual({ ...rightFuses, onlyAsar: false })
  })

  it('notice a file that doesn’t belong in it', async () => {
    const packed = await packChanged(
      'file',
      '- package.json\n',
      '- package.json\n      - README.md\n',
    )
    const unpacked = join(place, 'file/app')
    extractAll(join(packed, 'app.asar'), unpacked)
    expect(foreign(filesIn(join(packed, 'app.asar'), unpacked))).toEqual(['/README.md'])
  })
})

describe('the hash by which Electron knows its app.asar', () => {
  const hashOf = (asar: string) =>
    createHash('sha256').update(getRawHeader(asar).headerString).digest('hex')

  it('stands in the program of a Windows package, beside our icon', async () => {
    const output = join(place, 'windows')
    const [packed = ''] = await pack({ output, dir: true, system: 'win32' })
    const program = readFileSync(join(packed, '../Lull.exe'))
    const { entries } = NtExecutableResource.from(NtExecutable.from(program))
    const told = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
    const asar = join(packed, 'app.asar')
    expect(JSON.parse(Buffer.from(new Uint8Array(told?.bin ?? [])).toString())).toEqual([
      { file: String.raw`resources\app.asar`, alg: 'SHA256', value: hashOf(asar) },
    ])
    expect(await fusesOf(join(packed, '../Lull.exe'))).toEqual(rightFuses)
    const icons = join(import.meta.dirname, '../../resources/package/icons')
    for (const side of [16, 32, 48, 256])
      expect(program.includes(readFileSync(join(icons, `${side}x${side}.png`)))).toBe(true)
  })

  it('stands nowhere on Linux, where Electron doesn’t look for one', () => {
    const hash = hashOf(join(resources, 'app.asar'))
    const naming = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => statSync(file).isFile() && readFileSync(file).includes(hash))
    expect(naming).toEqual([])
  })
})

describe('a packed program', () => {
  it('plays the slice: a tough call, the card, a note, Today, the lock', async () => {
    lull = await launch({
      app: inside,
      packaged: true,
      clock: '2026-11-22T14:00:00Z',
      timezone: 'Asia/Manila',
    })
    const main = await beginJournal(lull)
    await lull.secondProcess(['--call-started'])
    await lull.step(60_000)
    await lull.shortcut(toughOne)
    await lull.secondProcess(['--call-ended'])
    await lull.step(12_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Note' }).click()
    await firstNoteWithWords(lull, 'they had waited for an hour')
    await gone(lull, 'card')
    await main.getByText('1 moment noted').waitFor()
    await lull.tray.press('Lock')
    await lull.tray.press('Open Lull')
    await unlock(lull)
    await (await lull.window('main')).getByText('1 moment noted').waitFor()
  })

  it.each([
    '--remote-debugging-port=0',
    '--proxy-server=127.0.0.1:1',
    '--no-sandbox',
    '--log-net-log=x',
  ])('ends with 2 and a sentence at %s, and touches no folder', async (arg) => {
    const profile = join(place, 'untouched')
    const run = join(import.meta.dirname, '../../tools/stand-in/run.ts')
    const started = (packed: string) =>
      spawnSync(process.execPath, [run, inside, '--', '--profile', profile, arg, '--mark'], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', LULL_PACKED: packed, LULL_HEADLESS: '1' },
      })
    const { status, stderr } = started('1')
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Lull doesn't (start with|know)/),
    })
    expect(readdirSync(place)).not.toContain('untouched')
  })

  it('refuses a link quietly: a sentence, no window, no folder', () => {
    const run = join(import.meta.dirname, '../../tools/stand-in/run.ts')
    const profile = join(place, 'linked')
    const args = [run, inside, '--', '--profile', profile, 'lull-call://ended?code=x']
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      // One that it took would go on running.
      timeout: 20_000,
      killSignal: 'SIGTERM',
      env: { ...process.env, NODE_OPTIONS: '', LULL_PACKED: '1', LULL_HEADLESS: '1' },
    })
    expect({ status, signal, stdout, stderr }).toEqual({
      status: 2,
      signal: null,
      stdout: '',
      stderr: 'A link stands alone, behind two dashes: lull -- lull-call://ended?code=…\n',
    })
    expect(readdirSync(place)).not.toContain('linked')
  })

  it('speaks English where the language of tests is asked for', async () => {
    const profile = join(place, 'pseudo')
    mkdirSync(profile)
    writeFileSync(join(profile, 'device.json'), '{"language":"pseudo"}')
    lull = await launch({ app: inside, packaged: true, profile })
    const main = await lull.window('main')
    await main.getByText('The settings of this computer couldn’t be read.').waitFor()
    await main.getByRole('button', { name: 'Settings' }).click()
    await main.getByRole('radio', { name: 'English' }).waitFor({ state: 'attached' })
    expect(await main.getByRole('radio', { name: 'Pseudo' }).count()).toBe(0)
  })

  it('would start with such a switch, were it not packed', () => {
    const profile = join(place, 'touched')
    const run = join(import.meta.dirname, '../../tools/stand-in/run.ts')
    const args = [run, inside, '--', '--profile', profile, '--no-sandbox', '--mark']
    const { status } = spawnSync(process.execPath, args, {
      env: { ...process.env, NODE_OPTIONS: '', LULL_HEADLESS: '1' },
    })
    expect(status).toBe(0)
    expect(readdirSync(place)).toContain('touched')
  })
})

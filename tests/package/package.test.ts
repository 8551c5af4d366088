import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, gone, toughOne, unlock } from '../e2e/agent.ts'

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
  /^\/LICENSE$/,
  /^\/out\/main\/(main|vault|chunks\/[\w-]+)\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/(main|pause|note|card|unlock)\/index\.html$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
  /^\/resources\/icons\/tray(Template)?(@2x)?\.png$/,
  /^\/node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/.+\.js)$/,
  new RegExp(`^/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}\\.node$`),
]
const foreign = (files: readonly string[]) =>
  files.filter((file) => !allowed.some((kind) => kind.test(file)))
const filesInside = () =>
  listPackage(join(resources, 'app.asar'), { isPack: false })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(inside, file)).isFile())

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
    const wire = await getCurrentFuseWire(join(folder, 'lull'))
    const off = FuseState.DISABLE
    const on = FuseState.ENABLE
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
      fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
      cookies: wire[FuseV1Options.EnableCookieEncryption],
      snapshot: wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    }).toEqual({
      runAsNode: off,
      nodeOptions: off,
      inspect: off,
      integrity: on,
      onlyAsar: on,
      fileProtocol: off,
      cookies: off,
      snapshot: off,
    })
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

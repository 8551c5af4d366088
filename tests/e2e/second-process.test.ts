import { spawnSync } from 'node:child_process'
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { throwAway } from '../../tools/driver/folders.ts'
import { beginJournal, checkIn, choosePassphrase } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

describe('a second process', () => {
  it.each([
    [['--help'], 0, /Usage: lull/],
    [['--version'], 0, /^\d+\.\d+\.\d+/],
    [['--paus'], 2, /doesn't know "--paus"/],
    [['--mark', '--lock'], 2, /One thing at a time/],
    [['--profile'], 2, /needs a folder/],
  ])('%j ends with %i and says what it has to', async (args, code, text) => {
    lull = await launch()
    await lull.window('main')
    const { code: ended, stdout, stderr } = await lull.secondProcess(args)
    expect(ended).toBe(code)
    expect(stdout + stderr).toMatch(text)
    expect((await lull.windows()).map((each) => each.name)).toEqual(['main'])
  })

  it('quits the running Lull cleanly', async () => {
    lull = await launch()
    await beginJournal(lull)
    expect(await lull.secondProcess(['--quit'])).toMatchObject({ code: 0 })
    expect(await lull.exited).toMatchObject({ code: 0 })
  })

  it('checks in on the main window', async () => {
    lull = await launch({ args: ['--pause'] })
    await lull.window('pause')
    await lull.secondProcess(['--check-in'])
    const main = await lull.window('main')
    await checkIn(main, 9, 1)
    await choosePassphrase(lull)
    await main.getByText('Stress 9 of 10, energy 1 of 10. Kept.').waitFor()
  })
})

const root = join(import.meta.dirname, '../..')

/** The stand-in's own command line: what starts, and ends by itself. */
function start(folder: string, env: NodeJS.ProcessEnv = {}, order: readonly string[] = []) {
  return spawnSync(
    process.execPath,
    [join(root, 'tools/stand-in/run.ts'), root, '--', '--profile', folder, ...order],
    { encoding: 'utf8', env: { ...process.env, LULL_HEADLESS: '1', ...env } },
  )
}

describe('a first process', () => {
  it('that can’t use its folder ends with 3 and a sentence, and makes nothing', ({ skip }) => {
    if (process.env['LULL_RUNTIME'] === 'electron') return skip('needs the stand-in’s command line')
    const { status, stderr } = start(join(root, 'package.json', 'inside-a-file'))
    expect(status).toBe(3)
    expect(stderr).toContain("Lull can't write in the folder")
  })
  const isHere = process.env['LULL_RUNTIME'] !== 'electron' && process.platform === 'linux'

  it.runIf(isHere).each([
    ['a computer that isn’t this one', (lock: string) => symlinkSync('desk-9-312', lock), /desk-9/],
    ['nobody: it is no link', (lock: string) => writeFileSync(lock, ''), /can't tell whether/],
  ])('that finds the lock of %s ends with 3 and says so, in a box too', (_whose, make, said) => {
    const profile = throwAway()
    make(join(profile, 'SingletonLock'))
    const nowhere = { XDG_RUNTIME_DIR: join(profile, 'none') }
    const opened = start(profile, { ...nowhere, DISPLAY: ':7' })
    expect(opened).toMatchObject({ status: 3, stderr: expect.stringMatching(said) })
    expect(opened.stderr).toContain('Lull: Lull')
    const signal = start(profile, { ...nowhere, DISPLAY: ':7' }, ['--call-ended'])
    expect(signal).toMatchObject({ status: 3, stderr: expect.stringMatching(said) })
    expect(signal.stderr).not.toContain('Lull: Lull')
  })

  it.runIf(isHere)('from a stick has its lock on this computer, and is found there', async () => {
    const profile = throwAway()
    // What a drive without links leaves, or macOS writes for one.
    writeFileSync(join(profile, 'SingletonLock'), '')
    const XDG_RUNTIME_DIR = throwAway()
    lull = await launch({ profile, env: { XDG_RUNTIME_DIR } })
    await lull.window('main')
    expect(readdirSync(join(XDG_RUNTIME_DIR, 'lull'))).toHaveLength(1)
    expect(await lull.secondProcess(['--pause'])).toMatchObject({ code: 0 })
    await lull.window('pause')
    await lull.quit()
  })
})

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
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

describe('a first process', () => {
  it('that can’t use its folder ends with 3 and a sentence, and makes nothing', ({ skip }) => {
    if (process.env['LULL_RUNTIME'] === 'electron') return skip('needs the stand-in’s command line')
    const root = join(import.meta.dirname, '../..')
    const folder = join(root, 'package.json', 'inside-a-file')
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools/stand-in/run.ts'), root, '--', '--profile', folder],
      { encoding: 'utf8', env: { ...process.env, LULL_HEADLESS: '1' } },
    )
    expect(status).toBe(3)
    expect(stderr).toContain("Lull can't write in the folder")
  })
})

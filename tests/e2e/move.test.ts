import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type LaunchOptions, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  checkIn,
  choosePassphrase,
  gone,
  passphrase,
  pressButton,
  seen,
  unlock,
} from './agent.ts'
import { ownFolder } from './own-folder.ts'

const clock = '2026-11-22T14:00:00Z'
let lull: Lull
afterEach(async () => {
  await lull?.kill()
})

/** A journal with a check-in in it, and its page of data in front. */
async function atTheData(options: LaunchOptions = {}): Promise<Page> {
  lull = await launch({ profile: ownFolder(), clock, ...options })
  const main = await beginJournal(lull)
  await toData(main)
  return main
}

/** A journal with a check-in in it, moved to this folder; Lull has ended. */
async function movedTo(stick: string): Promise<string> {
  const main = await atTheData()
  const { profile } = lull
  await move(main, stick)
  await lull.quit()
  return profile
}

async function toData(main: Page) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: 'Look at your data' }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Move it' }).waitFor()
}

/** Presses "Choose a folder", where the system's dialog gives this one. */
async function choose(main: Page, folder: string) {
  await lull.answerDialog({ canceled: false, filePaths: [folder] })
  await pressButton(lull, main, 'Choose a folder')
}

/** Moves it there by keyboard, and opens it. */
async function move(main: Page, folder: string): Promise<Page> {
  await choose(main, folder)
  await main.getByText(join(folder, 'Lull journal')).waitFor()
  await pressButton(lull, main, 'Move it there')
  await gone(lull, 'main')
  const locked = await lull.window('unlock')
  await locked.getByText('Your journal has moved.').waitFor()
  await unlock(lull)
  return lull.window('main')
}

describe('the journal', () => {
  it('moves by keyboard with all that belongs to it, opens there after a restart, and goes back', async () => {
    const outside = ownFolder()
    const main = await atTheData()
    const { profile } = lull
    const again = await move(main, outside)
    await again.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    expect(await lull.opened()).toContain('open: openDirectory, createDirectory, dontAddToRecent')
    expect(readdirSync(outside)).toEqual(['Lull journal'])
    expect(readdirSync(join(outside, 'Lull journal'))).toContain('journal.open')
    expect(existsSync(join(profile, 'journal'))).toBe(false)
    await lull.quit()
    expect(readdirSync(join(outside, 'Lull journal'))).not.toContain('journal.open')

    lull = await launch({ profile, clock })
    await unlock(lull)
    const later = await lull.window('main')
    await later.getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
    await toData(later)
    await later.getByText(join(outside, 'Lull journal')).waitFor()
    await pressButton(lull, later, 'Back to its usual place')
    await later.getByText(join(profile, 'journal')).waitFor()
    await pressButton(lull, later, 'Move it there')
    await gone(lull, 'main')
    await unlock(lull)
    await (await lull.window('main')).getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
    expect(readdirSync(outside)).toEqual([])
    expect(readdirSync(join(profile, 'journal'))).toContain('journal.db')
  })

  it('is missed where its stick is away, begins no other one, and is found elsewhere', async () => {
    const stick = ownFolder()
    const profile = await movedTo(stick)
    const other = join(ownFolder(), 'F')
    renameSync(stick, other)

    lull = await launch({ profile, clock })
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await page.getByRole('heading', { name: 'Your journal isn’t where it was' }).waitFor()
    expect(existsSync(stick)).toBe(false)
    await lull.answerDialog({ canceled: false, filePaths: [profile] })
    await page.getByRole('button', { name: 'Show Lull where it is' }).click()
    await page.getByText('There is no journal in that folder.').waitFor()
    await lull.answerDialog({ canceled: false, filePaths: [other] })
    await page.getByRole('button', { name: 'Show Lull where it is' }).click()
    await unlock(lull)
    await (await lull.window('main')).getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
  })

  it('of another computer is opened by a Lull that has none, from its first question', async () => {
    const stick = ownFolder()
    await movedTo(stick)
    // An hour later, so that this check-in is the last one.
    lull = await launch({ profile: ownFolder(), clock: '2026-11-22T15:00:00Z' })
    const main = await lull.window('main')
    await checkIn(main, 2, 8)
    const page = await lull.window('unlock')
    await page.getByRole('heading', { name: 'Choose a passphrase' }).waitFor()
    await lull.answerDialog({ canceled: false, filePaths: [stick] })
    await page.getByRole('button', { name: 'I have one already' }).click()
    await page.getByRole('button', { name: 'Unlock', exact: true }).waitFor()
    await unlock(lull)
    await main.getByText('Stress 2 of 10, energy 8 of 10. Kept.').waitFor()
    expect(existsSync(join(lull.profile, 'journal', 'journal.db'))).toBe(false)
  })

  it('on a network drive isn’t opened there, from the first question either', async () => {
    const share = ownFolder()
    await movedTo(share)
    const mounts = join(ownFolder(), 'mountinfo')
    writeFileSync(
      mounts,
      `27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n41 27 0:52 / ${share} rw,relatime shared:1 - nfs4 server:/export rw,vers=4.2\n`,
    )
    lull = await launch({
      profile: ownFolder(),
      clock,
      app: join(import.meta.dirname, 'programs/faked-mounts.mjs'),
      env: { LULL_FAKED_MOUNTS: mounts },
    })
    await checkIn(await lull.window('main'), 2, 8)
    const page = await lull.window('unlock')
    await lull.answerDialog({ canceled: false, filePaths: [share] })
    await page.getByRole('button', { name: 'I have one already' }).click()
    await page.getByText('That is a network drive').waitFor()
    await page.getByRole('heading', { name: 'Choose a passphrase' }).waitFor()
  })

  it('of which the stick is lost stays as it is, and another one begins at the usual place, by keyboard', async () => {
    const stick = ownFolder()
    const profile = await movedTo(stick)
    const other = join(ownFolder(), 'F')
    renameSync(stick, other)
    const before = readFileSync(join(other, 'Lull journal', 'journal.db'))

    lull = await launch({ profile, clock })
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await pressButton(lull, page, 'Begin another journal on this computer')
    await page.getByText('The one that is away stays as it is.').waitFor()
    await lull.press('Escape')
    await pressButton(lull, page, 'Begin another journal on this computer')
    await pressButton(lull, page, 'Begin another one')
    await choosePassphrase(lull)
    expect(readdirSync(join(profile, 'journal'))).toContain('journal.db')
    expect(readFileSync(join(other, 'Lull journal', 'journal.db'))).toEqual(before)
    await lull.quit()

    // As its page says: the folder of the old one under the name of the new one.
    renameSync(join(profile, 'journal'), join(profile, 'journal of now'))
    renameSync(join(other, 'Lull journal'), join(profile, 'journal'))
    lull = await launch({ profile, clock })
    await unlock(lull)
    await (await lull.window('main')).getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
  })

  it('begins anew at its usual place once it was deleted elsewhere', async () => {
    const outside = ownFolder()
    const main = await move(await atTheData(), outside)
    await toData(main)
    await pressButton(lull, main, 'Delete everything')
    await main.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click()
    await seen(() => existsSync(join(outside, 'Lull journal', 'journal.db'))).toBe(false)
    await seen(() => main.isClosed()).toBe(true)
    await beginJournal(lull)
    expect(readdirSync(join(lull.profile, 'journal'))).toContain('journal.db')
  })
})

describe('a place', () => {
  it('that a service copies to other computers is said before anything happens, and can be left', async () => {
    const synced = join(ownFolder(), 'Nextcloud')
    mkdirSync(synced)
    const main = await atTheData()
    await choose(main, synced)
    await main.getByText('Nextcloud copies this folder to other computers.').waitFor()
    await main.getByText('Words that you delete here stay in those').waitFor()
    await pressButton(lull, main, 'Leave it where it is')
    expect(await main.getByText('Nextcloud').count()).toBe(0)
    expect(await main.evaluate(() => document.activeElement?.textContent)).toBe('Move it')
    expect(readdirSync(synced)).toEqual([])
  })

  it('on the network, or with something in it already, is refused with its reason', async () => {
    const outside = ownFolder()
    const mounts = join(ownFolder(), 'mountinfo')
    const share = join(outside, 'share')
    const taken = join(outside, 'taken')
    for (const folder of [share, join(taken, 'Lull journal')])
      mkdirSync(folder, { recursive: true })
    writeFileSync(join(taken, 'Lull journal', 'mine.txt'), 'mine')
    writeFileSync(
      mounts,
      `27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n41 27 0:52 / ${share} rw,relatime shared:1 - nfs4 server:/export rw,vers=4.2\n`,
    )
    const main = await atTheData({
      app: join(import.meta.dirname, 'programs/faked-mounts.mjs'),
      env: { LULL_FAKED_MOUNTS: mounts },
    })
    await choose(main, share)
    await main.getByText('This is a network drive, so your journal stays where it is.').waitFor()
    await choose(main, taken)
    await main.getByText('Something else with the name “Lull journal” lies there.').waitFor()
    await choose(main, join(lull.profile, 'journal'))
    await main.getByText('That is where your journal lies already, or inside it.').waitFor()
    expect(await main.getByRole('button', { name: 'Move it there' }).count()).toBe(0)
    expect(readdirSync(share)).toEqual([])
    expect(readFileSync(join(taken, 'Lull journal', 'mine.txt'), 'utf8')).toBe('mine')
  })
})

describe('a journal that is open on another computer', () => {
  it('says so at the unlock window, and opens all the same once a copy is aside', async () => {
    await atTheData()
    const { profile } = lull
    await lull.quit()
    const journal = join(profile, 'journal')
    const since = Date.parse('2026-11-22T11:03:00Z')
    writeFileSync(join(journal, 'journal.open'), JSON.stringify({ computer: 'PC-14', since }))

    lull = await launch({ profile, clock, timezone: 'UTC' })
    const page = await lull.window('unlock')
    await page.getByRole('heading', { name: 'Open on PC-14 since 11:03' }).waitFor()
    await seen(() => lull.focus()).toBe('unlock')
    await lull.press('Escape')
    await gone(lull, 'unlock')
    expect(readFileSync(join(journal, 'journal.open'), 'utf8')).toContain('PC-14')

    await lull.tray.press('Open Lull')
    const again = await lull.window('unlock')
    await again.getByRole('button', { name: 'Open it here all the same' }).focus()
    await lull.press('Enter')
    await unlock(lull)
    await (await lull.window('main')).getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
    expect(readdirSync(join(journal, 'backups'))).toEqual([expect.stringMatching(/-elsewhere$/)])
    expect(readFileSync(join(journal, 'journal.open'), 'utf8')).not.toContain('PC-14')
  })

  it('is nothing to tell after a crash of this one', async () => {
    await atTheData()
    const { profile } = lull
    await lull.kill()
    expect(readdirSync(join(profile, 'journal'))).toContain('journal.open')
    lull = await launch({ profile, clock })
    await unlock(lull)
    await (await lull.window('main')).getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
  })
})

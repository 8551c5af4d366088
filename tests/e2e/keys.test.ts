import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type LaunchOptions, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, passphrase, seen, words } from './agent.ts'
import { ownFolder } from './own-folder.ts'

const clock = '2026-11-22T14:00:00Z'
const another = 'otter lantern basalt seven'
let lull: Lull
afterEach(async () => {
  await lull?.kill()
})

/** A journal with a check-in in it, and the page "Keys and lock" in front. */
async function keysPage(options: LaunchOptions = {}): Promise<Page> {
  lull = await launch({ profile: ownFolder(), clock, ...options })
  const main = await beginJournal(lull)
  await toKeys(main)
  return main
}

async function toKeys(main: Page) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: 'Keys and lock' }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Keys and lock' }).waitFor()
}

/** The window that a change asks for a secret in, with that typed. */
async function proven(main: Page, change: string, secret = passphrase): Promise<Page> {
  await main.getByRole('button', { name: change, exact: true }).click()
  const page = await lull.window('unlock')
  await page.getByText('First, check that it’s you').waitFor()
  await seen(() => lull.focus()).toBe('unlock')
  await lull.type(secret)
  await lull.press('Enter')
  return page
}

async function typeTwice(page: Page, text: string) {
  await page.getByLabel('The same once more').waitFor()
  await seen(() => lull.focus()).toBe('unlock')
  await lull.type(text)
  await lull.press('Tab')
  await lull.type(text)
  await lull.press('Enter')
}

/** Resolves once a button was pressed while the page was working. */
const pressWhileBusy = (page: Page, name: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector('[aria-busy]')) return
          watch.disconnect()
          const buttons = [...document.querySelectorAll('button')]
          buttons.find(({ innerText }) => innerText.trim() === wanted)?.click()
          resolve()
        })
        watch.observe(document.body, { attributes: true, subtree: true })
      }),
    name,
  )

async function opensWith(secret: string): Promise<Page> {
  await lull.tray.press('Open Lull')
  const page = await lull.window('unlock')
  await page.getByLabel('Passphrase').waitFor()
  await seen(() => lull.focus()).toBe('unlock')
  await lull.type(secret)
  await lull.press('Enter')
  return page
}

async function lock() {
  await lull.tray.press('Lock')
  await gone(lull, 'main')
  await seen(() => lull.tray.menu()).toContainEqual(expect.objectContaining({ label: 'Unlock' }))
}

async function groupsOf(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Your recovery key' }).waitFor()
  return page.getByRole('listitem').allInnerTexts()
}

/** The two groups that are asked for, typed from the paper. */
async function typeBack(page: Page, groups: readonly string[]) {
  for (const label of await page.locator('label').allInnerTexts()) {
    const nth = Number(/\d/.exec(label)?.[0])
    await page.getByLabel(`Group ${nth} of 7`).fill((groups[nth - 1] ?? '').toLowerCase())
  }
  await page.getByRole('button', { name: 'That’s it' }).click()
}

describe('another passphrase', () => {
  it('is chosen by who knows the one before, and the old one opens nothing after it', async () => {
    const main = await keysPage()
    const page = await proven(main, 'Change the passphrase', 'not this one')
    await page.getByText('That didn’t open it.').waitFor()
    await lull.type(passphrase)
    await lull.press('Enter')
    await page.getByLabel('The same once more').waitFor()
    const pressed = pressWhileBusy(page, 'Not now')
    await typeTwice(page, another)
    await pressed
    // What can't be stopped any more isn't hidden either.
    await page.getByText('The new passphrase opens your journal from now on.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'unlock')
    await lock()
    const locked = await opensWith(passphrase)
    await locked.getByText('That didn’t open it.').waitFor()
    await lull.type(another)
    await lull.press('Enter')
    await (await lull.window('main')).getByText('Stress 4 of 10, energy 6 of 10.').waitFor()
  })

  it('says how long it would hold, as it is typed', async () => {
    const main = await keysPage()
    const page = await proven(main, 'Change the passphrase')
    await page.getByLabel('The same once more').waitFor()
    await lull.type('password1')
    await lull.step(1000)
    await page.getByText('could find it within a day').waitFor()
    await page.getByLabel('Passphrase, at least').fill(another)
    await lull.step(1000)
    await page.getByText('longer than anybody tries').waitFor()
  })
})

describe('a recovery key', () => {
  it('counts once two groups came back, and opens the journal for another passphrase', async () => {
    const main = await keysPage()
    const page = await proven(main, 'Write down a recovery key')
    await page.getByText('Your recovery key').waitFor()
    expect(await words(page)).toContain('A printer, a photo or the clipboard keeps a copy')
    const first = await groupsOf(page)
    expect(first).toHaveLength(7)
    await page.getByRole('button', { name: 'It’s on paper' }).click()
    await typeBack(page, first.toReversed())
    await page.getByText('At least one group is not what the recovery key says').waitFor()
    expect(await words(main)).toContain('not written down yet')

    await page.getByRole('button', { name: 'Show me a new one' }).click()
    await page.getByRole('heading', { name: 'Your recovery key' }).waitFor()
    const second = await groupsOf(page)
    expect(second).not.toEqual(first)
    await page.getByRole('button', { name: 'It’s on paper' }).click()
    await typeBack(page, second)
    await page.getByText('Your recovery key opens your journal from now on.').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await gone(lull, 'unlock')
    await main.getByText('on your paper').waitFor()

    await lock()
    await lull.tray.press('Open Lull')
    const locked = await lull.window('unlock')
    await locked.getByRole('button', { name: 'Use the recovery key' }).click()
    await locked.getByLabel('Recovery key').fill(second.join(' '))
    await locked.getByRole('button', { name: 'Unlock', exact: true }).click()
    await locked.getByRole('button', { name: 'Choose a passphrase' }).click()
    await typeTwice(locked, another)
    await locked.getByText('The new passphrase opens your journal').waitFor()
    await locked.getByRole('button', { name: 'Close' }).click()
    await gone(lull, 'unlock')
    await lock()
    await opensWith(another)
    await lull.window('main')
  })

  it('is the last way in where the passphrase was removed, and then stays', async () => {
    const main = await keysPage()
    expect(await main.getByRole('button', { name: 'Remove the passphrase' }).count()).toBe(0)
    const page = await proven(main, 'Write down a recovery key')
    const groups = await groupsOf(page)
    await page.getByRole('button', { name: 'It’s on paper' }).click()
    await typeBack(page, groups)
    await page.getByRole('button', { name: 'Close' }).click()
    await gone(lull, 'unlock')
    const removing = await proven(main, 'Remove the passphrase')
    await removing.getByRole('button', { name: 'Remove the passphrase' }).click()
    await removing.getByText('The passphrase no longer opens your journal.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'unlock')
    await main.getByRole('button', { name: 'Choose a passphrase' }).waitFor()
    expect(await main.getByRole('button', { name: 'Remove the recovery key' }).count()).toBe(0)
    await lock()
    await lull.tray.press('Open Lull')
    await (await lull.window('unlock')).getByLabel('Recovery key').waitFor()
  })
})

describe('the keychain', () => {
  it('opens the journal by one press, until it is no longer used', async () => {
    const main = await keysPage({ installed: true, env: { LULL_KEYCHAIN: ownFolder() } })
    await main.getByText('It doesn’t keep out your IT department').waitFor()
    const page = await proven(main, 'Use the keychain')
    await page.getByText('It doesn’t keep out your IT department').waitFor()
    await page.getByRole('button', { name: 'Use the keychain' }).click()
    await page.getByText('opens your journal from now on, with one press').waitFor()
    await lull.press('Escape')
    await gone(lull, 'unlock')
    await lock()
    await lull.tray.press('Open Lull')
    const locked = await lull.window('unlock')
    await locked.getByRole('button', { name: 'Use the keychain' }).click()
    const again = await lull.window('main')
    await toKeys(again)
    await again.getByRole('button', { name: 'Stop using the keychain' }).click()
    await again.getByRole('button', { name: 'Use the keychain' }).waitFor()
    await lock()
    await lull.tray.press('Open Lull')
    const last = await lull.window('unlock')
    await last.getByLabel('Passphrase').waitFor()
    expect(await last.getByRole('button', { name: 'Use the keychain' }).count()).toBe(0)
  })

  it('that is not to be trusted is refused, and said', async () => {
    const main = await keysPage({ installed: true })
    await main.getByText('it has no keychain to be trusted').waitFor()
    expect(await main.getByRole('button', { name: 'Use the keychain' }).count()).toBe(0)
  })

  it('is refused where Lull runs from a folder of its own, which may be carried elsewhere', async () => {
    const main = await keysPage({ env: { LULL_KEYCHAIN: ownFolder() } })
    await main.getByText('this Lull travels in its own folder').waitFor()
    expect(await main.getByRole('button', { name: 'Use the keychain' }).count()).toBe(0)
  })

  it('that was lost with its computer is told, and the passphrase still opens', async () => {
    const keychain = ownFolder()
    const main = await keysPage({ installed: true, env: { LULL_KEYCHAIN: keychain } })
    const page = await proven(main, 'Use the keychain')
    await page.getByRole('button', { name: 'Use the keychain' }).click()
    await page.getByText('with one press').waitFor()
    await lull.press('Escape')
    await gone(lull, 'unlock')
    await lock()
    for (const name of readdirSync(keychain)) rmSync(join(keychain, name))
    await lull.tray.press('Open Lull')
    const locked = await lull.window('unlock')
    await locked.getByRole('button', { name: 'Use the keychain' }).click()
    await locked.getByText('The system’s keychain didn’t answer.').waitFor()
    await opensWith(passphrase)
    await lull.window('main')
  })
})

describe('somebody may know the passphrase', () => {
  it('gives the journal another key, locks it, and opens to the new passphrase alone', async () => {
    const main = await keysPage()
    const before = readFileSync(join(lull.profile, 'journal/journal.db'))
    const { vaults } = await lull.pids()
    const page = await proven(main, 'Make a new key')
    await page.getByText('Everything is encrypted anew').waitFor()
    await typeTwice(page, another)
    await gone(lull, 'main')
    await seen(async () => (await lull.pids()).vaults).not.toEqual(vaults)
    // The window in which it was changed goes, too; another one tells of it.
    await seen(() => page.isClosed()).toBe(true)
    const locked = await lull.window('unlock')
    await locked.getByText('Your journal has a new key. Open it with the new passphrase.').waitFor()
    await seen(() => lull.focus()).toBe('unlock')
    await lull.type(passphrase)
    await lull.press('Enter')
    await locked.getByText('That didn’t open it.').waitFor()
    await lull.type(another)
    await lull.press('Enter')
    await locked.getByRole('button', { name: 'Write it down now' }).waitFor()
    await locked.getByRole('button', { name: 'Remind me at home' }).click()
    const again = await lull.window('main')
    await again.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    const after = readFileSync(join(lull.profile, 'journal/journal.db'))
    expect(after.subarray(0, 16)).not.toEqual(before.subarray(0, 16))
  })
})

describe('tries at this screen', () => {
  it('wait after three that failed, also after a restart, and say what that is good for', async () => {
    const main = await keysPage()
    const { profile } = lull
    await main.getByText('That slows only somebody at this screen.').waitFor()
    await lock()
    const page = await opensWith('not this one')
    await page.getByText('That didn’t open it.').waitFor()
    for (let turn = 0; turn < 2; turn++) {
      await lull.type('nor this one')
      await lull.press('Enter')
      await seen(async () => (await page.locator('input').getAttribute('aria-invalid')) ?? '').toBe(
        'true',
      )
      await seen(() => readFileSync(join(profile, 'journal/journal.tries'), 'utf8')).toContain(
        `"count":${turn + 2}`,
      )
    }
    await page.getByText('You can try again in 5 seconds.').waitFor()
    await lull.kill()

    lull = await launch({ profile, clock: '2026-11-22T14:00:02Z' })
    const again = await lull.window('unlock')
    await again.getByText(/You can try again in [2-5] seconds/).waitFor()
    await again.getByText('That slows only somebody at this screen.').waitFor()
    await lull.step(6000)
    await again.getByText('You can try again').waitFor({ state: 'detached' })
    await again.getByLabel('Passphrase').fill(passphrase)
    await again.getByRole('button', { name: 'Unlock', exact: true }).click()
    await lull.window('main')
    expect(readdirSync(join(profile, 'journal'))).not.toContain('journal.tries')
  })
})

describe('the page', () => {
  it('before a journal, and while it is locked, says so and offers nothing that can’t be done', async () => {
    lull = await launch({ profile: ownFolder(), clock })
    const main = await lull.window('main')
    await toKeys(main)
    await main.getByText('You choose a passphrase with your first entry.').waitFor()
    expect(await main.getByRole('button', { name: 'Make a new key' }).count()).toBe(0)
    expect(await main.getByRole('button', { name: 'Lock now' }).count()).toBe(0)
    await lull.kill()

    await keysPage()
    await lock()
    await lull.tray.press('Talk to someone')
    const locked = await lull.window('main')
    await toKeys(locked)
    await locked.getByText('What opens it can be changed once it is open.').waitFor()
    expect(await locked.getByRole('button', { name: 'Change the passphrase' }).count()).toBe(0)
  })

  it('is used by keyboard alone', async () => {
    const main = await keysPage()
    await main.getByRole('button', { name: 'Change the passphrase' }).focus()
    await lull.press('Enter')
    await (await lull.window('unlock')).getByText('First, check that it’s you').waitFor()
    await seen(() => lull.focus()).toBe('unlock')
    await lull.press('Escape')
    await gone(lull, 'unlock')
    await seen(() => lull.focus()).toBe('main')
    await lull.press('Tab')
    expect(await main.evaluate(() => document.activeElement?.textContent)).toBe(
      'Write down a recovery key',
    )
  })

  it('tells of a key file that is damaged, and leaves it as it is', async () => {
    await keysPage()
    const { profile } = lull
    await lull.quit()
    const path = join(profile, 'journal/journal.keys')
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 100))
    lull = await launch({ profile, clock })
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await page.getByText('The file with your journal’s keys is gone or damaged').waitFor()
    expect(readFileSync(path, 'utf8')).toHaveLength(100)
  })
})

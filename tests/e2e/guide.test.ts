import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, mayKeep, seen, unlock, words } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

const start = async () => {
  lull = await launch({ clock: '2026-11-22T14:00:00Z' })
  return lull
}
const heading = (main: Page) => main.locator('h1').innerText()
/** What has the focus, by what it says. */
const focused = (main: Page) =>
  main.evaluate(() => {
    const at = document.activeElement
    return at instanceof HTMLInputElement ? at.type : (at?.textContent ?? '')
  })
async function openGuide(main: Page): Promise<void> {
  await main.getByRole('button', { name: 'Guide', exact: true }).click()
  await seen(async () => {
    await lull?.step(200)
    return main.getByRole('searchbox').isVisible()
  }).toBe(true)
}
async function talk(main: Page): Promise<void> {
  await main.getByRole('main').waitFor()
  await main.getByRole('banner').getByRole('button', { name: 'Talk to someone' }).click()
  await seen(async () => {
    await lull?.step(200)
    return main.locator('h1').allInnerTexts()
  }).toEqual(['Talk to someone'])
}

describe('the guide', () => {
  it('is walked, opened and left by keyboard, and the focus goes where the eyes are', async () => {
    const here = await start()
    const main = await here.window('main')
    await openGuide(main)
    await main.getByRole('searchbox').focus()
    await main.keyboard.press('ArrowDown')
    await seen(() => focused(main)).toBe('Angry')
    await main.keyboard.press('ArrowDown')
    await main.keyboard.press('ArrowUp')
    await main.keyboard.press('ArrowUp')
    await seen(() => focused(main)).toBe('search')
    await main.keyboard.press('ArrowDown')
    await main.keyboard.press('Enter')
    await main.getByRole('heading', { name: 'What is going on' }).waitFor()
    await seen(() => focused(main)).toBe('Angry')
    expect(await heading(main)).toBe('Angry')
    await main.keyboard.press('Escape')
    await main.getByRole('searchbox').waitFor()
    await seen(() => focused(main)).toBe('Angry')
    await main.keyboard.press('Enter')
    await main.getByRole('button', { name: 'Say it back' }).click()
    await seen(() => heading(main)).toBe('Say it back')
    await main.keyboard.press('Backspace')
    await seen(() => focused(main)).toBe('Say it back')
  })

  it('finds pages by the words on them, says how many, and says so when there are none', async () => {
    const here = await start()
    const main = await here.window('main')
    await openGuide(main)
    await main.getByRole('searchbox').fill('reread')
    await main.getByText('Nothing found').waitFor()
    await main.getByRole('searchbox').fill('WAIT two minutes')
    await main.getByText(/^\d pages?$/).waitFor()
    const found = main.getByRole('list', { name: 'Found' }).getByRole('button')
    expect(await found.allInnerTexts()).toContain('Anger in writing')
    expect(await found.count()).toBeLessThan(5)
    await main.keyboard.press('Backspace')
    await main.getByRole('searchbox').waitFor()
    await main.keyboard.press('Escape')
    await seen(() => main.getByRole('searchbox').inputValue()).toBe('')
    await main.getByRole('heading', { name: 'What you can do in it' }).waitFor()
  })

  it('speaks of what the agent does', async () => {
    const here = await start()
    const main = await beginJournal(here)
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await here.step(1000)
    await main
      .getByRole('group', { name: 'What do you mostly do?' })
      .getByText('E-mail', { exact: true })
      .click()
    await main.getByText('Saved.').waitFor()
    await openGuide(main)
    await main.getByRole('button', { name: 'Read with all of you' }).click()
    await main.getByText('Read it to the end once before you look for the answer.').waitFor()
    expect(await words(main)).not.toMatch(/\bcall/i)
  })

  it('ends the pages of abuse and distress on three doors, and no technique', async () => {
    const here = await start()
    const main = await here.window('main')
    await openGuide(main)
    await main.getByRole('button', { name: 'Abusive', exact: true }).click()
    await main.getByText('That should not have happened to you.').waitFor()
    expect(await main.getByText('What fits here').count()).toBe(0)
    await main.getByRole('main').getByRole('button', { name: 'Take a pause' }).click()
    await here.window('pause')
    await main.getByRole('main').getByRole('button', { name: 'Talk to someone' }).click()
    await here.step(1000)
    await seen(() => heading(main)).toBe('Talk to someone')
  })

  it('is opened at one technique from another window', async () => {
    const here = await start()
    const main = await here.window('main')
    const note = await here.secondProcess(['--note']).then(() => here.window('note'))
    await note.getByText('How hard was it?').waitFor()
    await note.evaluate(
      `lull.shell({ id: 999, method: 'open', input: { window: 'main', page: 'guide', technique: 'paraphrase' } })`,
    )
    await seen(async () => {
      await here.step(200)
      return main.locator('h1').allInnerTexts()
    }).toEqual(['Say it back'])
    await main.getByRole('button', { name: 'Back to Guide' }).click()
    await main.getByRole('searchbox').waitFor()
  })

  it('prints one page as a card: dark on light, without the rest of the window', async () => {
    const here = await start()
    const main = await here.window('main')
    await main.evaluate(() => {
      Object.assign(window, { print: () => (document.title = 'asked to print') })
    })
    await openGuide(main)
    await main.getByRole('button', { name: 'Angry', exact: true }).click()
    await main.getByRole('button', { name: 'Print as a pocket card' }).click()
    await seen(() => main.title()).toBe('asked to print')
    await main.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const onPaper = await main.evaluate(() => {
      const card = document.querySelector('article')
      if (!card) throw new Error('no page')
      return {
        ink: getComputedStyle(card).color,
        width: card.getBoundingClientRect().width,
        words: document.body.innerText,
      }
    })
    expect(onPaper.ink).toBe('rgb(31, 46, 45)')
    expect(onPaper.width).toBeLessThan(400)
    expect(onPaper.words).toContain('Words that help')
    expect(onPaper.words).not.toMatch(/Settings|Lock|pocket card|What fits here/)
    const paper = await main.pdf({ format: 'A4' })
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})

describe('pocket cards', () => {
  it('are ticked, and printed eight to a sheet on A4 and on Letter, nothing cut off', async () => {
    const here = await start()
    const main = await here.window('main')
    await openGuide(main)
    await main.getByRole('button', { name: 'Print pocket cards' }).click()
    await seen(() => focused(main)).toBe('Pocket cards')
    await main.getByText('No card is ticked yet.').waitFor()
    await main.getByRole('checkbox', { name: 'Say it back' }).focus()
    await main.keyboard.press('Space')
    await main.getByRole('checkbox', { name: 'Angry' }).check()
    await main.getByText('2 cards').waitFor()
    await main.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const two = await words(main)
    expect(two).toMatch(/Angry[^]*Say it back[^]*Did I leave anything out/)
    expect(two).not.toMatch(/Settings|Pocket cards|Print|Blaming/)
    await main.emulateMedia({ media: 'screen' })
    await main.getByRole('button', { name: 'Tick all' }).click()
    await main.getByText('31 cards').waitFor()
    await main.emulateMedia({ media: 'print' })
    const cut = await main.evaluate(() =>
      [...document.querySelectorAll('article')]
        .filter((card) => card.scrollHeight > card.clientHeight)
        .map((card) => card.innerText),
    )
    expect(cut).toEqual([])
    for (const format of ['A4', 'Letter'] as const) {
      const paper = await main.pdf({ format, preferCSSPageSize: false })
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(4)
    }
    await main.emulateMedia({ media: 'screen' })
    await main.keyboard.press('Escape')
    await main.getByRole('searchbox').waitFor()
  })
})

describe('talking to someone', () => {
  it('is one step away on every page, with numbers, a day, and nothing that opens', async () => {
    const here = await start()
    const main = await here.window('main')
    for (const page of ['Today', 'Breathe', 'Journal', 'Trends', 'Week', 'Guide', 'Settings']) {
      await main.getByRole('button', { name: page, exact: true }).click()
      await here.step(1000)
      await talk(main)
    }
    const text = await words(main)
    expect(text).toMatch(/United States[^]*988/)
    expect(text).toMatch(/Philippines[^]*1553/)
    expect(text).toContain('November 24, 2026')
    expect(text).toContain('findahelpline.com')
    expect(await main.locator('a').count()).toBe(0)
    expect((await here.requestsOut()).count).toBe(0)
  })

  it('keeps the people that the agent writes down, through a lock, and takes one back', async () => {
    const here = await start()
    const main = await beginJournal(here)
    await talk(main)
    await main.getByText('A name is a word too.').waitFor()
    expect(await main.getByRole('textbox').count()).toBe(0)
    await mayKeep(here, main, 'Numbers and words')
    await talk(main)
    const lead = main.getByRole('group', { name: 'Your lead' })
    await lead.getByLabel('Name').fill('Ana')
    await main.keyboard.press('Tab')
    await main.keyboard.type('214')
    await main.keyboard.press('Enter')
    await main.getByText('Saved.').waitFor()
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await talk(main)
    await seen(() => lead.getByLabel('Name').inputValue()).toBe('Ana')
    await seen(() => lead.getByLabel('How to reach them').inputValue()).toBe('214')
    const written = main.getByRole('region', { name: 'Your people', exact: true })
    await seen(() => written.innerText()).toMatch(/Your lead\s+Ana\s+214/)
    await lead.getByLabel('Name').fill('Somebody else')
    await main.keyboard.press('Enter')
    await main.getByText('Saved.').waitFor()
    await main.getByRole('button', { name: 'Undo' }).click()
    await seen(() => lead.getByLabel('Name').inputValue()).toBe('Ana')

    await here.tray.press('Lock')
    await gone(here, 'main')
    await here.tray.press('Open Lull')
    await unlock(here)
    const again = await here.window('main')
    await talk(again)
    const after = again.getByRole('group', { name: 'Your lead' })
    await seen(() => after.getByLabel('Name').inputValue()).toBe('Ana')

    await mayKeep(here, again, 'Numbers only')
    await talk(again)
    await again.getByText('You keep numbers only at this desk').waitFor()
    expect(await again.getByRole('textbox').count()).toBe(0)
    expect(
      await again.getByRole('region', { name: 'Your people', exact: true }).innerText(),
    ).toContain('Ana')
  })

  it('goes on while the journal is locked, and so does the guide', async () => {
    const here = await start()
    await beginJournal(here)
    await here.tray.press('Lock')
    await gone(here, 'main')
    await here.tray.press('Open Lull')
    const locked = await here.window('unlock')
    await locked.getByRole('button', { name: 'Talk to someone' }).click()
    const main = await here.window('main')
    await main.getByRole('navigation').waitFor()
    await here.step(1000)
    await main.getByText('They lie in your journal. Unlock it to see them.').waitFor()
    expect(await words(main)).toMatch(/988/)
    await gone(here, 'unlock')
    await here.tray.press('Open Lull')
    await (await here.window('unlock')).getByRole('button', { name: 'Guide' }).click()
    await main.locator('[aria-current=page]', { hasText: 'Guide' }).waitFor()
    await here.step(1000)
    // While it is locked nobody knows whether this desk may have a text field.
    await main.getByRole('button', { name: 'Angry', exact: true }).waitFor()
    expect(await main.getByRole('searchbox').count()).toBe(0)
    await main.getByRole('button', { name: 'Angry', exact: true }).click()
    await main.getByText('What is going on').waitFor()
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByText('Your journal is locked').waitFor()
    await main.getByRole('button', { name: 'Unlock' }).click()
    await unlock(here)
    await main.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
  })

  it('is one step away in the tray: over a card, over a pause, and while the journal is locked', async () => {
    const here = await start()
    const main = await beginJournal(here)
    const inOneStep = async (page: Page) => {
      await here.tray.press('Talk to someone')
      await seen(async () => {
        await here.step(200)
        return page.locator('h1').allInnerTexts()
      }).toEqual(['Talk to someone'])
      await page.getByRole('button', { name: 'Today', exact: true }).click()
    }
    await here.secondProcess(['--mark'])
    await (await here.window('card')).getByRole('button', { name: 'Note' }).waitFor()
    await inOneStep(main)
    await here.secondProcess(['--pause'])
    await (await here.window('pause')).getByText('breathe in', { exact: true }).waitFor()
    await inOneStep(main)
    await here.tray.press('Lock')
    await gone(here, 'main')
    await here.tray.press('Talk to someone')
    await inOneStep(await here.window('main'))
  })

  it('is one step away after a pause and in a note', async () => {
    const here = await start()
    await here.secondProcess(['--note'])
    const note = await here.window('note')
    await note.getByText('How hard was it?').waitFor()
    const main = await here.window('main')
    await main.locator('h1').waitFor()
    await note.getByRole('button', { name: 'Talk to someone' }).click()
    await main.locator('[aria-current=page]', { hasText: 'Talk to someone' }).waitFor()
    await here.step(1000)
    await seen(() => heading(main)).toBe('Talk to someone')
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await here.secondProcess(['--pause'])
    const pause = await here.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await here.step(60_100)
    await pause.getByRole('button', { name: 'Talk to someone' }).click()
    await main.locator('[aria-current=page]', { hasText: 'Talk to someone' }).waitFor()
    await here.step(1000)
    await seen(() => heading(main)).toBe('Talk to someone')
    expect((await here.windows()).map(({ name }) => name)).toContain('note')
  })
})

import { zone } from '../demo/plan.ts'
import { launch } from '../driver/driver.ts'
import { theGuide } from './guide.ts'
import { theJournal } from './journal.ts'
import { toughCall } from './note.ts'
import { breathe, aPause } from './pause.ts'
import { thePlans } from './plans.ts'
import { theTypes, connect, theReasons, theData } from './settings.ts'
import { stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'
import { theStressLog, theSelfCheck } from './stress-log.ts'

/** A night in the demo year: each page, the card, a note, a pause, the lock. */
export async function oneNight(look: Look, visit: Visit, { profile, now }: Year): Promise<void> {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const main = await unlocked(lull, look)
    for (const name of ['Today', 'Breathe', 'Journal', 'Trends', 'Week', 'Guide', 'Settings']) {
      await main.getByRole('button', { name, exact: true }).click()
      await lull.step(1000)
      if (name === 'Guide') await stepUntilSeen(lull, main.getByRole('searchbox'))
      if (name === 'Trends') await main.locator('[data-dot=shift]').first().waitFor()
      if (name === 'Week') await stepUntilSeen(lull, main.getByText('What it was made of'))
      await lull.step(1000)
      await visit(name.toLowerCase(), main, lull)
      if (name === 'Breathe') await breathe(lull, main, visit)
      if (name === 'Settings') await theTypes(main, lull, visit)
      if (name === 'Guide') await theGuide(main, lull, visit)
      if (name === 'Journal') await theJournal(main, lull, visit)
    }
    await thePlans(main, lull, visit)
    await theStressLog(main, lull, visit)
    await theSelfCheck(main, lull, visit)
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    await connect(main, lull, visit)
    await main.getByRole('button', { name: 'Talk to someone' }).click()
    await lull.step(1000)
    await main.getByRole('heading', { name: 'Talk to someone' }).waitFor()
    await lull.step(1000)
    await visit('support', main, lull)
    await main.getByRole('main').getByRole('button', { name: 'Incident note' }).click()
    await lull.step(1000)
    await main.getByRole('article').waitFor()
    await visit('incident', main, lull)
    await toughCall(lull, visit)
    await theReasons(main, lull, visit)
    await theData(main, lull, visit)
    await aPause(lull, visit)
    await lull.tray.press('Lock')
    await lull.tray.press('Open Lull')
    const locked = await lull.window('unlock')
    await locked.getByLabel('Passphrase').waitFor()
    await visit('locked', locked, lull)
    await lull.press('Escape')
    await lull.tray.press('Note')
    const sealed = await lull.window('note')
    await sealed.getByText('Your journal is locked.').waitFor()
    await visit('note-sealed', sealed, lull)
    await lull.press('4')
    await sealed.getByText('What was it?').waitFor()
    await visit('note-sealed-type', sealed, lull)
    await lull.press('1')
    await sealed.getByText('A few words, if you like').waitFor()
    await lull.type('A refund for a parcel that was never sent.')
    await visit('note-sealed-words', sealed, lull)
    await lull.press('Enter')
    await sealed.getByText('It’s kept. And from here?').waitFor()
    await visit('note-sealed-kept', sealed, lull)
  } finally {
    await lull.kill()
  }
}

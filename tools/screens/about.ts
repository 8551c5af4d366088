import { zone } from '../demo/plan.ts'
import { launch } from '../driver/driver.ts'
import { gone, stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'

/** The pages about Lull, and what is seen after the journal's part ended by itself. */
export async function aboutLull(look: Look, visit: Visit, { profile, now }: Year): Promise<void> {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const main = await unlocked(lull, look)
    const pages = {
      about: 'What this is, and isn’t',
      privacy: 'Privacy',
      evidence: 'Evidence',
      report: 'Report a problem',
    }
    for (const [screen, name] of Object.entries(pages)) {
      await main.getByRole('button', { name: 'Settings', exact: true }).first().click()
      const button = main.getByRole('button', { name, exact: true })
      await stepUntilSeen(lull, button)
      await button.click()
      await stepUntilSeen(lull, main.getByRole('heading', { name, level: 1 }))
      if (screen === 'report') await stepUntilSeen(lull, main.getByText('Rows, as orders'))
      await visit(screen, main, lull)
    }
    for (const vault of (await lull.pids()).vaults) process.kill(vault, 'SIGKILL')
    await gone(lull, 'main')
    const ended = await lull.window('unlock')
    await stepUntilSeen(lull, ended.getByText('ended by itself'))
    await visit('unlock-ended', ended, lull)
  } finally {
    await lull.kill()
  }
}

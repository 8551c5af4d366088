import { zone } from '../demo/plan.ts'
import { launch } from '../driver/driver.ts'
import { stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'

/** The minute at the start of the next night, and the one at its end, with two moments not noted. */
export async function aShift(look: Look, visit: Visit, { profile, now }: Year): Promise<void> {
  const tomorrow = Temporal.Instant.from(now).add({ hours: 16 }).toString()
  const lull = await launch({ profile, clock: tomorrow, timezone: zone })
  try {
    const main = await unlocked(lull, look)
    await main.getByText('Does your shift begin now?').waitFor()
    const shown = async (name: string, text: string) => {
      await main.getByText(text).first().waitFor()
      await lull.step(500)
      await visit(name, main, lull)
    }
    await shown('shift-before', 'Does your shift begin now?')
    await main.getByRole('button', { name: 'Start the shift' }).click()
    await shown('shift-rested', 'How rested are you?')
    await main.getByText('tired', { exact: true }).click()
    await main.getByText('What is known').waitFor()
    await main.getByText('What is known').click()
    await shown('shift-moment', 'Song and others')
    await main.getByRole('button', { name: 'Done' }).click()
    await stepUntilSeen(lull, main.getByText('See it happen once in your mind'))
    await shown('shift-plan', 'See it happen once in your mind')
    await main.getByRole('button', { name: 'Go on' }).click()
    await shown('shift-begun', 'Shift start: tired')
    for (let mark = 0; mark < 2; mark++) {
      for (const signal of ['--call-started', '--mark', '--call-ended'])
        await lull.secondProcess([signal])
      await lull.step(60_000)
    }
    await main.getByRole('button', { name: 'End the shift' }).click()
    await shown('shift-end-rating', 'How much stress was in this shift?')
    await main.getByText('6', { exact: true }).click()
    await main.getByText('And how much energy is there now?').waitFor()
    await main.getByText('4', { exact: true }).click()
    await shown('shift-end-unnoted', '2 moments weren’t noted')
    await main.getByRole('button', { name: 'Look' }).click()
    await shown('shift-end-look', 'How hard was it?')
    await main.getByText('3', { exact: true }).click()
    await shown('shift-end-type', 'What was it?')
    await main.getByRole('button', { name: 'Leave the rest' }).click()
    await main.getByText('One thing that went right').waitFor()
    await main.getByText('Good things you wrote down before').click()
    await shown('shift-end-right', 'Delete')
    await main.getByRole('button', { name: 'Go on' }).click()
    await shown('shift-end-recharge', 'Something that does you good')
    await main.getByRole('button', { name: 'Change the list' }).click()
    await shown('shift-end-list', 'What does you good after a shift?')
    await main.getByRole('button', { name: 'Go on' }).click()
    await main.getByRole('button', { name: 'I’ll do that' }).click()
    await stepUntilSeen(lull, main.getByText('What became of your plans?'))
    await shown('shift-end-plans', 'What became of your plans?')
    await main.getByRole('button', { name: 'Go on' }).click()
    await shown('shift-end-closing', 'That was your shift.')
  } finally {
    await lull.kill()
  }
}

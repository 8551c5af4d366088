import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, noteBeingWritten, unlock } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

describe('never lost', () => {
  it('what was saved is there after a kill, and words being typed come back', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    const { profile } = lull
    await beginJournal(lull)
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'kept before the kill')
    await noteBeingWritten(lull, ['2', '3'], 'still typing')
    await lull.step(1_100)
    await lull.kill()

    lull = await launch({ profile, clock: '2026-11-22T14:05:00Z' })
    await unlock(lull)
    const main = await lull.window('main')
    await main.getByText('1 moment noted').waitFor()
    await main.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    await lull.secondProcess(['--note'])
    const again = await lull.window('note')
    await again.getByText('A few words, if you like').waitFor()
    expect(await again.getByRole('textbox').inputValue()).toBe('still typing')
  })
})

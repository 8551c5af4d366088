import { describe, expect, it } from 'vitest'
import { odds } from '../../src/trends/odds.ts'
import { falseSituations } from '../../tools/simulation/situations.ts'

/** Three standard errors at 1 in 20, for this many people. */
const people = 150
const margin = 3 * Math.sqrt(((1 / odds.falseLink) * (1 - 1 / odds.falseLink)) / people)

describe('the situations on Trends, where nothing is linked', () => {
  it('show a link to no more people in a year than the page says', () => {
    const share = falseSituations(people, 1)
    process.stdout.write(`\na false situation within a year: ${share.toFixed(3)}\n`)
    expect(share).toBeLessThanOrEqual(1 / odds.falseLink + margin)
  })
})

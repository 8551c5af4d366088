import { describe, expect, it } from 'vitest'
import { figure, isFull, sized } from './figures.ts'
import { seeded } from './power-cut.ts'
import type { Part } from './programs/session-input.ts'
import { cutPower, killed, startOf, type Outcome } from './session.ts'
import { noStrace } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`power cuts of sessions: skipped, ${reason}\n`)

/** What a person does, and how often it is ended in the middle: by a kill, and by a power cut. */
const sessions: { part: Part; during: string; kills: number; cuts: number }[] = [
  { part: 'writing', during: 'writing', kills: 150, cuts: 100 },
  { part: 'migrating', during: 'migrating from version 4', kills: 150, cuts: 150 },
  { part: 'copying', during: 'copying', kills: 150, cuts: 150 },
  { part: 'importing', during: 'importing', kills: 150, cuts: 150 },
  { part: 'keys', during: 'changing keys', kills: 200, cuts: 200 },
  { part: 'locking', during: 'locking', kills: 150, cuts: 100 },
]
const share = sized(0.06, 1)
/** In milliseconds. */
const patience = isFull ? 1_200_000 : 240_000

function told(of: string, during: string, outcome: Outcome) {
  const { trials, acknowledged, lost, shut, stale, halfImports, halfCopies, told: warned } = outcome
  const none = { shut, stale, halfImports, halfCopies, warned }
  figure({ of, during, trials, acknowledged, lost, none })
  expect({ lost, ...none }).toEqual({
    lost: 0,
    shut: 0,
    stale: 0,
    halfImports: 0,
    halfCopies: 0,
    warned: 0,
  })
}

describe('a session', () => {
  it.each(sessions)(
    'that is killed loses nothing and leaves nothing half: $during',
    async ({ part, during, kills }) => {
      const start = await startOf(part)
      const outcome = await killed(start, Math.ceil(kills * share), seeded(20_261_126))
      told('kills', during, outcome)
      expect(outcome.trials).toBe(Math.ceil(kills * share))
    },
    patience,
  )

  it.skipIf(reason).each(sessions)(
    'whose power is cut loses nothing and leaves nothing half: $during',
    async ({ part, during, cuts }) => {
      const outcome = await cutPower(await startOf(part), Math.ceil(cuts * share * 2), seeded(8))
      told('power cuts', during, outcome)
      if (part === 'importing') for (const seen of outcome.imports) expect(seen).toBeGreaterThan(0)
    },
    patience,
  )
})

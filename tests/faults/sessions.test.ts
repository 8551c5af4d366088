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
  { part: 'writing', during: 'writing', kills: sized(6, 150), cuts: sized(12, 150) },
  { part: 'migrating', during: 'migrating from version 4', kills: sized(6, 150), cuts: sized(15, 250) }, // prettier-ignore
  { part: 'copying', during: 'copying', kills: sized(6, 150), cuts: sized(15, 250) },
  { part: 'importing', during: 'importing', kills: sized(6, 150), cuts: sized(15, 250) },
  { part: 'restoring', during: 'putting a copy back', kills: sized(6, 100), cuts: sized(15, 200) },
  { part: 'keys', during: 'changing keys', kills: sized(9, 250), cuts: sized(24, 250) },
  { part: 'locking', during: 'locking', kills: sized(6, 150), cuts: sized(12, 150) },
]
/** In milliseconds. */
const patience = isFull ? 1_200_000 : 240_000

function told(of: string, during: string, outcome: Outcome) {
  const { trials, acknowledged, lost, shut, stale, halfImports, halfCopies, told: warned } = outcome
  const { halfRestores, cameBack, noticed } = outcome
  const none = { shut, stale, halfImports, halfCopies, halfRestores, cameBack, warned, noticed }
  figure({ of, during, trials, acknowledged, lost, none })
  expect({ lost, ...none }).toEqual({
    lost: 0,
    shut: 0,
    stale: 0,
    halfImports: 0,
    halfCopies: 0,
    halfRestores: 0,
    cameBack: 0,
    warned: 0,
    noticed: 0,
  })
}

describe('a session', () => {
  it.each(sessions)(
    'that is killed loses nothing and leaves nothing half: $during',
    async ({ part, during, kills }) => {
      const start = await startOf(part)
      const outcome = await killed(start, kills, seeded(20_261_126))
      told('kills', during, outcome)
      expect(outcome.trials).toBe(kills)
    },
    patience,
  )

  it.skipIf(reason).each(sessions)(
    'whose power is cut loses nothing and leaves nothing half: $during',
    async ({ part, during, cuts }) => {
      const outcome = await cutPower(await startOf(part), cuts, seeded(8))
      told('power cuts', during, outcome)
      expect(outcome.trials).toBe(cuts)
      if (part === 'importing') for (const seen of outcome.imports) expect(seen).toBeGreaterThan(0)
      if (part === 'restoring') for (const seen of outcome.restores) expect(seen).toBeGreaterThan(0)
    },
    patience,
  )
})

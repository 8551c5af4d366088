import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input, Plan, VaultDoor } from '../../../src/contract.ts'
import {
  longestPlanWords,
  mostActive,
  planActions,
  situationTypes,
} from '../../../src/plans/kinds.ts'
import { noPlans } from '../../../src/plans/plans.ts'
import { idAt, openDesk, openJournalDesk, passphrase, type Desk } from '../../desk.ts'

type Kept = Input<VaultDoor, 'plan.keep'>

async function deskWithWords() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}
/** A plan of Lull's own words, a minute after the one before. */
function aPlan(desk: Desk, changes: Partial<Kept> = {}): Kept {
  desk.clock.pass(60_000)
  return {
    id: idAt(desk.clock.now()),
    when: { by: 'type', type: 'angry' },
    will: { by: 'action', action: 'breathe-out' },
    rest: null,
    ...changes,
  }
}
const mine = {
  when: { by: 'words', words: 'the printer talks back' },
  will: { by: 'words', words: 'hum one bar' },
} as const
const keep = (desk: Desk, plan: Kept) => desk.ask('main', 'plan.keep', plan)
const list = (desk: Desk) => desk.ask('main', 'plan.list', {})
const stateOf = async (desk: Desk, id: string) =>
  (await list(desk)).plans.find((plan) => plan.id === id)?.state
const shown = ({ id, when, will }: Plan) => ({ id, when, will })
const hours = (desk: Desk, count: number) => desk.clock.pass(count * 3_600_000)

describe('plans', () => {
  it('give back what was written, exactly but for spaces at the ends', async () => {
    using desk = await deskWithWords()
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => text.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text))
    const when = fc.oneof(
      fc.record({ by: fc.constant('type' as const), type: fc.constantFrom(...situationTypes) }),
      fc.record({ by: fc.constant('words' as const), words }),
    )
    const will = fc.oneof(
      fc.record({ by: fc.constant('action' as const), action: fc.constantFrom(...planActions) }),
      fc.record({ by: fc.constant('words' as const), words }),
    )
    const trimmed = <P extends { by: string }>(part: P) =>
      'words' in part && typeof part.words === 'string'
        ? { ...part, words: part.words.trim() }
        : part
    const plan = aPlan(desk)
    await fc.assert(
      fc.asyncProperty(when, will, async (ifs, thens) => {
        await keep(desk, { ...plan, when: ifs, will: thens })
        expect((await list(desk)).plans.map(shown)).toEqual([
          { id: plan.id, when: trimmed(ifs), will: trimmed(thens) },
        ])
      }),
      { numRuns: 60 },
    )
  })

  it('in use are three at most: a fourth is refused, or one rests for it', async () => {
    using desk = await openJournalDesk()
    const three = [aPlan(desk), aPlan(desk), aPlan(desk)]
    for (const plan of three) await keep(desk, plan)
    const fourth = aPlan(desk)
    await expect(keep(desk, fourth)).rejects.toThrow('plans-full')
    expect((await list(desk)).plans).toHaveLength(mostActive)
    const [first, second] = three
    if (!first || !second) throw new Error('three')
    await keep(desk, { ...fourth, rest: second.id })
    expect(await stateOf(desk, second.id)).toBe('resting')
    expect(await stateOf(desk, fourth.id)).toBe('active')
    const again = { id: second.id, state: 'active' } as const
    await expect(desk.ask('main', 'plan.set', { ...again, rest: null })).rejects.toThrow(
      'plans-full',
    )
    await desk.ask('main', 'plan.set', { ...again, rest: first.id })
    expect(await stateOf(desk, first.id)).toBe('resting')
  })

  it('never are more than three in use, and none is lost, whatever is asked', async () => {
    using desk = await openJournalDesk()
    const ids = Array.from({ length: 6 }, () => aPlan(desk).id)
    const id = fc.constantFrom(...ids)
    const rest = fc.option(id)
    const ask = fc.oneof(
      fc.record({ what: fc.constant('keep' as const), id, rest }),
      fc.record({ what: fc.constantFrom('active' as const, 'resting' as const), id, rest }),
    )
    const known = new Set<string>()
    await fc.assert(
      fc.asyncProperty(ask, async (asked) => {
        const before = await list(desk)
        try {
          if (asked.what === 'keep') {
            await keep(desk, { ...aPlan(desk), id: asked.id, rest: asked.rest })
            known.add(asked.id)
          } else
            await desk.ask('main', 'plan.set', {
              id: asked.id,
              state: asked.what,
              rest: asked.rest,
            })
        } catch (error) {
          expect(String(error)).toMatch(/plans-full|no-plan/)
          expect(await list(desk)).toEqual(before)
        }
        const { plans } = await list(desk)
        expect(plans.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(3)
        expect(new Set(plans.map((plan) => plan.id))).toEqual(known)
      }),
      { numRuns: 150 },
    )
  })

  it('are rehearsed once a shift, each in its turn', async () => {
    using desk = await openJournalDesk()
    const [one, two] = [aPlan(desk), aPlan(desk)]
    await keep(desk, one)
    await keep(desk, two)
    const turns: (string | undefined)[] = []
    for (let shift = 0; shift < 4; shift++) {
      const { today } = await list(desk)
      expect(today?.offered).toBe(false)
      turns.push(today?.id)
      if (!today) throw new Error('none')
      await desk.ask('main', 'plan.offered', { id: today.id })
      expect((await list(desk)).today).toEqual({ id: today.id, offered: true })
      hours(desk, 14)
    }
    expect(turns).toEqual([one.id, two.id, one.id, two.id])
  })

  it('are marked a shift, and counted in those in which they came up', async () => {
    using desk = await openJournalDesk()
    const plan = aPlan(desk)
    await keep(desk, plan)
    const { id } = plan
    for (const mark of ['used', 'not-used', 'no-occasion', 'used', null] as const) {
      await desk.ask('main', 'plan.mark', { id, mark: 'used' })
      await desk.ask('main', 'plan.mark', { id, mark })
      expect((await list(desk)).plans[0]?.mark).toBe(mark)
      hours(desk, 14)
    }
    expect((await list(desk)).plans).toMatchObject([{ id, used: 2, cameUp: 3, mark: null }])
  })

  it('keep their counts while they rest, through a change, and through a lock', async () => {
    using desk = await openJournalDesk()
    const plan = aPlan(desk)
    await keep(desk, plan)
    await desk.ask('main', 'plan.mark', { id: plan.id, mark: 'used' })
    await desk.ask('main', 'plan.set', { id: plan.id, state: 'resting', rest: null })
    await keep(desk, { ...plan, will: { by: 'action', action: 'limit' } })
    desk.restart()
    await expect(list(desk)).rejects.toThrow('locked')
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect((await list(desk)).plans).toMatchObject([
      { state: 'resting', used: 1, cameUp: 1, will: { action: 'limit' } },
    ])
    expect((await list(desk)).today).toBeNull()
  })

  it('that are deleted are gone for every question, and come back resting when kept anew', async () => {
    using desk = await deskWithWords()
    const plan = aPlan(desk, mine)
    await keep(desk, plan)
    await desk.ask('main', 'plan.mark', { id: plan.id, mark: 'used' })
    expect(await desk.ask('main', 'plan.delete', { id: plan.id })).toEqual({
      settled: true,
      copiesCleared: 0,
      copiesLeft: 0,
    })
    expect(await list(desk)).toEqual(noPlans)
    for (const asked of [
      desk.ask('main', 'plan.delete', { id: plan.id }),
      desk.ask('main', 'plan.mark', { id: plan.id, mark: 'used' }),
      desk.ask('main', 'plan.offered', { id: plan.id }),
      desk.ask('main', 'plan.set', { id: plan.id, state: 'active', rest: null }),
    ])
      await expect(asked).rejects.toThrow('no-plan')
    await keep(desk, plan)
    expect((await list(desk)).plans).toMatchObject([{ ...mine, state: 'resting', used: 1 }])
  })

  it.each(['unasked', 'numbers'] as const)(
    'have no own words where words are %s: none are taken, none are shown, none are lost',
    async (words) => {
      using desk = await deskWithWords()
      const plan = aPlan(desk, mine)
      const half = aPlan(desk, { will: mine.will })
      await keep(desk, plan)
      await keep(desk, half)
      await desk.ask('main', 'settings.set', { words })
      await expect(keep(desk, aPlan(desk, { when: mine.when }))).rejects.toThrow('words-off')
      await expect(keep(desk, half)).rejects.toThrow('words-off')
      const numbers = await list(desk)
      expect(JSON.stringify(numbers)).not.toMatch(/printer|hum/)
      expect(numbers.plans).toMatchObject([
        { when: { by: 'words', words: null }, will: { by: 'words', words: null } },
        { when: { by: 'type', type: 'angry' }, will: { by: 'words', words: null } },
      ])
      // What can't be read can't be rehearsed.
      expect(numbers.today).toBeNull()
      const ours = aPlan(desk)
      expect((await keep(desk, ours)).today).toEqual({ id: ours.id, offered: false })
      await desk.ask('main', 'plan.set', { id: plan.id, state: 'resting', rest: null })
      await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
      expect((await list(desk)).plans.map(shown)).toContainEqual({ id: plan.id, ...mine })
    },
  )

  it.each<[string, object]>([
    ['a situation that nobody knows', { when: { by: 'type', type: 'boss' } }],
    ['"something else" as a situation', { when: { by: 'type', type: 'other' } }],
    ['an action that nobody knows', { will: { by: 'action', action: 'shout' } }],
    ['no words', { will: { by: 'words', words: ' ' } }],
    ['words that are a diary', { when: { by: 'words', words: 'x'.repeat(longestPlanWords + 1) } }],
    ['two lines', { when: { by: 'words', words: 'one\ntwo' } }],
    ['both at once', { when: { by: 'type', type: 'angry', words: 'x' } }],
    ['one more field', { streak: 3 }],
  ])('refuse %s, and change nothing', async (_what, changes) => {
    using desk = await deskWithWords()
    const input = { ...aPlan(desk), ...changes }
    const answer = await desk.raw('main', { id: 1, method: 'plan.keep', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await list(desk)).toEqual(noPlans)
  })

  it('can be made in the note window, and are changed and marked only in the main one', async () => {
    using desk = await openJournalDesk()
    const plan = aPlan(desk)
    await desk.ask('note', 'plan.keep', plan)
    expect((await desk.ask('note', 'plan.list', {})).plans).toHaveLength(1)
    await expect(desk.ask('note', 'plan.mark', { id: plan.id, mark: 'used' })).rejects.toThrow(
      'no-right',
    )
    await expect(desk.ask('card', 'plan.list', {})).rejects.toThrow('no-right')
  })

  it('are none before there is a journal, and have nowhere to be kept', async () => {
    using desk = openDesk()
    expect(await list(desk)).toEqual(noPlans)
    await expect(keep(desk, aPlan(desk))).rejects.toThrow('no-journal')
  })

  it('find a place in a journal that an older Lull began', async () => {
    using desk = openDesk()
    cpSync(join(import.meta.dirname, '../../fixtures/version-1'), desk.folder, { recursive: true })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect((await keep(desk, aPlan(desk))).plans).toHaveLength(1)
  })
})

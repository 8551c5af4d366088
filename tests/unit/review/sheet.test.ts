import { describe, expect, it } from 'vitest'
import type { Input, VaultDoor } from '../../../src/contract.ts'
import { grantMs } from '../../../src/files/grants.ts'
import { idAt, openDesk, openJournalDesk, testClock, type Desk } from '../../desk.ts'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const day = 86_400_000
const sunday = '2026-11-15T14:00:00Z'
const week = '2026-11-15'
type Asked = Input<VaultDoor, 'sheet.get'>
const get = (desk: Desk, asked: Partial<Asked> = {}) =>
  desk.ask('main', 'sheet.get', {
    firstDay: 7,
    weeks: 4,
    parts: [],
    plans: [],
    reviews: [],
    ...asked,
  })
const offer = (desk: Desk, weeks: Asked['weeks'] = 4) =>
  desk.ask('main', 'sheet.offer', { firstDay: 7, weeks })

/** A week with notes, a technique, two plans and a look back, all of them with words of their own. */
async function aDesk() {
  const desk = await openJournalDesk(testClock(sunday))
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 5, type: 'angry', words: 'secretnote' })
  const technique = (verdict: 'used' | 'helped') => ({ technique: 'boundary' as const, verdict })
  for (const verdict of ['used', 'helped'] as const) {
    desk.clock.pass(60_000)
    const noted = idAt(desk.clock.now())
    await desk.ask('note', 'note.save', { id: noted, difficulty: 2, type: 'good', words: 'xnote' })
    await desk.ask('main', 'note.edit', {
      id: noted,
      difficulty: 2,
      type: 'good',
      words: null,
      details: {
        channel: null,
        minutes: null,
        triggers: [],
        techniques: [technique(verdict)],
        outcome: null,
        reaction: null,
        pleasant: null,
        stirred: null,
        feeling: null,
      },
    })
  }
  const plans = [idAt(desk.clock.now()), idAt(desk.clock.now() + 1)]
  const [ours = '', own = ''] = plans
  await desk.ask('main', 'plan.keep', {
    id: ours,
    when: { by: 'type', type: 'angry' },
    will: { by: 'action', action: 'limit' },
    rest: null,
  })
  await desk.ask('main', 'plan.keep', {
    id: own,
    when: { by: 'type', type: 'blaming' },
    will: { by: 'words', words: 'planwords' },
    rest: null,
  })
  const shiftId = (await desk.ask('main', 'shift.get', {})).end?.shiftId ?? ''
  await desk.ask('main', 'right.keep', { shiftId, came: true, words: 'rightwords' })
  await desk.ask('main', 'week.keep', {
    from: week,
    change: { step: 'done', good: `right:${shiftId}`, goodWords: 'weekwords', theirs: 'rota' },
  })
  return { desk, ours, own, [Symbol.dispose]: () => desk[Symbol.dispose]() }
}
const anyWords = /secretnote|xnote|planwords|rightwords|weekwords/

describe('the sheet', () => {
  it('is nowhere before there is a journal', async () => {
    using desk = openDesk()
    await expect(get(desk)).rejects.toThrow('no-journal')
  })

  it('has nothing that was not ticked, and doesn’t say what that would be', async () => {
    using at = await aDesk()
    expect(await get(at.desk)).toEqual({
      today: week,
      days: null,
      lately: null,
      weeks: null,
      situations: null,
      techniques: null,
      plans: [],
      reviews: [],
    })
  })

  it('offers what has something to say, and no word of a look back', async () => {
    using at = await aDesk()
    const offered = await offer(at.desk)
    expect(offered).toMatchObject({
      parts: ['weeks', 'techniques'],
      reviews: [{ from: week, to: '2026-11-21', hasWords: true }],
    })
    expect(offered.plans.map(({ id }) => id)).toEqual([at.ours, at.own])
    expect(JSON.stringify(offered)).not.toMatch(/secretnote|xnote|rightwords|weekwords/)
    using empty = await openJournalDesk(testClock(sunday))
    expect(await offer(empty, null)).toEqual({ today: week, parts: [], plans: [], reviews: [] })
  })

  it.each([
    [{ parts: ['weeks'] }, 'weeks'],
    [{ parts: ['techniques'] }, 'techniques'],
    [{ parts: ['lately'] }, 'lately'],
  ] as const)('%j has that part alone, and no words', async (asked, part) => {
    using at = await aDesk()
    const sheet = await get(at.desk, asked)
    const filled = Object.entries(sheet)
      .filter(([name]) => name !== 'today' && name !== 'days')
      .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([name]) => name)
    expect(filled).toEqual([part])
    expect(sheet.days).toEqual({ from: '2026-10-25', to: week })
    expect(JSON.stringify(sheet)).not.toMatch(anyWords)
  })

  it('counts calls by week, and techniques by the agent’s own verdict', async () => {
    using at = await aDesk()
    const sheet = await get(at.desk, { parts: ['weeks', 'techniques'] })
    expect(sheet.techniques).toEqual([{ technique: 'boundary', used: 2, helped: 1 }])
    expect(sheet.weeks).toMatchObject({ by: 'week' })
    expect(sheet.weeks?.rows).toHaveLength(4)
    expect(sheet.weeks?.rows.at(-1)).toEqual({ from: week, hard: 1, ok: 0, good: 2 })
    const lately = await get(at.desk, { parts: ['lately'], weeks: 13 })
    expect(lately.lately).toMatchObject({ logged: 0, shifts: 1, watch: { says: 'collecting' } })
  })

  it('has the plans and the weeks that were ticked, each by itself, with their words', async () => {
    using at = await aDesk()
    const { desk, ours, own } = at
    expect((await get(desk, { plans: [ours] })).plans).toEqual([
      { when: { by: 'type', type: 'angry' }, will: { by: 'action', action: 'limit' } },
    ])
    expect(JSON.stringify(await get(desk, { plans: [own] }))).toContain('planwords')
    const { reviews } = await get(desk, { reviews: [week, '2026-11-08'] })
    expect(reviews).toMatchObject([
      {
        from: week,
        answers: { good: { words: 'rightwords weekwords' }, theirs: { pick: 'rota', words: '' } },
        helped: null,
      },
    ])
    expect(JSON.stringify(reviews)).not.toMatch(/secretnote|xnote|planwords/)
  })

  it('has no words at a desk for numbers only, whatever is asked for', async () => {
    using at = await aDesk()
    const { desk, ours, own } = at
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    const all = await get(desk, {
      parts: ['lately', 'weeks', 'techniques'],
      plans: [ours, own],
      reviews: [week],
    })
    expect(JSON.stringify([all, await offer(desk)])).not.toMatch(anyWords)
    expect(all.plans).toHaveLength(1)
    expect(all.reviews[0]?.answers.theirs).toEqual({ pick: 'rota', words: null })
  })

  it('is about the weeks that were chosen', async () => {
    using at = await aDesk()
    const { desk } = at
    desk.clock.pass(28 * day)
    expect(await offer(desk)).toMatchObject({ parts: [], reviews: [] })
    expect(await offer(desk, 13)).toMatchObject({ parts: ['weeks', 'techniques'] })
    expect((await get(desk, { parts: ['weeks'], weeks: null })).days?.from).toBe(week)
  })
})

describe('the sheet’s file', () => {
  const pdf = Buffer.from('%PDF-1.4\n\u00ff\u0000 and so on', 'latin1')
  function chosen(desk: Desk, purpose: 'sheet' | 'incident' = 'sheet') {
    const folder = join(desk.folder, '..', `lull-sheet-${idAt(desk.clock.now())}`)
    mkdirSync(folder)
    const path = join(folder, 'sheet.pdf')
    const grant = crypto.randomUUID()
    desk.companion.hear({ kind: 'file', grant, purpose, window: 'main', path })
    return { grant, path }
  }
  const save = (desk: Desk, grant: string, text = pdf.toString('base64')) =>
    desk.ask('main', 'sheet.save', { grant, pdf: text })

  it('is written byte for byte where the agent chose, once', async () => {
    using desk = await openJournalDesk()
    const { grant, path } = chosen(desk)
    await save(desk, grant)
    expect(readFileSync(path).equals(pdf)).toBe(true)
    await expect(save(desk, grant)).rejects.toThrow('no-grant')
  })

  it('is no other file, goes nowhere else, and not later', async () => {
    using desk = await openJournalDesk()
    const { grant, path } = chosen(desk)
    for (const text of ['', 'not base64', Buffer.from('MZ').toString('base64')])
      await expect(save(desk, grant, text)).rejects.toThrow('bad-input')
    desk.clock.pass(grantMs)
    await expect(save(desk, grant)).rejects.toThrow('no-grant')
    const other = chosen(desk, 'incident')
    await expect(save(desk, other.grant)).rejects.toThrow('no-grant')
    expect([existsSync(path), existsSync(other.path)]).toEqual([false, false])
  })
})

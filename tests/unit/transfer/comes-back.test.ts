/** Whatever a window may have kept, however long or odd, is taken out and can be brought in again. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { FilePurpose, Input, VaultDoor } from '../../../src/contract.ts'
import { vaultDoor } from '../../../src/contract.ts'
import { longestRecharge, longestRight } from '../../../src/checkins/kinds.ts'
import { grant, id as anId } from '../../../src/contract/schemas.ts'
import { longestTypeName, lullsTypes, type TypeChoice } from '../../../src/guidance/own-types.ts'
import { longestWords } from '../../../src/notes/words.ts'
import { longestPlanWords } from '../../../src/plans/kinds.ts'
import { longestWeekWords } from '../../../src/review/kinds.ts'
import { longestContact } from '../../../src/support/kinds.ts'
import { readJournalFile } from '../../../src/transfer/file.ts'
import { idAt, openJournalDesk, type Desk } from '../../desk.ts'

const outside = mkdtempSync(join(tmpdir(), 'lull-comes-back-'))
afterAll(() => rmSync(outside, { recursive: true, force: true }))

async function deskWithWords() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}
function granted(desk: Desk, purpose: FilePurpose, path: string): string {
  const given = randomUUID()
  desk.companion.hear({ kind: 'file', grant: given, purpose, window: 'main', path })
  return given
}
async function takenOut(
  desk: Desk,
  taken: Input<VaultDoor, 'data.out'>['taken'] = { as: 'json' },
): Promise<string> {
  const path = join(outside, randomUUID())
  await desk.ask('main', 'data.out', { grant: granted(desk, taken.as, path), taken })
  return path
}
async function bring(desk: Desk, path: string) {
  const looked = await desk.ask('main', 'data.look', { grant: granted(desk, 'import', path) })
  if (looked.problem) throw new Error(JSON.stringify(looked.problem))
  return desk.ask('main', 'data.bring', { id: looked.found?.id ?? '' })
}
const tables = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')).tables

/** Signs that are many units, and what a careless reader breaks. */
const signs = ['x', 'क्षि', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'é', '�', '\uFEFF', '\u202E', '\u0000', '\n', '\uD83D']
const text = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(''),
    fc
      .record({ sign: fc.constantFrom(...signs), less: fc.constantFrom(0, 1) })
      .map(({ sign, less }) => sign.repeat(longest - less)),
    fc
      .constantFrom(...signs)
      .map((sign) => sign.repeat(Math.ceil(longest / sign.length)).slice(0, longest)),
    fc.string({ unit: 'binary', maxLength: Math.min(longest, 300) }),
    fc.string({ unit: 'grapheme', maxLength: Math.min(longest, 300) }),
  )
const date = fc.constantFrom(
  '1970-01-01',
  '1970-01-02',
  '1970-01-03',
  '2024-02-29',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2027-12-31',
  '2062-07-01',
  '9999-12-31',
)
const time = fc.constantFrom('00:00', '07:59', '08:00', '23:59')
const uuid = fc.constantFrom(...[1, 2, 3].map((nth) => idAt(Date.UTC(2026, 10, 22) + nth)))
const rating = fc.constantFrom(0, 10)

type Writing = { [M in keyof VaultDoor]?: fc.Arbitrary<unknown> }
/** Everything that may hold a text or a date of the agent's; `ids` are entries that are there. */
const writing = (ids: { note: string; checkIn: string; shift: string }): Writing => ({
  'note.save': fc.record({
    id: uuid,
    difficulty: fc.constantFrom(1, 5),
    type: fc.constantFrom(null, 'angry'),
    words: text(longestWords),
  }),
  'note.add': fc.record({
    id: uuid,
    date,
    time,
    difficulty: fc.constantFrom(1, 5),
    type: fc.constantFrom(null, 'other'),
  }),
  'note.edit': fc.record({
    id: fc.constant(ids.note),
    difficulty: fc.constantFrom(1, 5),
    type: fc.constant(null),
    words: text(longestWords),
    nextTime: text(longestWords),
  }),
  'checkin.add': fc.record({ id: uuid, date, time, stress: rating, energy: rating }),
  'checkin.edit': fc.record({
    id: fc.constant(ids.checkIn),
    stress: rating,
    energy: rating,
    words: text(longestWords),
  }),
  'pause.save': fc.record({
    id: uuid,
    kind: fc.constantFrom('box', 'own:4000-0-0-6000-0'),
    startedAt: fc.constantFrom(0, 172_800_000, Date.UTC(2026, 10, 22, 14), 8.64e15),
    elapsedMs: fc.constant(1000),
    plannedMs: fc.constantFrom(1000, 30 * 60_000),
    ended: fc.constant('stopped'),
    before: fc.constant(null),
    after: fc.constant(null),
    chosen: fc.constant('me'),
  }),
  'right.keep': fc.record({
    shiftId: fc.constant(ids.shift),
    came: fc.constant(true),
    words: text(longestRight),
  }),
  'recharge.set': fc.record({ id: uuid, words: text(longestRecharge), picked: fc.boolean() }),
  'plan.keep': fc.record({
    id: uuid,
    when: fc.record({ by: fc.constant('words'), words: text(longestPlanWords) }),
    will: fc.record({ by: fc.constant('words'), words: text(longestPlanWords) }),
    rest: fc.constant(null),
  }),
  'week.keep': fc.record({
    from: date,
    change: fc.record({
      helpedWords: text(longestWeekWords),
      goodWords: text(longestWeekWords),
      mineWords: text(longestWeekWords),
      theirsWords: text(longestWeekWords),
      helped: fc.constantFrom(null, 'pause:own:4000-0-0-6000-0', `plan:${ids.note}`),
    }),
  }),
  'week.drop': fc.record({ from: date }),
  'types.set': fc
    .record({ name: text(longestTypeName), hidden: fc.boolean() })
    .map(({ name, hidden }) => ({
      types: [...lullsTypes, { id: 'own-1', name, hidden }],
      ordered: true,
    })),
  'contacts.set': fc.record({
    kind: fc.constantFrom('lead', 'doctor'),
    name: text(longestContact),
    reach: text(longestContact),
  }),
  'mark.keep': fc.record({
    id: uuid,
    kind: fc.constantFrom('holiday', 'unwell'),
    from: date,
    to: date,
  }),
  'settings.set': fc.record({
    quietHours: fc.constantFrom(null, '22:00-06:30'),
    shiftStart: fc.constantFrom(null, '22:00', '00:00'),
  }),
  'note.keepDraft': fc.record({
    id: uuid,
    step: fc.constant('words'),
    difficulty: fc.constant(1),
    type: fc.constant(null),
    words: text(longestWords),
  }),
})
/** These take texts and dates that aren't kept in the journal, or only to look something up. */
const keepNothing: readonly string[] = [
  'journal.create',
  'journal.open',
  'journal.list',
  'keys.prove',
  'keys.passphrase',
  'keys.keychain',
  'keys.remove',
  'keys.renew',
  'recovery.create',
  'copies.look',
  'copies.lookBy',
  'copies.restore',
  'copies.restoreBy',
  'incident.list',
  'incident.save',
  'diagnostics.save',
  'note.seal',
  'week.get',
  'week.list',
  'sheet.get',
  'sheet.save',
  'data.out',
  'data.openFile',
]

/** Whether a schema takes a text that isn't one of a list, an id or a grant. */
function takesText(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null || schema === anId || schema === grant)
    return false
  if (Array.isArray(schema)) return schema.some(takesText)
  if (!('type' in schema)) return Object.values(schema).some(takesText)
  if ('pipe' in schema && Array.isArray(schema.pipe)) {
    const [first, ...rest] = schema.pipe
    return takesText(first === schema ? { ...schema, pipe: undefined } : first) || takesText(rest)
  }
  if (schema.type === 'string') return true
  return ['entries', 'item', 'options', 'wrapped', 'value']
    .filter((name) => name !== 'options' || schema.type !== 'picklist')
    .some((name) => takesText(Object.entries(schema).find(([key]) => key === name)?.[1]))
}

describe('whatever may be kept', () => {
  it('is tried below, wherever a text or a date is taken', () => {
    const tried = Object.keys(writing({ note: '', checkIn: '', shift: '' }))
    const taking = Object.entries(vaultDoor)
      .filter(([, { input }]) => takesText(input))
      .map(([name]) => name)
    expect(taking.length).toBeGreaterThan(12)
    expect(taking.filter((name) => ![...tried, ...keepNothing].includes(name))).toEqual([])
  })

  it('comes back as it was', async () => {
    using desk = await deskWithWords()
    const { clock } = desk
    const note = idAt(clock.now())
    await desk.ask('note', 'note.save', { id: note, difficulty: 3, type: null, words: '' })
    const { id: checkIn } = await desk.ask('main', 'checkin.save', { stress: 3, energy: 3 })
    const { shiftId: shift } = await desk.ask('main', 'checkin.get', { id: checkIn })
    const all = Object.entries(writing({ note, checkIn, shift }))
    const taken = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all).chain(([method, input]) => fc.tuple(fc.constant(method), input)),
        async ([method, input]) => {
          const window = Object.entries(vaultDoor).find(([name]) => name === method)?.[1].windows[0]
          const answer = await desk.raw(window ?? 'main', { id: 1, method, input })
          if (!answer.ok) return
          taken.add(method)
          const written = readFileSync(await takenOut(desk), 'utf8')
          expect(readJournalFile(written, clock.now()).contents).toEqual(JSON.parse(written).tables)
        },
      ),
      { numRuns: 600 },
    )
    expect([...taken].toSorted()).toEqual(all.map(([method]) => method).toSorted())
    const path = await takenOut(desk)
    using other = await deskWithWords()
    await bring(other, path)
    expect(tables(await takenOut(other))).toEqual(tables(path))
  }, 120_000)

  it.each(['क्षि', '👩‍👩‍👧‍👦'])('also where one sign is as long as %s: plans and types', async (sign) => {
    using desk = await deskWithWords()
    await desk.ask('main', 'plan.keep', {
      id: idAt(1),
      when: { by: 'words', words: sign.repeat(longestPlanWords) },
      will: { by: 'words', words: sign.repeat(longestPlanWords) },
      rest: null,
    })
    await desk.ask('main', 'types.set', {
      types: [...lullsTypes, { id: 'own-1', name: sign.repeat(longestTypeName), hidden: false }],
      ordered: true,
    })
    const path = await takenOut(desk)
    using other = await deskWithWords()
    await bring(other, path)
    expect(tables(await takenOut(other))).toEqual(tables(path))
  })

  it('also a mark that ends in a year that was mistyped', async () => {
    using desk = await deskWithWords()
    await desk.ask('main', 'mark.keep', {
      id: idAt(1),
      kind: 'holiday',
      from: '2026-11-01',
      to: '2062-11-14',
    })
    const path = await takenOut(desk)
    using other = await deskWithWords()
    await bring(other, path)
    expect(tables(await takenOut(other))).toEqual(tables(path))
  })
})

describe('what is said to be of the first days that there are', () => {
  it.each(['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'])(
    'comes back, or is refused (%s)',
    async (zone) => {
      using desk = await deskWithWords()
      desk.clock.move(zone)
      let nth = 1
      let added = 0
      for (const shiftStart of [null, '22:00', '04:00'])
        for (const date of ['1970-01-01', '1970-01-02', '1970-01-03', '1970-01-04'])
          for (const time of ['00:00', '12:00', '23:59']) {
            await desk.ask('main', 'settings.set', { shiftStart })
            const [note, checkIn] = [idAt(nth++), idAt(nth++)]
            const at = { date, time }
            for (const [method, input] of [
              ['note.add', { id: note, ...at, difficulty: 3, type: null }],
              ['checkin.add', { id: checkIn, ...at, stress: 3, energy: 3 }],
            ] as const)
              if ((await desk.raw('main', { id: 1, method, input })).ok) added++
          }
      for (const days of [0, 1, 2, 3]) {
        const input = {
          id: idAt(nth++),
          kind: 'box',
          startedAt: days * 86_400_000,
          elapsedMs: 1000,
          plannedMs: 1000,
          ended: 'completed',
          before: null,
          after: null,
          chosen: 'me',
        }
        if ((await desk.raw('pause', { id: 1, method: 'pause.save', input })).ok) added++
      }
      expect(added).toBeGreaterThan(10)
      const written = readFileSync(await takenOut(desk), 'utf8')
      expect(readJournalFile(written, desk.clock.now()).contents).toEqual(
        JSON.parse(written).tables,
      )
    },
  )
})

describe('a file that isn’t UTF-8 any more', () => {
  async function resaved(change: (bytes: Buffer) => Buffer) {
    using desk = await deskWithWords()
    await desk.ask('note', 'note.save', {
      id: idAt(desk.clock.now()),
      difficulty: 3,
      type: null,
      words: 'A café.',
    })
    const path = await takenOut(desk)
    const before = tables(path)
    writeFileSync(path, change(readFileSync(path)))
    const looked = await desk.ask('main', 'data.look', { grant: granted(desk, 'import', path) })
    if (!looked.problem) await desk.ask('main', 'data.bring', { id: looked.found?.id ?? '' })
    expect(tables(await takenOut(desk))).toEqual(before)
    return looked.problem
  }

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['Windows-1252', (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1')],
    ['UTF-16', (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le')],
    ['UTF-8 that was cut within a sign', (bytes) => bytes.subarray(0, bytes.indexOf(0xa9))],
  ])('but %s is refused, and no word is replaced', async (_what, change) => {
    expect(await resaved(change)).toEqual({ what: 'not-json' })
  })

  it('may begin with a byte order mark', async () => {
    expect(await resaved((bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`))).toBeNull()
  })
})

describe('types of two desks put together', () => {
  const ownTypes = (desk: string, names: readonly string[]): TypeChoice[] =>
    names.map((name, nth) => ({ id: `own-${desk}${nth}`, name, hidden: false }))
  const keep = (desk: Desk, types: readonly TypeChoice[]) =>
    desk.ask('main', 'types.set', { types: [...types], ordered: true })
  /** A desk with seven types of its own, to which another one's seven came. */
  async function together(names: readonly string[], others: readonly string[]) {
    const desk = await deskWithWords()
    await keep(desk, [...lullsTypes, ...ownTypes('a', names)])
    using other = await deskWithWords()
    await keep(other, [...lullsTypes, ...ownTypes('b', others)])
    await bring(desk, await takenOut(other))
    return { desk, types: (await desk.ask('main', 'types.get', {})).types }
  }
  const seven = (name: string) => Array.from({ length: 7 }, (_, nth) => `${name} ${nth}`)

  it('that are too many can be ordered, hidden, named and taken out, but not added to', async () => {
    const { desk, types } = await together(seven('Here'), seven('There'))
    using _ = desk
    expect(types).toHaveLength(26)
    await keep(desk, types.toReversed())
    await keep(
      desk,
      types.map((type) => (type.id === 'own-b0' ? { ...type, name: 'Fax', hidden: true } : type)),
    )
    const fewer = await keep(
      desk,
      types.filter(({ id }) => id !== 'own-a0'),
    )
    expect(fewer.types).toHaveLength(25)
    const added = keep(desk, [...fewer.types, ...ownTypes('c', ['One more'])])
    await expect(added).rejects.toThrow('bad-input')
    // What was taken out can come back at once, though there is no room for another.
    expect((await keep(desk, types)).types.toSorted(byId)).toEqual(types.toSorted(byId))
    // And all of it can be taken out again.
    const path = await takenOut(desk)
    using third = await deskWithWords()
    await bring(third, path)
    expect((await third.ask('main', 'types.get', {})).types).toHaveLength(26)
  })

  it('of one name stay as they came; no name comes twice anew', async () => {
    const { desk, types } = await together(['Billing', 'Fax'], ['BILLING'])
    using _ = desk
    await keep(desk, types.toReversed())
    const named = (id: string, name: string) =>
      types.map((type) => (type.id === id ? { ...type, name } : type))
    await expect(keep(desk, named('own-a1', 'billing'))).rejects.toThrow('bad-input')
    await expect(keep(desk, named('angry', 'Billing'))).rejects.toThrow('bad-input')
    const added = [...types, ...ownTypes('c', ['Billing'])]
    await expect(keep(desk, added)).rejects.toThrow('bad-input')
    await keep(desk, named('own-b0', 'Billing, the other desk'))
    // That is taken back as the screen does, with the list that was there before.
    await keep(desk, types)
    const without = types.filter(({ id }) => id !== 'own-a0')
    expect((await keep(desk, without)).types).toHaveLength(14)
    await keep(desk, types)
    expect((await desk.ask('main', 'types.get', {})).types.toSorted(byId)).toEqual(
      types.toSorted(byId),
    )
  })

  it('that are all hidden can be shown again, and taken out', async () => {
    const desk = await deskWithWords()
    using _ = desk
    const hide = (types: readonly TypeChoice[], but: string) =>
      types.map((type) => ({ ...type, hidden: type.id !== but }))
    await keep(desk, [...hide(lullsTypes, 'own-a0'), ...ownTypes('a', ['Fax'])])
    using other = await deskWithWords()
    await bring(other, await takenOut(desk))
    const { types } = await other.ask('main', 'types.get', {})
    other.clock.pass(60_000)
    await keep(other, hide(types, 'angry'))
    // Here, meanwhile, nothing of what is shown there is shown.
    await keep(desk, [...hide(lullsTypes, 'own-a0'), ...ownTypes('a', ['Fax'])])
    await keep(desk, [...hide(lullsTypes, 'good'), ...ownTypes('a', ['Fax'])])
    const text = readFileSync(await takenOut(other), 'utf8')
    const path = join(outside, 'hidden.json')
    writeFileSync(
      path,
      text.replaceAll('"hidden":0', '"hidden":1').replaceAll(/"rev":\d+/g, '"rev":99'),
    )
    await bring(desk, path)
    const all = (await desk.ask('main', 'types.get', {})).types
    expect(all.every(({ hidden }) => hidden)).toBe(true)
    await keep(
      desk,
      all.filter(({ id }) => id !== 'own-a0'),
    )
    const shown = all.map((type) => (type.id === 'good' ? { ...type, hidden: false } : type))
    await keep(desk, shown)
    await expect(keep(desk, all)).rejects.toThrow('bad-input')
  })

  it('are all in the Markdown, however long their names are', async () => {
    const { desk } = await together([], [])
    using _ = desk
    const say = Object.fromEntries(
      ['title', 'shift', 'note', 'checkIn', 'nextTime', 'wentRight', 'week']
        .concat(['helped', 'good', 'mine', 'theirs', 'noType'])
        .map((name) => [name, name]),
    )
    const name = '👩‍👩‍👧‍👦'.repeat(longestTypeName)
    const types = Object.fromEntries(Array.from({ length: 300 }, (__, nth) => [`own-${nth}`, name]))
    const grantOut = granted(desk, 'markdown', join(outside, 'types.md'))
    const answer = await desk.raw('main', {
      id: 1,
      method: 'data.out',
      input: {
        grant: grantOut,
        taken: { as: 'markdown', withWords: true, say: { ...say, types } },
      },
    })
    expect(answer).toMatchObject({ ok: true })
  })
})
const byId = (one: TypeChoice, other: TypeChoice) => (one.id < other.id ? -1 : 1)

import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorCodes, vaultDoor, windowNames } from '../../src/contract.ts'
import { idAt, openJournalDesk } from '../desk.ts'

/** What stands on the disk, told by content. */
function print(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    files
      .filter((each) => each.isFile())
      .map((each) => {
        const path = join(each.parentPath, each.name)
        return [path, createHash('sha256').update(readFileSync(path)).digest('hex')]
      }),
  )
}

const methods = Object.keys(vaultDoor)
const contract = join(import.meta.dirname, '../../src/contract')
/** The methods of each room, as their files have them. */
async function rooms(): Promise<object[]> {
  const files = readdirSync(contract).map((file) => pathToFileURL(join(contract, file)).href)
  const modules: object[] = await Promise.all(files.map((file) => import(/* @vite-ignore */ file)))
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]: [string, unknown]) =>
      name.endsWith('Methods') && typeof value === 'object' && value !== null ? [value] : [],
    ),
  )
}
const good = (method: string, input: unknown) => ({ id: 1, method, input })

describe('the vault door', () => {
  it('has each name from one room only', async () => {
    const all = (await rooms()).flatMap((room) => Object.keys(room))
    expect(all.toSorted()).toEqual(methods.toSorted())
  })

  it.each([
    ['nothing at all', undefined],
    ['a number', 7],
    ['no id', { method: 'today.get', input: {} }],
    ['a negative id', { id: -1, method: 'today.get', input: {} }],
    ['more than it should hold', { id: 1, method: 'today.get', input: {}, extra: true }],
  ])('answers %s with bad-input, under id -1', async (_what, message) => {
    using desk = await openJournalDesk()
    expect(await desk.raw('main', message)).toMatchObject({
      id: -1,
      ok: false,
      error: { code: 'bad-input' },
    })
  })

  it.each(['nope', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'knows no method %j',
    async (method) => {
      using desk = await openJournalDesk()
      expect(await desk.raw('main', good(method, {}))).toMatchObject({
        id: 1,
        ok: false,
        error: { code: 'unknown-method' },
      })
    },
  )

  it('lets a window call its own methods only', async () => {
    using desk = await openJournalDesk()
    for (const [method, { windows }] of Object.entries(vaultDoor))
      for (const window of windowNames) {
        if (windows.includes(window)) continue
        expect(await desk.raw(window, good(method, {}))).toMatchObject({
          ok: false,
          error: { code: 'no-right' },
        })
      }
  })

  it('refuses 10,000 malformed calls with a code, and nothing on the disk has changed', async () => {
    using desk = await openJournalDesk()
    const before = print(desk.folder)

    // Shapes near enough to the real ones to get past a careless check, and wild ones.
    const id = fc.oneof(fc.constant(idAt(desk.clock.now())), fc.string(), fc.anything())
    const rating = fc.oneof(
      fc.integer({ min: 11 }),
      fc.integer({ max: -1 }),
      fc.constantFrom(Number.NaN, Infinity, 2.5, '5', null, undefined, [5], true),
    )
    const nearly = fc.oneof(
      fc.record({
        method: fc.constant('checkin.save'),
        input: fc.record({ stress: rating, energy: rating }),
      }),
      fc.record({
        method: fc.constant('note.save'),
        input: fc.record({ id, difficulty: rating, type: fc.anything(), words: fc.anything() }),
      }),
      fc.record({
        method: fc.constant('note.keepDraft'),
        input: fc.record({ id, step: fc.string(), words: fc.string() }),
      }),
      fc.record({
        method: fc.constant('pause.save'),
        input: fc.record({
          id,
          kind: fc.oneof(fc.string(), fc.constantFrom('box', 'own:1-1-1-1-1')),
          startedAt: rating,
          elapsedMs: rating,
          plannedMs: rating,
          ended: fc.anything(),
          before: rating,
          after: rating,
          chosen: fc.constantFrom('me', 'chance', 'fate'),
        }),
      }),
      fc.record({
        method: fc.constant('pause.begin'),
        input: fc.record({ kind: fc.string(), plannedMs: rating }),
      }),
      fc.record({
        method: fc.constant('pause.rate'),
        input: fc.record({ id, after: rating }),
      }),
      fc.record({
        method: fc.constant('settings.set'),
        input: fc.record({ words: fc.oneof(fc.string(), fc.anything()) }),
      }),
      fc.record({
        method: fc.constantFrom(...methods, '__proto__', 'constructor'),
        input: fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      }),
    )
    const message = fc.oneof(
      fc.tuple(fc.nat(), nearly).map(([number, call]) => ({ id: number, ...call })),
      fc.anything(),
    )

    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...windowNames), message, async (window, each) => {
        const answer = await desk.raw(window, each)
        if (answer.ok) {
          // Some of the wild ones are right by chance: calls that ask for nothing and change nothing.
          expect(isHarmless(each)).toBe(true)
          return
        }
        expect(errorCodes).toContain(answer.error.code)
        expect(answer.error.code).not.toBe('failed')
        refused++
      }),
      { numRuns: 11_500 },
    )
    expect(refused).toBeGreaterThanOrEqual(10_000)
    expect(print(desk.folder)).toEqual(before)
  })

  it('repeats nothing of what was sent, and grows by none of it', async () => {
    using desk = await openJournalDesk()
    const long = 'quillwort 7719 '.repeat(70_000)
    const before = print(desk.folder)
    for (const [method, { input, windows }] of Object.entries(vaultDoor)) {
      const fields = 'entries' in input ? Object.keys(input.entries ?? {}) : []
      const inputs: unknown[] = [
        long,
        [long],
        { [long]: long },
        ...fields.map((field) => ({ [field]: long })),
        ...fields.map((field) => ({ [field]: [{ [long]: long }] })),
        { ...Object.fromEntries(fields.map((field) => [field, long])), more: long },
      ]
      for (const each of inputs) {
        const answer = await desk.raw(windows[0] ?? 'main', good(method, each))
        expect(answer, method).toMatchObject({ ok: false, error: { code: 'bad-input' } })
        expect(JSON.stringify(answer).length, method).toBeLessThan(1000)
        expect(JSON.stringify(answer), method).not.toContain('quillwort')
      }
    }
    for (const message of [
      good(long, {}),
      { id: long, method: long, input: long },
      { [long]: 1 },
    ]) {
      const answer = JSON.stringify(await desk.raw('main', message))
      expect(answer.length).toBeLessThan(1000)
      expect(answer).not.toContain('quillwort')
    }
    expect(print(desk.folder)).toEqual(before)
  })

  it('lets nothing through that could change what objects are', async () => {
    using desk = await openJournalDesk()
    const poison = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'
    for (const [method, { input, windows }] of Object.entries(vaultDoor)) {
      const fields = 'entries' in input ? Object.keys(input.entries ?? {}) : []
      const texts = [
        `{${poison}}`,
        `[{${poison}}]`,
        ...fields.map((field) => `{${JSON.stringify(field)}:{${poison}}}`),
      ]
      for (const text of texts) await desk.raw(windows[0] ?? 'main', good(method, JSON.parse(text)))
    }
    await desk.raw('main', JSON.parse(`{"id":1,"method":"today.get","input":{},${poison}}`))
    const plain: object = {}
    expect('polluted' in plain).toBe(false)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('would notice: one good call among them does change the disk', async () => {
    using desk = await openJournalDesk()
    const before = print(desk.folder)
    await desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })
    expect(print(desk.folder)).not.toEqual(before)
  })
})

const reads = [
  'keys.get',
  'data.about',
  'diagnostics.get',
  'diagnostics.check',
  'data.leave',
  'data.found',
  'copies.list',
  'contacts.get',
  'plan.list',
  'types.get',
  'words.kept',
  'journal.state',
  'journal.elsewhere',
  'journal.trouble',
  'note.begin',
  'pauses.get',
  'prompts.log',
  'today.get',
  'trends.get',
  'settings.get',
  'shift.get',
  'recharge.get',
  'selfcheck.get',
]
function isHarmless(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'method' in message &&
    reads.some((method) => method === message.method)
  )
}

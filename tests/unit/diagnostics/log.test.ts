import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { errorCodes, vaultDoor, windowNames } from '../../../src/contract.ts'
import { errorNameOf } from '../../../src/diagnostics/error-names.ts'
import { goneReasonOf, logEvent, refusedEvent } from '../../../src/diagnostics/events.ts'
import { lineOf, linesIn, mostLines } from '../../../src/diagnostics/log.ts'
import { reopening } from '../../../src/diagnostics/reopening.ts'
import { passphrase, openJournalDesk } from '../../desk.ts'

const canary = 'quillwort 7719'

/** Every place of a call that could carry something, with the canary in it. */
const carrying = (method: string) =>
  fc.record({
    id: fc.nat(),
    method: fc.constantFrom(method, `${method} ${canary}`, canary),
    input: fc.oneof(
      fc.constant(canary),
      fc.array(fc.constant(canary), { maxLength: 3 }),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            'id',
            'words',
            'text',
            'name',
            'passphrase',
            'grant',
            'query',
            'value',
            'kind',
          ),
          fc.constant(canary),
        ),
        fc.oneof(fc.constant(canary), fc.anything(), fc.constant({ words: canary })),
      ),
    ),
  })

/** What the log and a report would say of all that the vault told of trouble. */
async function told(spoil: (event: object, message: unknown) => object = (event) => event) {
  using desk = await openJournalDesk()
  const heard: { event: object; message: unknown }[] = []
  for (const method of Object.keys(vaultDoor)) {
    // It would end the journal in the middle.
    if (method === 'data.wipe') continue
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...windowNames),
        carrying(method),
        async (window, message) => {
          const before = desk.told.length
          await desk.raw(window, message)
          for (const news of desk.told.slice(before))
            if (news.kind === 'trouble') heard.push({ event: news.event, message })
        },
      ),
      { numRuns: 12 },
    )
  }
  return heard.map(({ event, message }) => spoil(event, message))
}

describe('the log of trouble', () => {
  it('holds nothing that any method of the vault was given', async () => {
    const events = await told()
    expect(events.length).toBeGreaterThan(500)
    const lines = events.map((event) => lineOf({ ...v.parse(logEvent, event), at: 1_000 }))
    expect(lines.join('')).not.toContain('quillwort')
    expect(lines.join('')).not.toContain(passphrase)
    // It did listen to the right ones.
    const problems = events.map((event) => ('problem' in event ? event.problem : null))
    for (const problem of ['bad-input', 'no-right', 'unknown-method'])
      expect(problems.includes(problem)).toBe(true)
    expect(events.some((event) => 'method' in event)).toBe(true)
  })

  it('would be noticed: one that took what was called as it came has it, and main doesn’t hear it', async () => {
    const events = await told((event, message) => ({
      ...event,
      method: typeof message === 'object' && message && 'method' in message ? message.method : '',
    }))
    expect(JSON.stringify(events)).toContain('quillwort')
    const parsed = events.map((event) => v.safeParse(logEvent, event))
    expect(parsed.some(({ success }) => !success)).toBe(true)
    expect(JSON.stringify(parsed.filter(({ success }) => success))).not.toContain('quillwort')
  })

  it('has no place that a text would fit into', () => {
    for (const code of ['started', 'window-gone', 'main-error', 'page-error', 'refused'])
      for (const more of ['message', 'text', 'stack'])
        expect(v.safeParse(logEvent, { code, [more]: canary }).success).toBe(false)
    const open = { code: 'page-error', window: 'main', error: canary }
    expect(v.safeParse(logEvent, open).success).toBe(false)
    expect(v.safeParse(logEvent, { ...open, error: 'TypeError' }).success).toBe(true)
  })

  it('knows of errors and ends what stands in its lists, whatever they are called', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const error = Object.assign(new Error(text), { name: text })
        expect(['other', 'Error', 'TypeError', 'RangeError']).toContain(errorNameOf(error))
      }),
    )
    expect(errorNameOf(new TypeError(canary))).toBe('TypeError')
    expect(errorNameOf(canary)).toBe('other')
    expect(goneReasonOf('oom')).toBe('oom')
    expect(goneReasonOf(canary)).toBe('other')
  })

  it('writes no method down: what somebody was doing just then is nobody’s business', () => {
    const event = refusedEvent('main', { method: 'checkin.save' }, 'disk-full')
    expect(event).toEqual({
      code: 'refused',
      window: 'main',
      problem: 'disk-full',
      method: 'checkin.save',
    })
    if (!event) return
    const line = lineOf({ ...event, at: 61_999 })
    expect(line).toBe('{"at":61000,"code":"refused","window":"main","problem":"disk-full"}\n')
    expect(linesIn(line)).toEqual([{ ...event, method: undefined, at: 61_000 }])
  })

  it.each(['locked', 'wrong-secret', 'wait', 'no-note', 'words-off'] as const)(
    'says nothing of %s, which is everyday',
    (code) => expect(refusedEvent('main', { method: 'note.save' }, code)).toBeNull(),
  )

  it('reads back what it wrote, and leaves out every other line', () => {
    const event = fc.oneof(
      fc.record({
        code: fc.constant('refused' as const),
        window: fc.constantFrom(...windowNames),
        problem: fc.constantFrom(...errorCodes),
      }),
      fc.constantFrom({ code: 'started' as const }, { code: 'vault-gone' as const }),
    )
    fc.assert(
      fc.property(fc.array(event), fc.array(fc.string()), fc.nat(), (events, junk, second) => {
        const at = second * 1000
        const text = events.map((each) => lineOf({ ...each, at })).join('')
        const spoiled = `${junk.map((each) => JSON.stringify({ at, code: 'started', text: each })).join('\n')}\n${text}`
        expect(linesIn(spoiled)).toEqual(events.map((each) => ({ ...each, at })).slice(-mostLines))
      }),
    )
  })
})

describe('a page that keeps ending', () => {
  it.each([
    ['the first time', [], 0, true],
    ['the third time in a minute', [0, 10_000], 20_000, true],
    ['the fourth time in a minute', [0, 10_000, 20_000], 59_999, false],
    ['a minute after the first', [0, 10_000, 20_000], 60_000, true],
  ])('is opened again or not: %s', (_when, before, now, again) => {
    expect(reopening(before, now).again).toBe(again)
  })

  it('is opened again three times in any minute at the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (gaps) => {
        let now = 0
        let times: readonly number[] = []
        const opened: number[] = []
        for (const gap of gaps) {
          now += gap
          const next = reopening(times, now)
          times = next.times
          if (next.again) opened.push(now)
        }
        for (const at of opened)
          expect(opened.filter((each) => each >= at && each < at + 60_000).length).toBeLessThan(4)
      }),
    )
  })
})

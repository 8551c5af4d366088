import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idAt, openJournalDesk } from '../../desk.ts'

describe('which marked call a note settles', () => {
  it('is the newest unsettled one of its shift before it, whatever happens in which order', async () => {
    const step = fc.record({
      minutes: fc.integer({ min: 1, max: 400 }),
      what: fc.constantFrom('mark', 'mark', 'note', 'leave', 'back', 'look'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        using desk = await openJournalDesk()
        /** The rule by hand: times of marked calls of the open shift, and how each is settled. */
        let marks: { at: number; by: 'note' | 'left' | null }[] = []
        let lastAt = Number.NEGATIVE_INFINITY
        let openedAt = 0
        const touch = () => {
          const now = desk.clock.now()
          if (now - lastAt >= 5 * 3_600_000 || now - openedAt >= 16 * 3_600_000) {
            marks = []
            openedAt = now
          }
          lastAt = now
        }
        for (const { minutes, what } of steps) {
          desk.clock.pass(minutes * 60_000)
          const { end } = await desk.ask('main', 'shift.get', {})
          const open = () => marks.filter(({ by }) => by === null)
          if (what === 'mark') {
            touch()
            desk.companion.hear({ kind: 'call', event: 'marked', source: 'shortcut' })
            marks.push({ at: desk.clock.now(), by: null })
          } else if (what === 'note') {
            touch()
            const id = idAt(desk.clock.now())
            await desk.ask('note', 'note.save', { id, difficulty: 3, type: null, words: '' })
            const newest = open().at(-1)
            if (newest) newest.by = 'note'
          } else if (end && what === 'look') {
            const [first] = end.unnoted
            if (!first) continue
            await desk.ask('main', 'unnoted.note', {
              id: idAt(desk.clock.now()),
              callId: first.id,
              difficulty: 3,
              type: null,
            })
            const oldest = open()[0]
            if (oldest) oldest.by = 'note'
          } else if (end && (what === 'leave' || what === 'back')) {
            await desk.ask('main', 'unnoted.leave', { left: what === 'leave' })
            for (const mark of marks) {
              if (what === 'leave') mark.by ??= 'left'
              else if (mark.by === 'left') mark.by = null
            }
          }
          const shown = (await desk.ask('main', 'shift.get', {})).end?.unnoted ?? []
          const expected =
            (await desk.ask('main', 'today.get', {})).shiftDate === null ? [] : open()
          expect(shown.map(({ at }) => at)).toEqual(expected.map(({ at }) => at))
        }
      }),
      { numRuns: 60 },
    )
  })
})

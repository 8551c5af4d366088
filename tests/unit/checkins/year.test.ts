import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isHeavy as isHeavyType } from '../../../src/notes/brooding.ts'
import { createFiles } from '../../../src/store/write-out.ts'
import { createCompanion } from '../../../src/companion.ts'
import type { Input, Output, VaultDoor, WindowName } from '../../../src/contract.ts'
import type { Clock } from '../../../src/ports.ts'
import { uuidv7 } from '../../../src/uuid.ts'
import { demoYear, plan, zone, type Planned, type PlannedShift } from '../../../tools/demo/plan.ts'
import { random } from '../../desk.ts'
import { journalIn, passphrase, settingsWith } from '../store/journal-in.ts'

const minute = 60_000
const hour = 60 * minute
type NoteEvent = Extract<Planned, { what: 'note' }>
const isHard = ({ difficulty, type }: NoteEvent) =>
  difficulty >= 4 || (type !== 'good' && type !== 'other')

/**
 * Lives a planned year through the companion, and looks at what Today asks for at every shift's start,
 * after each of its events, at its end, and on the way home.
 */
async function liveThrough(
  year: readonly PlannedShift[],
  seen: (when: string, answers: readonly unknown[], shift: PlannedShift) => void,
) {
  const folder = mkdtempSync(join(tmpdir(), 'lull-year-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  let now = year[0]?.startsAt ?? 0
  const clock: Clock = {
    now: () => now,
    elapsed: () => now,
    zone: () => zone,
    after: () => () => {},
  }
  const companion = createCompanion({
    // A journal of a test needs no disk to wait for.
    journal: journalIn(folder, { clock, settings: settingsWith('synchronous', 'OFF', '0') }),
    files: createFiles(folder, random),
    clock,
    random,
    shell: { tell: () => {} },
    publish: () => {},
  })
  async function ask<M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ) {
    const answer = await companion.answer(window, { id: 1, method, input })
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
    const value: Output<VaultDoor, M> = JSON.parse(JSON.stringify(answer.value))
    return value
  }
  const look = async (when: string, shift: PlannedShift) => {
    const cards = await ask('main', 'shift.get', {})
    const answers = [
      cards,
      await ask('main', 'today.get', {}),
      await ask('main', 'recharge.get', {}),
      await ask('main', 'right.list', { before: null }),
    ]
    seen(when, answers, shift)
    return cards
  }

  await ask('unlock', 'journal.create', { passphrase })
  await ask('main', 'settings.set', { words: 'numbers-and-words', work: 'calls', gap: '45s' })
  for (const shift of year) {
    now = shift.startsAt - 1
    const { start } = await look('start', shift)
    await ask('main', 'shift.start', { step: 'done', rested: 3, moment: start?.moment ?? null })
    await look('begun', shift)
    for (const event of shift.events) {
      now = Math.max(now, event.at)
      if (event.what === 'call')
        companion.hear({ kind: 'call', event: event.event, source: 'command' })
      else if (event.what === 'check-in')
        await ask('main', 'checkin.save', {
          stress: event.stress,
          energy: event.energy,
          kind: event.kind,
        })
      else if (event.what === 'note') {
        const { difficulty, type, words } = event
        await ask('note', 'note.save', { id: uuidv7(now, random), difficulty, type, words })
        await look('noted', shift)
      }
    }
    now = Math.max(now, shift.endsAt)
    const { end } = await look('end', shift)
    if (!end) continue
    await ask('main', 'shift.end', { step: 'unnoted', recharge: null })
    await ask('main', 'right.keep', { shiftId: end.shiftId, came: true, words: 'a kind word' })
    const [call] = end.unnoted
    if (call)
      await ask('main', 'unnoted.note', {
        id: uuidv7(now, random),
        callId: call.id,
        difficulty: 5,
        type: 'angry',
      })
    await look('looked', shift)
    await ask('main', 'shift.end', { step: 'closing', recharge: null })
    await look('closed', shift)
    now += 6 * hour
    await look('home', shift)
  }
  companion.hear({ kind: 'end' })
}

/** Every key of an answer, however deep. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => [key, ...keysOf(inside)])
}

// On a quiet day of chats five hours may pass without an entry, and Lull then sees two shifts.
const year = plan({
  ...demoYear,
  end: '2026-11-22',
  usual: { calls: 6, notes: 3, checkIns: 1, pauses: 0 },
}).filter(({ work }) => work === 'calls')
const notesOf = (shift: PlannedShift) =>
  shift.events.filter((event): event is NoteEvent => event.what === 'note')
const isHeavy = (shift: PlannedShift | undefined) =>
  shift !== undefined && notesOf(shift).some(({ type }) => isHeavyType(type))

describe('a year of shifts', () => {
  it('shows no hard entry outside the journal, and asks for no side after a heavy shift', async () => {
    expect(year.length).toBeGreaterThan(200)
    const hard = year.flatMap(notesOf).filter((note) => isHard(note) && note.words !== '')
    expect(hard.length).toBeGreaterThan(50)
    const looks = new Map<string, number>()
    let unnoted = 0
    let without = 0
    const moments: (string | null)[] = []

    await liveThrough(year, (when, answers, shift) => {
      looks.set(when, (looks.get(when) ?? 0) + 1)
      const keys = answers.flatMap(keysOf)
      for (const key of ['difficulty', 'type', 'noteId', 'types']) expect(keys).not.toContain(key)
      const text = JSON.stringify(answers)
      for (const { words } of hard) expect(text).not.toContain(words)

      const [cards] = answers
      if (!isCards(cards)) throw new Error('no cards')
      for (const call of cards.end?.unnoted ?? []) {
        expect(Object.keys(call).toSorted()).toEqual(['at', 'id'])
        unnoted++
      }
      if (when === 'home') expect(cards.end).toBeNull()
      if (when !== 'start') return
      expect(cards.end).toBeNull()
      const before = year[year.indexOf(shift) - 1]
      const moment = cards.start?.moment ?? null
      if (isHeavy(before)) {
        expect(moment).toBeNull()
        without++
      } else expect(moment).not.toBeNull()
      moments.push(moment)
    })

    for (const when of ['start', 'end', 'looked', 'closed', 'home'])
      expect(looks.get(when)).toBe(year.length)
    expect(unnoted).toBeGreaterThan(20)
    expect(without).toBeGreaterThan(10)
    // In turn all the year, over the shifts that had none.
    const shown = moments.filter((moment) => moment !== null)
    for (const [index, moment] of shown.entries())
      expect(moment).toBe(index % 2 === 0 ? 'helped' : 'their-side')
  }, 120_000)
})

type Cards = Output<VaultDoor, 'shift.get'>
const isCards = (answer: unknown): answer is Cards =>
  typeof answer === 'object' && answer !== null && 'start' in answer && 'end' in answer

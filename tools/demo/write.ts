/** Plays a plan through the companion's own methods, into a journal on the disk. */
import * as v from 'valibot'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askTension, ratedFromMs } from '../../src/breathing/choose.ts'
import { createCompanion, type Companion } from '../../src/companion.ts'
import type { Input, VaultDoor, WindowName } from '../../src/contract.ts'
import type { Clock, Instant } from '../../src/ports.ts'
import { mineThings, theirThings } from '../../src/review/kinds.ts'
import { plusDays, weekOf } from '../../src/review/weeks.ts'
import { createJournal } from '../../src/store/journal.ts'
import { journalSettings, type Settings } from '../../src/store/open.ts'
import { uuidv7 } from '../../src/uuid.ts'
import { chanceFrom } from './chance.ts'
import { plannedSelfChecks, plannedWeeks, saidOfCheckIns } from './self-checks.ts'
import { weekHelped, wentWell } from './words.ts'
import { around, zone, type Planned, type PlannedShift } from './plan.ts'

export const demoPassphrase = 'a demo passphrase'

export const migrations = readMigrations(join(import.meta.dirname, '../../src/store/migrations'))

/** A journal that can be made again needs no disk to wait for; Lull itself opens it as any other. */
const unhurried: Settings = {
  ...journalSettings,
  afterKey: journalSettings.afterKey.map((one) =>
    one.name === 'synchronous' ? { ...one, value: 'OFF', readsBack: '0' } : one,
  ),
}

/** A companion over the journal in a folder, at a time that the caller sets. */
export interface WrittenDesk {
  companion: Companion
  /** Sets the clock. */
  at(now: Instant): void
  /** Calls a method as the window that may; a refusal throws. */
  ask<M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ): Promise<void>
}

/** `settings`: the journal's own, unless it can be made again and needs no disk to wait for. */
export function deskIn(folder: string, settings: Settings = journalSettings): WrittenDesk {
  mkdirSync(folder, { recursive: true })
  const { random } = chanceFrom(1)
  let now = 0
  let id = 0
  const clock: Clock = {
    now: () => now,
    elapsed: () => now,
    zone: () => zone,
    // Nobody sits here to be offered anything.
    after: () => () => {},
  }
  const companion = createCompanion({
    journal: createJournal({ folder, migrations, clock, random, settings }),
    clock,
    random,
    // Nobody takes anything out, either.
    files: { choose: () => () => {}, open: () => () => new Uint8Array() },
    shell: { tell: () => {} },
    publish: () => {},
  })
  return {
    companion,
    at: (instant) => {
      now = instant
    },
    async ask(window, method, input) {
      const answer = await companion.answer(window, { id: ++id, method, input })
      if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`)
    },
  }
}

/** Writes the plan into a new journal in `folder`, under `demoPassphrase`. */
export async function write(shifts: readonly PlannedShift[], folder: string): Promise<void> {
  const desk = deskIn(folder, unhurried)
  const { random } = chanceFrom(2)
  desk.at(shifts[0]?.startsAt ?? 0)
  await desk.ask('unlock', 'journal.create', { passphrase: demoPassphrase })
  await desk.ask('main', 'settings.set', {
    words: 'numbers-and-words',
    work: 'calls',
    gap: '45s',
    shiftStart: '22:00',
  })
  // The year begins in the December peak.
  await desk.ask('main', 'watch.begin', { as: 'hard' })
  for (const id of ['walk', 'music', 'talk'] as const)
    await desk.ask('main', 'recharge.set', { id, words: '', picked: true })
  for (const words of ['half an hour of guitar', 'call my sister'])
    await desk.ask('main', 'recharge.set', {
      id: uuidv7(shifts[0]?.startsAt ?? 0, random),
      words,
      picked: true,
    })
  let longPauses = 0
  for (const event of shifts.flatMap(({ events }) => events)) {
    desk.at(event.at)
    if (event.what === 'call')
      desk.companion.hear({ kind: 'call', event: event.event, source: sourceOf(event) })
    else if (event.what === 'check-in')
      await desk.ask('main', 'checkin.save', {
        stress: event.stress,
        energy: event.energy,
        kind: event.kind,
      })
    else if (event.what === 'went-right')
      await desk.ask('main', 'right.keep', {
        shiftId: await openShift(desk),
        came: true,
        words: event.words,
      })
    else if (event.what === 'pause') {
      const { kind, elapsedMs, plannedMs, ended, tension, chosen } = event
      const asked = askTension(longPauses, plannedMs)
      if (plannedMs >= ratedFromMs) longPauses++
      await desk.ask('pause', 'pause.save', {
        id: uuidv7(event.at, random),
        kind,
        startedAt: event.at - elapsedMs,
        elapsedMs,
        plannedMs,
        ended,
        before: asked ? tension.before : null,
        after: asked && ended === 'completed' ? tension.after : null,
        chosen,
      })
    } else {
      const { difficulty, type, words, later } = event
      const note = { id: uuidv7(event.at, random), difficulty, type, words }
      await desk.ask('note', 'note.save', note)
      if (later) await desk.ask('main', 'note.edit', { ...note, ...later })
    }
  }
  await plans(desk, shifts)
  await marks(desk, shifts)
  await selfChecks(desk, shifts)
  await saidLater(desk, shifts)
  await weeks(desk, shifts)
  desk.companion.hear({ kind: 'end' })
}

/** What went on around the work, as far as the plan reaches. */
async function marks(desk: WrittenDesk, shifts: readonly PlannedShift[]) {
  const { random } = chanceFrom(4)
  const last = shifts.at(-1)
  if (!last) return
  desk.at(last.events.at(-1)?.at ?? last.startsAt)
  for (const { kind, from, to } of around(last.date))
    if (to >= (shifts[0]?.date ?? ''))
      await desk.ask('main', 'mark.keep', { id: uuidv7(last.startsAt, random), kind, from, to })
}

/** A self-check a month, and the question of the week. */
async function selfChecks(desk: WrittenDesk, shifts: readonly PlannedShift[]) {
  for (const { at, answers } of plannedSelfChecks(shifts)) {
    desk.at(at)
    for (const answer of answers) await desk.ask('main', 'selfcheck.answer', answer)
    const { companion } = desk
    const got = await companion.answer('main', { id: 0, method: 'selfcheck.get', input: {} })
    const { current } = v.parse(v.object({ current: v.string() }), got.ok ? got.value : null)
    await desk.ask('main', 'selfcheck.finish', { id: current, finished: true })
  }
  for (const { at, value } of plannedWeeks(shifts)) {
    desk.at(at)
    await desk.ask('main', 'selfcheck.week', { value })
  }
}

/** What was said of the last check-ins. */
async function saidLater(desk: WrittenDesk, shifts: readonly PlannedShift[]) {
  const last = shifts.at(-1)?.events.at(-1)
  if (!last) return
  desk.at(last.at)
  const got = await desk.companion.answer('main', {
    id: 0,
    method: 'checkin.list',
    input: { before: null },
  })
  const page = v.object({
    checkIns: v.array(v.object({ id: v.string(), stress: v.number(), energy: v.number() })),
  })
  const { checkIns } = v.parse(page, got.ok ? got.value : null)
  for (const [nth, said] of saidOfCheckIns.entries()) {
    const checkIn = checkIns[nth]
    if (checkIn && said) await desk.ask('main', 'checkin.edit', { ...checkIn, ...said })
  }
}
/** The dozen weeks before the last one, as the agent looked back at them; the last one waits. */
async function weeks(desk: WrittenDesk, shifts: readonly PlannedShift[]) {
  const last = shifts.at(-1)
  if (!last) return
  desk.at(last.events.at(-1)?.at ?? last.startsAt)
  const now = weekOf(last.date, sunday).from
  for (let nth = 2; nth <= 13; nth++) {
    const from = plusDays(now, -7 * nth)
    if (from < (shifts[0]?.date ?? '')) return
    await desk.ask('main', 'week.keep', {
      from,
      change: {
        step: 'done',
        helped: weekHelped[nth % weekHelped.length] ?? null,
        goodWords: wentWell[nth % wentWell.length] ?? '',
        mine: mineThings[nth % mineThings.length] ?? null,
        theirs: theirThings[nth % theirThings.length] ?? null,
        plan: 'nothing',
      },
    })
  }
}
const sunday = 7

/** Three plans, one of which rests, and what became of the first in the last dozen shifts. */
async function plans(desk: WrittenDesk, shifts: readonly PlannedShift[]) {
  const { random } = chanceFrom(3)
  const ended = shifts.slice(0, -1).slice(-12)
  const [first] = ended
  if (!first) return
  desk.at(first.startsAt)
  const ids = [1, 2, 3].map((nth) => uuidv7(first.startsAt + nth, random))
  const [hearing = '', towns = '', resting = ''] = ids
  await desk.ask('main', 'plan.keep', {
    id: hearing,
    when: { by: 'type', type: 'angry' },
    will: { by: 'action', action: 'let-finish' },
    rest: null,
  })
  await desk.ask('main', 'plan.keep', {
    id: towns,
    when: { by: 'words', words: 'a parcel went to the wrong town' },
    will: { by: 'words', words: 'say first what I can see on my screen' },
    rest: null,
  })
  await desk.ask('main', 'plan.keep', {
    id: resting,
    when: { by: 'type', type: 'blaming' },
    will: { by: 'action', action: 'next-step' },
    rest: null,
  })
  await desk.ask('main', 'plan.set', { id: resting, state: 'resting', rest: null })
  for (const [nth, shift] of ended.entries()) {
    desk.at(shift.endsAt - 60_000)
    await desk.ask('main', 'plan.offered', { id: nth % 2 === 0 ? hearing : towns })
    if (nth % 2 === 0)
      await desk.ask('main', 'plan.mark', {
        id: hearing,
        mark: nth % 6 === 4 ? 'not-used' : 'used',
      })
  }
}

/** The id of the shift that is open. */
async function openShift({ companion }: WrittenDesk): Promise<string> {
  const answer = await companion.answer('main', { id: 0, method: 'shift.get', input: {} })
  const open = v.object({ end: v.object({ shiftId: v.string() }) })
  return v.parse(open, answer.ok ? answer.value : null).end.shiftId
}

const sourceOf = ({ event }: Extract<Planned, { what: 'call' }>) =>
  event === 'marked' ? 'shortcut' : 'command'

function readMigrations(folder: string) {
  return readdirSync(folder).map((file) => {
    const [, version, name] = /^(\d{4})-([\w-]+)\.sql$/.exec(file) ?? []
    if (!version || !name) throw new Error(`${file} is not named like 0001-spine.sql`)
    return { version: Number(version), name, sql: readFileSync(join(folder, file), 'utf8') }
  })
}

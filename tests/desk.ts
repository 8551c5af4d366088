/**
 * A desk to test at: the whole companion over a real journal in a folder of its own, with a clock
 * that the test moves and the shell's side of the line in view.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCompanion, type Companion } from '../src/companion.ts'
import type { Answer, Input, Output, VaultDoor, WindowEvent, WindowName } from '../src/contract.ts'
import type { Clock, Instant, Journal, Random, VaultNews } from '../src/ports.ts'
import { createFiles } from '../src/store/write-out.ts'
import { uuidv7 } from '../src/uuid.ts'
import { journalIn } from './unit/store/journal-in.ts'

export const passphrase = 'a quiet place to breathe'

export const random: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

export interface TestClock extends Clock {
  /** Moves on by `ms`, running what comes due on the way, each at its own moment. */
  pass(ms: number): void
  /** Sets the wall clock, as a person or a time server would; what is due stays due. */
  set(iso: string): void
  move(zone: string): void
}

export function testClock(iso = '2026-11-22T14:00:00Z', startZone = 'Asia/Manila'): TestClock {
  let wall = Temporal.Instant.from(iso).epochMilliseconds
  let elapsed = 0
  let zone = startZone
  let timers: { at: number; run: () => void }[] = []

  return {
    now: () => wall,
    elapsed: () => elapsed,
    zone: () => zone,
    after(ms, run) {
      const timer = { at: elapsed + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    pass(ms) {
      const end = elapsed + ms
      for (;;) {
        const [next] = timers.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter((each) => each !== next)
        wall += next.at - elapsed
        elapsed = next.at
        next.run()
      }
      wall += end - elapsed
      elapsed = end
    },
    set: (to) => {
      wall = Temporal.Instant.from(to).epochMilliseconds
    },
    move: (to) => {
      zone = to
    },
  }
}

export interface Desk {
  folder: string
  clock: TestClock
  companion: Companion
  /** What the shell was told, and what windows heard, in order. */
  told: VaultNews[]
  heard: WindowEvent[]
  /** Calls a method as the window that may, and gives its value; a refusal throws its code. */
  ask<M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ): Promise<Output<VaultDoor, M>>
  raw(window: WindowName, message: unknown): Promise<Answer>
  /** Ends the companion as a lock does, and starts another over the same folder. */
  restart(): void
  [Symbol.dispose](): void
}

/** `through` stands between the companion and the real journal, to make its disk fail. */
export function openDesk(clock = testClock(), through = (journal: Journal) => journal): Desk {
  const place = mkdtempSync(join(tmpdir(), 'lull-desk-'))
  const told: VaultNews[] = []
  const heard: WindowEvent[] = []
  let lastId = 0
  const begin = () =>
    createCompanion({
      journal: through(journalIn(place, { clock })),
      clock,
      random,
      files: createFiles(place, random),
      shell: { tell: (news) => void told.push(news) },
      publish: (event) => void heard.push(event),
    })

  const desk: Desk = {
    folder: place,
    clock,
    told,
    heard,
    companion: begin(),
    raw: (window, message) => desk.companion.answer(window, message),
    async ask<M extends keyof VaultDoor>(
      window: WindowName,
      method: M,
      input: Input<VaultDoor, M>,
    ) {
      const answer = await desk.raw(window, { id: ++lastId, method, input })
      if (!answer.ok) throw new Error(answer.error.code)
      // The border between what travels as JSON and what the contract says it is.
      const value: Output<VaultDoor, M> = JSON.parse(JSON.stringify(answer.value))
      return value
    },
    restart() {
      desk.companion.hear({ kind: 'end' })
      desk.companion = begin()
    },
    [Symbol.dispose]() {
      desk.companion.hear({ kind: 'end' })
      rmSync(place, { recursive: true, force: true })
    },
  }
  return desk
}

/** A desk with an open journal. */
export async function openJournalDesk(clock?: TestClock): Promise<Desk> {
  const desk = openDesk(clock)
  await desk.ask('unlock', 'journal.create', { passphrase })
  return desk
}

/** An id as a page makes it, at an instant. */
export const idAt = (at: Instant): string => uuidv7(at, random)

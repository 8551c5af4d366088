/** A working day lived with the product's own policy, timers and all, on a clock that is told to go on. */
import type { CardAnswer, Clock, Reminders, VaultNews } from '../../src/ports.ts'
import type { Decision, PromptEvent } from '../../src/prompts/decision.ts'
import { longFrom } from '../../src/prompts/long-calls.ts'
import { createPrompts } from '../../src/prompts/prompts.ts'
import type { PromptSettings } from '../../src/prompts/state.ts'

/** One thing that happened, and what was decided on it. */
export interface Lived {
  /** Milliseconds since midnight of the day on which the shift began. */
  at: number
  /** In words; null where only a timer of Lull's own went off. */
  happened: string | null
  decisions: readonly Decision[]
}

export interface Scene {
  /** `22:00`, when the shift begins. */
  begins: string
  settings: PromptSettings
  reminders: Reminders
  /** Whether a pause is wanted after long calls, once thirty are known. */
  longCalls: boolean
  /** How the agent answers the cards, in turn; unanswered ones fade, and so do all that come after. */
  answers: readonly CardAnswer[]
}

export interface Desk {
  /** Goes on by so many seconds. */
  pass(seconds: number): void
  /** Something happens, in words, that the policy hears of. */
  hear(happened: string | null, event: PromptEvent): void
  /** A call that begins and, `seconds` later, ends; marked so many seconds after its beginning. */
  call(seconds: number, marked?: { after: number; words: string }): void
  choose(happened: string, change: Partial<PromptSettings>): void
  /** What happened so far. */
  lived: Lived[]
}

const fadesAfterMs = 30_000
const answersAfterMs = 4_000
const pauseMs = 60_000

export function sitDown({ begins, settings, reminders, longCalls, answers }: Scene): Desk {
  const [hours = 0, minutes = 0] = begins.split(':').map(Number)
  const midnight = Date.UTC(2026, 10, 22)
  const start = (hours * 60 + minutes) * 60_000
  const lived: Lived[] = []
  let elapsed = 0
  let timers: { at: number; run: () => void }[] = []
  let chosen = settings
  const durations: number[] = []
  let happening: string | null = null
  let cards = 0
  let cancelAnswer = () => {}

  const clock: Clock = {
    now: () => midnight + start + elapsed,
    elapsed: () => elapsed,
    zone: () => 'UTC',
    after(ms, run) {
      const timer = { at: elapsed + ms, run }
      timers.push(timer)
      return () => void (timers = timers.filter((each) => each !== timer))
    },
  }
  const prompts = createPrompts({
    clock,
    settings: () => chosen,
    tell,
    decided: (decisions) => lived.push({ at: start + elapsed, happened: happening, decisions }),
  })

  function tell(news: VaultNews) {
    if (news.kind === 'offer' || news.kind === 'withdraw') cancelAnswer()
    if (news.kind !== 'offer') return
    const answer = answers[cards++] ?? 'faded'
    cancelAnswer = clock.after(answer === 'faded' ? fadesAfterMs : answersAfterMs, () => {
      hear(null, { kind: 'answered', answer })
      if (answer === 'pause' || answer === 'breath') clock.after(pauseMs, () => prompts.paused())
    })
  }

  function hear(happened: string | null, event: PromptEvent) {
    happening = happened
    prompts.hear(event)
    happening = null
  }

  function pass(seconds: number) {
    const end = elapsed + seconds * 1000
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      timers = timers.filter((each) => each !== next)
      elapsed = next.at
      next.run()
    }
    elapsed = end
  }

  prompts.remind(reminders)
  return {
    lived,
    pass,
    hear,
    call(seconds, marked) {
      hear('a call begins', { kind: 'call-started', confirmed: true })
      if (marked) {
        pass(marked.after)
        hear(marked.words, { kind: 'marked', confirmed: true })
      }
      pass(seconds - (marked?.after ?? 0))
      hear('the call ends', { kind: 'call-ended', confirmed: true })
      durations.push(seconds * 1000)
      if (longCalls) chosen = { ...chosen, longFromMs: longFrom(durations) }
    },
    choose(happened, change) {
      chosen = { ...chosen, ...change }
      hear(happened, { kind: 'active' })
    },
  }
}

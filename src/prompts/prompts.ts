import type { Clock } from '../ports.ts'
import { decide, noPrompts, type PromptEvent, type PromptSettings } from './decide.ts'

export interface Prompts {
  hear(event: PromptEvent): void
  /** Said once a journal is open: its history knows whether a hook was ever connected. */
  hookSeen(): void
}

/** Keeps the policy's state and its one timer, and carries out what was decided. */
export function createPrompts(
  clock: Clock,
  settings: PromptSettings,
  offer: (asked: boolean) => void,
): Prompts {
  let state = noPrompts
  let cancel = () => {}

  function hear(event: PromptEvent) {
    const { state: next, decision } = decide(state, event, settings, clock.now())
    state = next
    if (decision.do === 'offer') offer(decision.asked)
    if (decision.do === 'hold') {
      cancel()
      cancel = clock.after(decision.until - clock.now(), () => hear({ kind: 'due' }))
    }
  }

  return {
    hear,
    hookSeen: () => {
      state = { ...state, hookSeen: true }
    },
  }
}

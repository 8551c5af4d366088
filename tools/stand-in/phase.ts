import { refuse } from './strict.ts'

/** How far the program has come: `ready` follows only once main's modules have been evaluated. */
let ready = false

export const isReady = (): boolean => ready

export function becomeReady(): void {
  ready = true
}

export function onlyAfterReady(what: string): void {
  if (!ready) refuse(`${what} can't be used before app is ready`)
}

export function onlyBeforeReady(what: string): void {
  if (ready) refuse(`${what} must be called before app is ready`)
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `LULL_FAULTS=full` asks for the whole of it (`npm run test:faults`); `npm test` takes a part. */
export const isFull = process.env['LULL_FAULTS'] === 'full'
export const sized = (short: number, full: number): number => (isFull ? full : short)

/** What one kind of trial has shown. */
export interface Figure {
  /** `kills`, `power cuts`, `imports`, …: what the table adds up by. */
  of: string
  during: string
  trials: number
  /** Entries that were acknowledged, over all trials, and those of them that were gone. */
  acknowledged: number
  lost: number
  /** What else must be none, by its name: journals shut, half imports, half backups. */
  none?: Readonly<Record<string, number>>
}
/** A protection that was switched off, and how it was seen that it was. */
export interface Mutant {
  mutant: string
  failed: boolean
  seen: string
}

let nth = 0

/** Prints a figure, and leaves it for the table of `npm run test:faults`. */
export function figure(one: Figure | Mutant): void {
  process.stdout.write(`${line(one)}\n`)
  const folder = process.env['LULL_FIGURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${process.pid}-${Date.now()}-${++nth}.json`), JSON.stringify(one))
}

function line(one: Figure | Mutant): string {
  if ('mutant' in one) return `without ${one.mutant}: ${one.failed ? one.seen : 'nothing was seen'}`
  const none = Object.entries(one.none ?? {}).map(([what, count]) => `, ${what}: ${count}`)
  const acknowledged = one.acknowledged > 0 ? ` of ${one.acknowledged} acknowledged` : ''
  return `${one.trials} ${one.of}, ${one.during}: lost: ${one.lost}${acknowledged}${none.join('')}`
}

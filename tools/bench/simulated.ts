/** The simulated figures: how often Lull's numbers are wrong, and how soon they are right. */
import { readFileSync, writeFileSync } from 'node:fs'
import { simulate } from '../simulation/figures.ts'
import type { Measured } from './figures.ts'

/** `doc`: the page whose table is written anew, or null. */
export function simulated(doc: string | null): Measured[] {
  const { figures, table } = simulate()
  process.stdout.write(`${table}\n`)
  if (doc !== null) writeFileSync(doc, withTable(readFileSync(doc, 'utf8'), table))
  return figures
}

/** The page with this table in the place of the first one in it. */
export const withTable = (page: string, table: string): string =>
  page.replace(/(?:^\|.*\n)+/m, () => table)

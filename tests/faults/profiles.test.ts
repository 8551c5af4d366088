import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { written } from '../../src/transfer/file.ts'
import { eachTable, settled } from '../../src/transfer/merge.ts'
import { tableNames, tableOf, type Contents } from '../../src/transfer/tables.ts'
import { passphrase } from '../desk.ts'
import { anyContents } from '../unit/transfer/any.ts'
import { bring, deskMaker, takenOut } from './bringing.ts'
import { figure, sized } from './figures.ts'

const runs = sized(20, 200)
const patience = sized(240_000, 1_200_000)
const asText = (contents: Contents) =>
  written({ exportedAt: '2026-11-22T14:00:00Z', settings: {}, contents })
const rowsOf = (contents: Contents) =>
  tableNames.reduce((sum, name) => sum + contents[name].length, 0)

/** Tables whose rows others name: each half needs them. */
const parents = new Set(tableNames.flatMap((name) => Object.values(tableOf(name).parents ?? {})))

/** Two halves of a journal, row by row as `toss` says; what either must have stands in both. */
function halves(contents: Contents, toss: readonly boolean[]): [Contents, Contents] {
  let nth = 0
  const inFirst = new Map(
    tableNames.map((name) => [name, contents[name].map(() => toss[nth++ % toss.length] ?? true)]),
  )
  const half = (first: boolean) =>
    eachTable((name) =>
      contents[name].filter((_, at) => parents.has(name) || inFirst.get(name)?.[at] === first),
    )
  return [half(true), half(false)]
}

describe('a generated journal', () => {
  it(
    'taken out, everything deleted, and brought in is the same; and so are two halves, in either order',
    async () => {
      const { desk: aDesk, outside } = await deskMaker()
      let [trials, rows] = [0, 0]
      await fc.assert(
        fc.asyncProperty(
          anyContents,
          fc.array(fc.boolean(), { minLength: 7, maxLength: 40 }),
          async (contents, toss) => {
            const expected = JSON.stringify(settled(contents))
            const path = join(outside, 'whole.json')
            writeFileSync(path, asText(contents))
            using desk = await aDesk()
            await bring(desk, path)
            const out = await takenOut(desk, outside)
            expect(out.tables).toBe(expected)
            await desk.ask('main', 'data.wipe', { sure: true })
            desk.restart()
            await desk.ask('unlock', 'journal.create', { passphrase })
            await bring(desk, out.path)
            expect((await takenOut(desk, outside)).tables).toBe(expected)

            const [one, other] = halves(settled(contents), toss)
            for (const order of [
              [one, other],
              [other, one],
            ]) {
              using merging = await aDesk()
              for (const half of order) {
                writeFileSync(path, asText(half))
                await bring(merging, path)
              }
              expect((await takenOut(merging, outside)).tables).toBe(expected)
            }
            trials++
            rows += rowsOf(contents)
          },
        ),
        { numRuns: runs, seed: 20_261_126 },
      )
      figure({
        of: 'journals taken out, wiped and brought in',
        during: `${rows} rows`,
        trials,
        acknowledged: 0,
        lost: 0,
      })
    },
    patience,
  )
})

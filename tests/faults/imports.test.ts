import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mostBytes, written } from '../../src/transfer/file.ts'
import type { Store } from '../../src/ports.ts'
import type { Desk } from '../desk.ts'
import { anyContents } from '../unit/transfer/any.ts'
import { bring, deskMaker, lookedAt, takenOut } from './bringing.ts'
import { figure, sized } from './figures.ts'
import { hostileFile } from './hostile.ts'
import { seeded } from './power-cut.ts'

const trials = sized(500, 10_000)
const patience = sized(240_000, 1_800_000)

/** What lies on the disk of a journal: database and log, to the byte. */
function bytesOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of ['journal.db', 'journal.db-wal']) {
    const path = join(folder, name)
    hash.update(existsSync(path) ? readFileSync(path) : '-')
  }
  return hash.digest('hex')
}
const copiesOf = (folder: string) => {
  const backups = join(folder, 'backups')
  return existsSync(backups) ? readdirSync(backups).toSorted().join() : ''
}

/** Changes nothing, not even the log, and makes no copy. */
async function refused(desk: Desk & { journal: string }, path: string) {
  const before = [bytesOf(desk.journal), copiesOf(desk.journal)]
  const looked = await lookedAt(desk, path)
  expect([bytesOf(desk.journal), copiesOf(desk.journal)]).toEqual(before)
  return looked.problem
}

/** Plans come after shifts and notes: the first of those finds no room. */
const withoutRoom = (store: Store): Store => ({
  ...store,
  prepare<Row>(sql: string) {
    const statement = store.prepare<Row>(sql)
    if (!/^\s*INSERT INTO plan /.test(sql)) return statement
    const run = () => {
      throw new Error('no room')
    }
    return { ...statement, run }
  },
})

describe('a file that somebody made up', () => {
  it(
    'is refused and changes nothing, or is taken whole and comes out again as it went in',
    async () => {
      const { desk: aDesk, outside } = await deskMaker()
      const contents = fc.sample(anyContents, { numRuns: 60, seed: 20_261_126 })
      const valid = contents.map((each) =>
        written({ exportedAt: '2026-11-22T14:00:00Z', settings: { gap: '45s' }, contents: each }),
      )
      const toss = seeded(1897)
      const path = join(outside, 'made-up.json')
      const counts = { taken: 0, refused: 0, crashed: 0, half: 0, different: 0 }
      const problems = new Map<string, number>()
      const odd: string[] = []
      let desk: (Desk & { journal: string }) | null = null
      for (let nth = 0; nth < trials; nth++) {
        // Now and then an empty journal, so that what was taken before doesn't hide what is new.
        if (nth % 40 === 0) {
          desk?.[Symbol.dispose]()
          desk = await aDesk()
        }
        if (!desk) throw new Error('no desk')
        const { what, text } = hostileFile(valid[Math.floor(toss() * valid.length)] ?? '', toss)
        writeFileSync(path, text)
        const before = [bytesOf(desk.journal), copiesOf(desk.journal)]
        const unchanged = () =>
          before[0] === bytesOf(desk?.journal ?? '') && before[1] === copiesOf(desk?.journal ?? '')
        try {
          const looked = await lookedAt(desk, path)
          if (!unchanged()) counts.half++
          if (looked.problem) {
            counts.refused++
            problems.set(looked.problem.what, (problems.get(looked.problem.what) ?? 0) + 1)
            continue
          }
          const held = await takenOut(desk, outside)
          try {
            await desk.ask('main', 'data.bring', { id: looked.found.id })
          } catch (error) {
            if ((await takenOut(desk, outside)).tables !== held.tables) counts.half++
            throw error
          }
        } catch (error) {
          counts.crashed++
          odd.push(`${what}: ${String(error)}`)
          continue
        }
        counts.taken++
        const out = await takenOut(desk, outside)
        // What is there is what the file has: bringing in the file, or all of it, once more changes nothing.
        for (const again of [path, out.path]) {
          const looked = await lookedAt(desk, again)
          const changes = looked.problem
            ? [1]
            : Object.values({ ...looked.found.added, ...looked.found.changed })
          if (changes.some((count) => count > 0)) {
            counts.different++
            odd.push(`${what}: not the same once more`)
          }
        }
        if (counts.taken % 5 > 0) continue
        using other = await aDesk()
        await bring(other, out.path)
        if ((await takenOut(other, outside)).tables !== out.tables) {
          counts.different++
          odd.push(`${what}: not the same elsewhere`)
        }
      }
      desk?.[Symbol.dispose]()
      const { crashed, half, different } = counts
      figure({
        of: 'imports',
        during: `generated and hostile: ${counts.taken} taken, ${counts.refused} refused`,
        trials,
        acknowledged: 0,
        lost: 0,
        none: { crashed, half, different },
      })
      expect(odd.slice(0, 20)).toEqual([])
      expect({ crashed, half, different }).toEqual({ crashed: 0, half: 0, different: 0 })
      expect(counts.taken).toBeGreaterThan(trials / 20)
      expect(counts.refused).toBeGreaterThan(trials / 4)
      expect([...problems.keys()].toSorted()).toEqual(
        ['newer', 'not-json', 'not-ours', 'row', 'settings', 'table', 'too-deep'].toSorted(),
      )
    },
    patience,
  )

  it('that the disk has no room for half way is not there at all; without the one transaction half of it would be', async () => {
    const { desk: aDesk, outside } = await deskMaker()
    const [contents] = fc.sample(anyContents, { numRuns: 1, seed: 4 })
    if (!contents) throw new Error('nothing was made')
    const path = join(outside, 'no-room.json')
    const exportedAt = '2026-11-22T14:00:00Z'
    writeFileSync(path, written({ exportedAt, settings: {}, contents }))
    const left = async (through: (store: Store) => Store) => {
      using desk = await aDesk((store) => through(withoutRoom(store)))
      const before = await takenOut(desk, outside)
      await expect(bring(desk, path)).rejects.toThrow('failed')
      return (await takenOut(desk, outside)).tables === before.tables ? 'nothing' : 'half'
    }
    const mutant = await left((store) => ({ ...store, write: (work) => work() }))
    figure({
      mutant: 'the one transaction of an import',
      failed: mutant === 'half',
      seen: `${mutant} of it was there`,
    })
    expect(await left((store) => store)).toBe('nothing')
    expect(mutant).toBe('half')
  })

  it('that is larger than any journal, or nested deeper, is refused and changes nothing', async () => {
    const { desk: aDesk, outside } = await deskMaker()
    const path = join(outside, 'large.json')
    writeFileSync(path, '')
    truncateSync(path, mostBytes + 1)
    using desk = await aDesk()
    expect(await refused(desk, path)).toEqual({ what: 'too-large' })
    writeFileSync(path, '['.repeat(20_000_000))
    expect(await refused(desk, path)).toEqual({ what: 'too-deep' })
  })
})

import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import type { Place } from '../place/kinds.ts'
import { isHeldAsStick } from '../place/place.ts'
import { computerIdIn } from './computer-id.ts'
import { readSmallFile, replaceFile } from './durable.ts'
import { withStoreErrors } from './errors.ts'
import {
  arrive,
  dropCopy,
  isBeingWiped,
  isSame,
  isWhole,
  journalIdIn,
  leave,
  leaveDeleted,
} from './move.ts'

/**
 * Where the journal lies, in a file of its own: device.json begins anew where it is broken, and a journal that
 * nobody knows of any more would be lost. The steps of a move are those of move.ts.
 */
export interface JournalPlace {
  folder(): string
  /** It lies where Lull puts it. */
  isUsual(): boolean
  /** How the next vault keeps it. */
  start(): VaultStart
  /** Step 1 of a move. Throws a code where that can't be written down. */
  copying(to: string): void
  /**
   * Steps 3 to 6. False where the copy could not take its name: the journal is where it was then. So it is where 3
   * can't be written down, which throws.
   */
  copied(): Promise<boolean>
  /** The copy could not be made. */
  notCopied(): void
  /** The journal was found in this folder. */
  found(folder: string): Promise<void>
  /** There is no journal any more: the next one begins where Lull puts it. */
  wiped(): void
  /** Its place is gone for good: the next one begins where Lull puts it. Throws a code where that can't be written down. */
  forgotten(): Promise<void>
}

/** What a vault is told at its beginning. */
export interface VaultStart {
  folder: string
  /** Lull's own folder: nothing in it is written over by what is taken out. */
  own: string
  isStick: boolean
  /** It was moved there: where it is missing, its place is. */
  isPlaced: boolean
  /** This computer's id, for `journal.open`; null where it has none. */
  computerId: string | null
}

/** Paths are relative to Lull's folder where both are carried together. */
export interface Kept {
  /** Null: where Lull puts it. */
  folder: string | null
  /** It has its name there. Until then the one that is left may still be it. */
  arrived: boolean
  /** New places of moves whose copy isn't whole yet, or didn't become the journal: it is to be dropped. */
  copying: readonly string[]
  /** Old places of moves, the last one last: what lies there is to be deleted. */
  leaving: readonly Left[]
}

export interface Left {
  folder: string
  /** The id in its key file; null where that couldn't be read. */
  journal: string | null
  /** The journal was deleted meanwhile. */
  wiped: boolean
}

const usual: Kept = { folder: null, arrived: true, copying: [], leaving: [] }
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_768))
const schema = v.object({
  version: v.literal(2),
  folder: v.nullable(path),
  arrived: v.boolean(),
  copying: v.array(path),
  leaving: v.array(v.object({ folder: path, journal: v.nullable(v.string()), wiped: v.boolean() })),
})
/** It knew of one move at a time. */
const schemaBefore = v.object({
  version: v.literal(1),
  folder: v.nullable(path),
  copying: v.nullable(path),
  leaving: v.nullable(path),
})

/** Pure: what the file says; null for one that can't be read. */
export function parseKept(text: string): Kept | null {
  try {
    const parsed = v.safeParse(v.variant('version', [schema, schemaBefore]), JSON.parse(text))
    if (!parsed.success) return null
    const { output } = parsed
    if (output.version === 2) {
      const { version: _version, ...kept } = output
      return kept
    }
    const { folder, copying, leaving } = output
    return {
      folder,
      // Nobody wrote it down, so it may have been written to at its new place.
      arrived: true,
      copying: copying === null ? [] : [copying],
      leaving: leaving === null ? [] : [{ folder: leaving, journal: null, wiped: false }],
    }
  } catch {
    return null
  }
}

/** Pure: relative where Lull is carried about and the folder lies beside it, so that another drive letter does no harm. */
export function keptPath(folder: string, own: string, isCarried: boolean): string {
  const way = relative(dirname(own), folder)
  const isBeside = !isAbsolute(way) && !/^\.\.([\\/]|$)/.test(way)
  return isCarried && isBeside ? relative(own, folder) : folder
}

export interface PlaceOptions {
  /** Lull's own folder, which holds the file. */
  own: string
  /** Where Lull puts a journal. */
  usual: string
  /** Lull is carried about in its own folder. */
  isCarried: boolean
  /** Asks the system what a folder lies on. */
  read: (folder: string) => Promise<Place>
}

/** Reads the place, and finishes a move that was cut. */
export async function openJournalPlace(options: PlaceOptions): Promise<JournalPlace> {
  const { own, isCarried } = options
  const file = join(own, 'journal-place.json')
  const read = existsSync(file) ? parseKept(readText(file)) : usual
  let kept = read ?? usual
  // A file that can't be read says at least that there was something to be said.
  let isUnread = read === null
  const computerId = computerIdIn(own, isCarried)
  let isStick = false
  /** Where the copy goes that is being made. */
  let going: string | null = null

  const whole = (place: string) => resolve(own, place)
  const folder = () => (kept.folder === null ? options.usual : whole(kept.folder))
  const keptOf = (place: string) =>
    place === options.usual ? null : keptPath(place, own, isCarried)
  function keep(next: Kept) {
    replaceFile(file, `${JSON.stringify({ version: 2, ...next }, null, 2)}\n`, () => {})
    kept = next
  }
  const without = (copies: readonly string[], to: string) =>
    copies.filter((each) => !isSame(whole(each), to))

  async function look() {
    isStick = isHeldAsStick(await options.read(folder()), kept.folder === null && !isCarried)
  }

  /** Goes on at 4. What can't be done now is done at the next start. False where there is no way but back. */
  function finish(): boolean {
    const isThere = goOn()
    leaveOld()
    dropCopies()
    return isThere
  }

  function goOn(): boolean {
    const last = kept.leaving.at(-1)
    if (!last || last.wiped) return true
    const [from, to] = [whole(last.folder), folder()]
    const came = arrive(from, to, kept.arrived)
    if (came === 'there' && !kept.arrived) {
      // Also where it can't be written down: then the one that is left must go all the more.
      kept = { ...kept, arrived: true }
      quietly(() => keep(kept))
    }
    if (came !== 'back') return true
    const copying = [...without(kept.copying, to), keptPath(to, own, isCarried)]
    const back = {
      folder: keptOf(from),
      arrived: true,
      copying,
      leaving: kept.leaving.slice(0, -1),
    }
    quietly(() => {
      // Without a copy the next start comes to the same, whether or not this can be written down.
      if (dropCopy(to)) kept = back
    })
    quietly(() => keep(back))
    return false
  }

  /** Step 5, wherever it is owed, and 6. */
  function leaveOld() {
    const to = folder()
    const [now, isDeleted] = [journalIdIn(to), isBeingWiped(to)]
    const leaving = kept.leaving.map((each) => ({
      ...each,
      journal: each.journal ?? now,
      // A wipe that was cut is finished by the vault, which doesn't know of these.
      wiped: each.wiped || isDeleted,
    }))
    const owed = leaving.filter((each) => !isLeft(each, to))
    const next = { ...kept, leaving: owed }
    if (isDeepStrictEqual(next, kept)) return
    kept = next
    quietly(() => keep(next))
  }

  function isLeft({ folder: left, journal, wiped }: Left, to: string): boolean {
    const from = whole(left)
    try {
      return wiped ? leaveDeleted(from, journal) : isWhole(to) && leave(from, to)
    } catch {
      // What is left where the journal lies, the vault goes on with before it opens one there.
      return wiped && isSame(from, to) && isBeingWiped(from)
    }
  }

  function dropCopies() {
    const copying = kept.copying.filter((each) => {
      const to = whole(each)
      // Before step 4 it is the journal, by whatever other path it is known as well.
      if (!kept.arrived && isSame(to, folder())) return true
      try {
        return !dropCopy(to)
      } catch {
        return true
      }
    })
    if (copying.length === kept.copying.length) return
    kept = { ...kept, copying }
    quietly(() => keep(kept))
  }

  finish()
  await look()

  return {
    folder,
    isUsual: () => kept.folder === null,
    start: () => ({
      folder: folder(),
      own,
      isStick,
      isPlaced: kept.folder !== null || isUnread,
      computerId,
    }),
    copying(to) {
      const copying = [...without(kept.copying, to), keptPath(to, own, isCarried)]
      withStoreErrors(() => keep({ ...kept, copying }))
      going = to
    },
    async copied() {
      if (going === null) return false
      const [before, from, to] = [kept, folder(), going]
      going = null
      const left = {
        folder: keptPath(from, own, isCarried),
        journal: journalIdIn(from),
        wiped: false,
      }
      const others = before.leaving.filter((each) => !isSame(whole(each.folder), to))
      try {
        keep({
          folder: keptOf(to),
          arrived: false,
          copying: without(before.copying, to),
          leaving: [...others, left],
        })
      } catch (error) {
        // It may stand there all the same. Then the next start goes back, as it finds no copy.
        quietly(() => keep(before))
        dropCopies()
        throw error
      }
      const isThere = finish()
      await look()
      return isThere
    },
    notCopied() {
      going = null
      dropCopies()
    },
    async found(place) {
      const last = kept.arrived ? undefined : kept.leaving.at(-1)
      const isLast = last !== undefined && isSame(whole(last.folder), place)
      keep({
        folder: keptOf(place),
        arrived: true,
        copying: isLast
          ? [...without(kept.copying, folder()), keptPath(folder(), own, isCarried)]
          : kept.copying,
        // One whose twin never arrived isn't deleted for another's sake.
        leaving: kept.leaving.filter((each) => each !== last && !isSame(whole(each.folder), place)),
      })
      await look()
    },
    wiped() {
      isUnread = false
      going = null
      isStick = false
      const leaving = kept.leaving.map((each) => ({ ...each, wiped: true }))
      kept = { ...usual, copying: kept.copying, leaving }
      quietly(() => keep(kept))
      leaveOld()
      dropCopies()
    },
    async forgotten() {
      // What is still owed elsewhere stays owed; what may lie at the usual place is nobody's twin any more.
      const leaving = kept.leaving.filter((each) => !isSame(whole(each.folder), options.usual))
      withStoreErrors(() => keep({ ...usual, copying: kept.copying, leaving }))
      isUnread = false
      await look()
    },
  }
}

/** No place that Lull wrote comes near. */
const longestFile = 64 * 1024

function readText(file: string): string {
  try {
    return readSmallFile(file, longestFile) ?? ''
  } catch {
    return ''
  }
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // What is left is written down, and tried again at the next start.
  }
}

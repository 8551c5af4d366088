import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import * as v from 'valibot'
import type { Place } from '../place/kinds.ts'
import { isHeldAsStick } from '../place/place.ts'
import { replaceFile } from './durable.ts'
import { withStoreErrors } from './errors.ts'
import { dropCopy, finishMove } from './move.ts'

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
  /** Steps 3 to 6. Throws where 3 can't be written down; the journal is where it was then. */
  copied(): Promise<void>
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
}

/** Paths are relative to Lull's folder where both are carried together. */
export interface Kept {
  /** Null: where Lull puts it. */
  folder: string | null
  /** The new place of a move whose copy isn't whole yet. */
  copying: string | null
  /** The old place of a move, which is to be deleted. */
  leaving: string | null
}

const usual: Kept = { folder: null, copying: null, leaving: null }
const path = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(32_768)))
const schema = v.object({
  version: v.literal(1),
  folder: path,
  copying: path,
  leaving: path,
})

/** Pure: what the file says; null for one that can't be read. */
export function parseKept(text: string): Kept | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text))
    if (!parsed.success) return null
    const { version: _version, ...kept } = parsed.output
    return kept
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
  let isStick = false

  const whole = (place: string) => resolve(own, place)
  const folder = () => (kept.folder === null ? options.usual : whole(kept.folder))
  const keptOf = (place: string) =>
    place === options.usual ? null : keptPath(place, own, isCarried)
  function keep(next: Kept) {
    replaceFile(file, `${JSON.stringify({ version: 1, ...next }, null, 2)}\n`, () => {})
    kept = next
  }

  async function look() {
    isStick = isHeldAsStick(await options.read(folder()), kept.folder === null && !isCarried)
  }

  /** What can't be done now is done at the next start. */
  async function finish() {
    quietly(() => {
      if (kept.copying === null) return
      const to = whole(kept.copying)
      // A stick that isn't there may come back with the half of a copy on it.
      if (!existsSync(dirname(to))) return
      dropCopy(to)
      keep({ ...kept, copying: null })
    })
    quietly(() => {
      if (kept.leaving === null) return
      const from = whole(kept.leaving)
      const came = finishMove(from, folder())
      if (came === 'left') keep({ ...kept, leaving: null })
      if (came === 'back') keep({ ...usual, folder: keptOf(from) })
    })
    await look()
  }
  await finish()

  return {
    folder,
    isUsual: () => kept.folder === null,
    start: () => ({
      folder: folder(),
      own,
      isStick,
      isPlaced: kept.folder !== null || isUnread,
    }),
    copying: (to) =>
      withStoreErrors(() => keep({ ...kept, copying: keptPath(to, own, isCarried) })),
    async copied() {
      if (kept.copying === null) return
      const to = whole(kept.copying)
      keep({ folder: keptOf(to), copying: null, leaving: keptPath(folder(), own, isCarried) })
      await finish()
    },
    notCopied: () => quietly(() => keep({ ...kept, copying: null })),
    async found(place) {
      keep({ ...kept, folder: keptOf(place) })
      await look()
    },
    wiped() {
      kept = usual
      isUnread = false
      isStick = false
      quietly(() => keep(usual))
    },
    async forgotten() {
      withStoreErrors(() => keep(usual))
      isUnread = false
      await look()
    },
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
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

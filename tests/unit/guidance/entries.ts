import { entry, type Entry } from '../../../renderer/i18n/guide/entries.ts'
import { places } from '../../../src/guidance/guide.ts'
import type { Work } from '../../../src/settings/choices.ts'

/** Every page of the guide as it reads for one channel. */
export const entriesFor = (work: Work): Entry[] => places.map((place) => entry(place, work))

/** Everything that stands on a page, headings included. */
export const wordsOn = ({ title, point, sections }: Entry): string[] =>
  [title, point, ...sections.flatMap(({ heading, texts }) => [heading, ...texts])].filter(
    (text) => text !== '',
  )

/** All simulated figures of statistics.md, section 8, and the table of docs/watch.md. */
import type { odds } from '../../src/trends/odds.ts'
import type { Measured } from '../bench/figures.ts'
import { chancePauses, factors, loads, tags } from './factors.ts'
import { cusum, rankWatch, textbookEwma, widenedEwma, type Scheme } from './schemes.ts'
import {
  afterSpell,
  falseNotes,
  found,
  lognormal,
  mixed,
  nightBlocks,
  plain,
  quarter,
  threeSeries,
  year,
  type FalseNotes,
  type Found,
} from './watch.ts'

/** How many people each of them takes; seeds are fixed, so that a run is like the one before. */
const people = 4000
const manyPeople = 20_000
const seed = 1

interface Row {
  name: string
  quarter: FalseNotes
  year: FalseNotes
  mix: FalseNotes
  early: Found
  later: Found
}

export interface Simulated {
  figures: Measured[]
  /** The watch beside the others, in Markdown. */
  table: string
  /** What `src/trends/odds.ts` says, worked out anew, unrounded. */
  odds: Record<keyof typeof odds, number>
}

export function simulate(): Simulated {
  const watch = rankWatch(1)
  const at = (phi: number) => falseNotes(watch, plain(phi), quarter, people, seed)
  const none = at(0)
  const strong = at(0.5)
  const rows = [
    rowOf('rank watch', watch),
    rowOf('widened EWMA, frozen', widenedEwma),
    rowOf('textbook EWMA', textbookEwma),
    rowOf('CUSUM', cusum),
  ]
  const [ours] = rows
  if (!ours) throw new RangeError('no rows')
  const mix = falseNotes(watch, mixed, quarter, manyPeople, seed)
  const mixYear = falseNotes(watch, mixed, year, manyPeople, seed)
  const skew = falseNotes(watch, plain(0.3), quarter, people, seed, lognormal)
  const kinds = falseNotes(watch, plain(0.3), quarter, people, seed, nightBlocks)
  const fall = found(watch, plain(0.3), -1, 60, people, seed)
  const ofTwo = (after: number) => found(rankWatch(2), plain(0.3), 1, after, people, seed)
  const laterOfTwo = ofTwo(60)
  const spell = afterSpell(watch, people, seed)
  const nothing = factors({
    factors: 12,
    truly: [],
    size: 0,
    phi: 0.5,
    psi: 0.8,
    people: 2000,
    seed,
  })
  const two = factors({
    factors: 12,
    truly: [0, 1],
    size: 0.8,
    phi: 0.3,
    psi: 0,
    people: 1000,
    seed,
  })
  const load = { people, seed, stressStep: 1, link: 0 }
  const harsh = loads({ ...load, loadStep: 2 })

  const figures: Measured[] = [
    { id: 'watch.false.0', value: none.rise },
    { id: 'watch.false.3', value: ours.quarter.rise },
    { id: 'watch.false.5', value: strong.rise },
    { id: 'watch.either.3', value: ours.quarter.either },
    { id: 'watch.either.mix', value: mix.either },
    { id: 'watch.year.3', value: ours.year.either },
    { id: 'watch.year.mix', value: mixYear.either },
    { id: 'watch.skew', value: skew.rise },
    { id: 'watch.kinds', value: kinds.either },
    { id: 'watch.series3', value: threeSeries(rankWatch(3), people, seed) },
    { id: 'watch.detect', value: ours.later.share },
    { id: 'watch.delay', value: ours.later.ofAll },
    { id: 'watch.detect.early', value: ours.early.share },
    { id: 'watch.delay.early', value: ours.early.ofFound },
    { id: 'watch.fall', value: fall.share },
    { id: 'watch.spell', value: spell.share },
    { id: 'factor.false', value: nothing.anyFalse },
    { id: 'factor.cover', value: nothing.cover },
    { id: 'factor.power', value: two.found },
    { id: 'note.false', value: tags(16, 1000, seed) },
    {
      id: 'helps.false',
      value: chancePauses(2, people, seed),
      note: 'looked at after every pause',
    },
    {
      id: 'workload.false',
      value: loads({ ...load, loadStep: 1 }),
      note: `both step by 1 SD; ${harsh.toFixed(3)} where load steps by 2`,
    },
    {
      id: 'workload.found',
      value: loads({ ...load, link: 0.5, stressStep: 0, loadStep: 2 }),
    },
  ]
  return {
    figures,
    table: tableOf(rows),
    odds: {
      quarter: 1 / mix.either,
      year: 1 / mixYear.either,
      quarterHigher: 1 / mix.rise,
      yearHigher: 1 / mixYear.rise,
      quarterInWaves: 1 / at(0.6).either,
      foundAtTheStart: ours.early.share * 100,
      foundLater: ours.later.share * 100,
      typicalDelay: ours.later.ofAll,
      foundAtTheStartOfTwo: ofTwo(20).share * 100,
      foundLaterOfTwo: laterOfTwo.share * 100,
      typicalDelayOfTwo: laterOfTwo.ofAll,
      falseLink: 1 / nothing.anyFalse,
    },
  }
}

function rowOf(name: string, scheme: Scheme): Row {
  return {
    name,
    quarter: falseNotes(scheme, plain(0.3), quarter, people, seed),
    year: falseNotes(scheme, plain(0.3), year, people, seed),
    mix: falseNotes(scheme, mixed, quarter, people, seed),
    early: found(scheme, plain(0.3), 1, 20, people, seed),
    later: found(scheme, plain(0.3), 1, 60, people, seed),
  }
}

function tableOf(rows: readonly Row[]): string {
  const share = (value: number) => value.toFixed(3)
  const delay = ({ share: told, ofAll }: Found) =>
    `${told.toFixed(2)} @${Number.isFinite(ofAll) ? ofAll : '–'}`
  const cells = rows.map(({ name, quarter: three, year: twelve, mix, early, later }) => [
    name,
    `${share(three.rise)} / ${share(three.either)}`,
    `${share(twelve.rise)} / ${share(twelve.either)}`,
    `${share(mix.rise)} / ${share(mix.either)}`,
    delay(early),
    delay(later),
  ])
  const head = [
    'scheme',
    'false in 60 shifts, rise / either',
    'in 220',
    'in 60, mix of people',
    '+1 SD after 20, found @ median',
    '+1 SD after 60',
  ]
  const widths = head.map((title, at) =>
    Math.max(title.length, ...cells.map((line) => line[at]?.length ?? 0)),
  )
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...cells].map((line) =>
    line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | '),
  )
  return `${lines.map((line) => `| ${line} |`).join('\n')}\n`
}

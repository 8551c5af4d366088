/** A figure of design.md, section 6, and how a bench gives it. */
export interface Figure {
  id: string
  /** Null where it isn't measured; `runtime` then says why. */
  value: number | null
  unit: string
  /** Null where the figure is only told. */
  bound: number | null
  /** Null where nothing was measured, or nothing is bound. */
  ok: boolean | null
  runtime: string
}

export interface Measured {
  id: FigureId
  /** Null where this runtime can't give it; `note` then says why. */
  value: number | null
  /** What a reader needs beside the number, such as the disk. */
  note?: string
  /** Where it isn't the bench's own Node. */
  runtime?: string
}

type Row = readonly [unit: string, bound: number | null, lowerIsBad: boolean, unmeasured: string]

const electron = 'not measured here'
const most = (unit: string, bound: number | null, unmeasured = ''): Row => [
  unit,
  bound,
  false,
  unmeasured,
]
const least = (unit: string, bound: number, unmeasured = ''): Row => [unit, bound, true, unmeasured]

/** Every figure, in the order of design.md and then of statistics.md; what needs the real Electron says so. */
export const figures = {
  'save.ratio': most('×', 1.5),
  'save.p99': most('ms', 16),
  'trends.growth': most('×', 1.2),
  'trends.p95': most('ms', 50),
  'search.ratio': most('×', 1.3),
  'search.p95': most('ms', 30),
  'journal.p95': most('ms', null),
  'door.p95': most('ms', 2),
  'main.block': most('ms', 16, electron),
  'pacer.p99': most('ms', 10),
  'pacer.blocked.p99': most('ms', 17),
  'pacer.blocked.frames': least('share', 0.8),
  'pacer.offset': most('ms', null),
  'pacer.naive.frames': most('share', null),
  'pacer.frame': most('ms', 0.5),
  'bundle.pause': most('kB', 90),
  'bundle.note': most('kB', 90),
  'bundle.card': most('kB', 90),
  'bundle.over': most('kB', 22),
  'start.ratio': most('×', 1.5, electron),
  'open.ratio': most('×', 1, electron),
  'idle.cpu': most('%', 0.1, electron),
  'idle.wakeups': most('timers', 2),
  'idle.rss': most('MB', null, electron),
  'watch.false.0': most('share', 0.02),
  'watch.false.3': most('share', 0.06),
  'watch.false.5': most('share', 0.125),
  'watch.either.3': most('share', 0.115),
  'watch.either.mix': most('share', 0.14),
  'watch.year.3': most('share', 0.32),
  'watch.year.mix': most('share', 0.345),
  'watch.skew': most('share', 0.075),
  'watch.kinds': most('share', 0.125),
  'watch.series3': most('share', 0.12),
  'watch.detect': least('share', 0.89),
  'watch.delay': most('shifts', 24),
  'watch.detect.early': least('share', 0.72),
  'watch.delay.early': most('shifts', 21),
  'watch.fall': least('share', 0.89),
  'watch.spell': least('share', 0.79),
  'factor.false': most('share', 0.08),
  'factor.cover': least('share', 0.93),
  'factor.power': least('share', 0.8),
  'note.false': most('share', 0.1),
  'helps.false': most('share', 0.03),
  'workload.false': most('share', 0.01),
  'workload.found': least('share', 0.91),
} satisfies Record<string, Row>
export type FigureId = keyof typeof figures

/** All figures, those that were measured with their value. */
export function withMeasured(measured: readonly Measured[], runtime: string): Figure[] {
  return Object.entries<Row>(figures).map(([id, [unit, bound, lowerIsBad, unmeasured]]) => {
    const found = measured.find((each) => each.id === id)
    const value = found?.value ?? null
    if (value === null)
      return { id, value, unit, bound, ok: null, runtime: unmeasured || 'left out of this run' }
    const ok = bound === null ? null : lowerIsBad ? value >= bound : value <= bound
    return { id, value, unit, bound, ok, runtime: found?.runtime ?? runtime }
  })
}

/** The figures as lines of a table. */
export function table(all: readonly Figure[], measured: readonly Measured[]): string {
  const lines = all.map(({ id, value, unit, bound, ok, runtime }) =>
    [
      id.padEnd(22),
      (value === null ? runtime : `${shown(value)} ${unit}`).padEnd(22),
      (bound === null ? 'told' : `bound ${bound}`).padEnd(12),
      (ok === null ? '' : ok ? 'ok' : 'OVER').padEnd(5),
      measured.find((each) => each.id === id)?.note ?? '',
    ]
      .join(' ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** The middle of some numbers, or what lies above this share of them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new RangeError('no values')
  return value
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

import { useMemo } from 'react'
import {
  CartesianGrid,
  ReferenceArea,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts'
import type {
  ShiftKind,
  Trends,
  TrendShift,
  WatchedSeries,
  WatchNow,
} from '../../../src/contract.ts'
import { shiftKinds } from '../../../src/trends/watch.ts'
import { markName } from '../../i18n/main/trends.ts'
import { dayMonthOf, monthOf, monthYearOf } from '../../i18n/times.ts'
import { dayAt, dotsOf, isShort, linesOf, marksIn, spanOf, ticksOf } from './dots.ts'
import { markerOf } from './Markers.tsx'

const ticks = [0, 5, 10]
const letters = { fill: 'var(--quiet)', fontSize: 13 }
/** From here on dots are drawn small. */
const manyDots = 300
const yearMs = 366 * 86_400_000

/**
 * A dot a shift on one fixed scale; the usual range as a band and the slow average as a line, both only
 * once there is a baseline; what went on around it behind them. Nothing is made up between dots.
 */
export const StressChart = ({ trends }: { trends: Trends }) => (
  <ShiftsChart trends={trends} of="stress" />
)

type Drawn = Pick<TrendShift, 'shiftDate' | 'stress' | 'line' | 'ratedBy' | 'addedLater' | 'kind'>
interface ShiftsChartProps {
  trends: Pick<Trends, 'marks' | 'today' | 'weeks'> & {
    shifts: readonly Drawn[]
    watch: Pick<WatchNow, 'usual'>
  }
  of: WatchedSeries
}

/** The same chart for either series: `stress` of a shift is the value that is drawn. */
export function ShiftsChart({ trends, of }: ShiftsChartProps) {
  const { shifts, watch, marks, today, weeks } = trends
  const span = spanOf(today, weeks, shifts[0]?.shiftDate)
  const dots = dotsOf(shifts)
  const small = dots.length > manyDots
  const shapes = useMemo(() => shapesOf(small, of), [small, of])
  const { usual } = watch
  const bandFrom = usual && Math.max(span[0], dayAt(usual.from))
  const named = isShort(span) ? dayMonthAt : span[1] - span[0] > yearMs ? monthYearOf : monthOf
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ScatterChart accessibilityLayer={false} margin={{ top: 12, right: 12, bottom: 0, left: 0 }}>
        {marksIn(marks, span).map(({ id, kind, starts, ends, row }) => (
          <ReferenceArea
            key={id}
            x1={starts}
            x2={ends}
            y1={0}
            y2={10}
            fill="var(--mist)"
            fillOpacity={0.32}
            stroke="none"
            label={{
              value: markName(kind),
              position: 'insideTopLeft',
              dy: row * 16,
              fill: 'var(--quiet)',
              fontSize: 13,
            }}
          />
        ))}
        {usual && bandFrom !== null && (
          <ReferenceArea
            x1={bandFrom}
            x2={span[1]}
            y1={Math.max(0, usual.low - thin(usual))}
            y2={Math.min(10, usual.high + thin(usual))}
            fill="var(--soft)"
            fillOpacity={0.85}
            stroke="none"
            className={of === 'stress' ? 'usual-range' : 'usual-energy'}
          />
        )}
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="at"
          domain={[...span]}
          ticks={ticksOf(span)}
          tickFormatter={named}
          tick={letters}
          axisLine={false}
          tickLine={false}
          height={28}
        />
        <YAxis
          type="number"
          dataKey="stress"
          domain={[0, 10]}
          ticks={ticks}
          tick={letters}
          axisLine={false}
          tickLine={false}
          width={32}
        />
        {linesOf(shifts).map((piece) => (
          <Scatter
            key={piece[0]?.at}
            data={piece.map(({ at, line }) => ({ at, stress: line }))}
            line={{ stroke: 'var(--quiet)', strokeWidth: 2 }}
            shape={Nothing}
            isAnimationActive={false}
          />
        ))}
        {shapes.map(({ kind, hollow, shape }) => (
          <Scatter
            key={`${kind} ${hollow}`}
            data={dots.filter((dot) => dot.kind === kind && dot.hollow === hollow)}
            shape={shape}
            isAnimationActive={false}
          />
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  )
}

const dayMonthAt = (at: number) => dayMonthOf(new Date(at).toISOString().slice(0, 10))
const Nothing = () => <g />
/** A usual of one value only is still a band. */
const thin = ({ low, high }: { low: number; high: number }) => (low === high ? 0.1 : 0)

const shapesOf = (small: boolean, of: WatchedSeries) =>
  shiftKinds.flatMap((kind: ShiftKind) =>
    [true, false].map((hollow) => ({ kind, hollow, shape: markerOf(kind, hollow, small, of) })),
  )

import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { dayMonthOf, monthYearOf } from '../../i18n/times.ts'
import { countTicks, dayAt, type Made } from './dots.ts'
import { Hatch, pieceOf } from './Fills.tsx'

const letters = { fill: 'var(--quiet)', fontSize: 13 }

/** What each part of a bar is drawn in, from the bottom up. */
export const madeFills = { good: 'full', ok: 'half', hard: 'hatched' } as const

/** Good, ok and hard calls, by number: a bar a week, or a month where weeks would be too many. */
export function WeeksChart({ made, by }: { made: readonly Made[]; by: 'week' | 'month' }) {
  const named = (from: string) => (by === 'month' ? monthYearOf(dayAt(from)) : dayMonthOf(from))
  return (
    <Stacked bars={made.map(({ from, ...counts }) => ({ at: from, ...counts }))} named={named} />
  )
}

interface StackedProps {
  bars: readonly { at: string; hard: number; ok: number; good: number }[]
  /** What is written under a bar. */
  named: (at: string) => string
}

/** Good at the bottom, ok on it, hard on top. */
export function Stacked({ bars, named }: StackedProps) {
  const hatch = useId()
  const ticks = countTicks(Math.max(...bars.map(({ hard, ok, good }) => hard + ok + good)))
  return (
    <ResponsiveContainer width="100%" height={240}>
      <BarChart
        data={[...bars]}
        accessibilityLayer={false}
        barCategoryGap="22%"
        margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
      >
        <Hatch id={hatch} />
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          tickFormatter={(value) => named(String(value))}
          tick={letters}
          axisLine={false}
          tickLine={false}
          minTickGap={16}
          height={28}
        />
        <YAxis
          allowDecimals={false}
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tick={letters}
          axisLine={false}
          tickLine={false}
          width={32}
        />
        {(['good', 'ok', 'hard'] as const).map((part) => (
          <Bar
            key={part}
            dataKey={part}
            stackId="week"
            shape={pieceOf(madeFills[part], hatch)}
            maxBarSize={44}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

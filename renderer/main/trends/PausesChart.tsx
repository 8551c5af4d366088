import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { PausesFollowed } from '../../../src/contract.ts'
import { countTicks } from './dots.ts'
import { pieceOf } from './Fills.tsx'

const letters = { fill: 'var(--quiet)', fontSize: 13 }
export const pauseFills = { before: 'half', after: 'full' } as const

/** How many pauses stood at each point of tension, before and after. */
export function PausesChart({ pauses: { before, after } }: { pauses: PausesFollowed }) {
  const points = before.map((count, tension) => ({
    tension,
    before: count,
    after: after[tension] ?? 0,
  }))
  const ticks = countTicks(Math.max(...before, ...after))
  return (
    <ResponsiveContainer width="100%" height={220}>
      <BarChart
        data={points}
        accessibilityLayer={false}
        barGap={2}
        barCategoryGap="22%"
        margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="tension" tick={letters} axisLine={false} tickLine={false} height={28} />
        <YAxis
          allowDecimals={false}
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tick={letters}
          axisLine={false}
          tickLine={false}
          width={32}
        />
        {(['before', 'after'] as const).map((when) => (
          <Bar
            key={when}
            dataKey={when}
            shape={pieceOf(pauseFills[when])}
            maxBarSize={22}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

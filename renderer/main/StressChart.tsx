import { useState } from 'react'
import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  type ScatterShapeProps,
} from 'recharts'
import type { TrendShift } from '../../src/contract.ts'
import { monthOf } from '../i18n/times.ts'
import { dotsOf, monthsOf, spanOf } from './dots.ts'

const ticks = [0, 5, 10]
const letters = { fill: 'var(--quiet)', fontSize: 13 }

/** A dot a shift, on one fixed scale, over the last 13 weeks. No line: nothing is made up between dots. */
export function StressChart({ shifts }: { shifts: readonly TrendShift[] }) {
  const [span] = useState(() => spanOf(Date.now()))
  const dots = dotsOf(shifts)
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ScatterChart accessibilityLayer={false} margin={{ top: 12, right: 12, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="at"
          domain={[...span]}
          ticks={monthsOf(span)}
          tickFormatter={monthOf}
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
        <Scatter data={dots.filter((dot) => dot.hollow)} shape={Hollow} isAnimationActive={false} />
        <Scatter data={dots.filter((dot) => !dot.hollow)} shape={Dot} isAnimationActive={false} />
      </ScatterChart>
    </ResponsiveContainer>
  )
}

function Dot({ cx, cy }: ScatterShapeProps) {
  return <circle cx={cx} cy={cy} r={5} fill="var(--teal)" data-dot="shift" />
}

function Hollow({ cx, cy }: ScatterShapeProps) {
  return (
    <circle
      cx={cx}
      cy={cy}
      r={4}
      fill="var(--paper)"
      stroke="var(--teal)"
      strokeWidth={2}
      data-dot="shift"
    />
  )
}

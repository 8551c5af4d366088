import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  type ScatterShapeProps,
} from 'recharts'
import type { SelfChecks } from '../../../src/contract.ts'
import { sides, steps, type SideName } from '../../../src/selfcheck/items.ts'
import { oftenName } from '../../i18n/main/self-check.ts'
import { monthOf, monthYearOf } from '../../i18n/times.ts'
import { piecesOf, spanOf } from './months.ts'

const letters = { fill: 'var(--quiet)', fontSize: 13 }
const dayMs = 86_400_000
/** So that two marks at one place can both be seen: the sides stand a little apart. */
const aside: Record<SideName, number> = { work: -2 * dayMs, customers: 2 * dayMs }
const colours: Record<SideName, string> = { work: 'var(--teal)', customers: 'var(--quiet)' }

/** Told apart by shape: a circle for the work itself, a square for contact with customers. */
function Mark({ side, cx, cy }: { side: SideName; cx: number; cy: number }) {
  return side === 'work' ? (
    <circle cx={cx} cy={cy} r={5} fill={colours.work} />
  ) : (
    <rect
      x={cx - 4.5}
      y={cy - 4.5}
      width={9}
      height={9}
      fill="var(--paper)"
      stroke={colours.customers}
      strokeWidth={2}
    />
  )
}
const shapeOf = (side: SideName) =>
  function Shape({ cx, cy }: ScatterShapeProps) {
    return cx === undefined || cy === undefined ? null : (
      <g data-dot={side}>
        <Mark side={side} cx={cx} cy={cy} />
      </g>
    )
  }
const shapes = { work: shapeOf('work'), customers: shapeOf('customers') }

/** A side's mark beside its name. */
export function SideMark({ side }: { side: SideName }) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      <Mark side={side} cx={7} cy={7} />
    </svg>
  )
}

/** The two sides month by month, on the scale they were answered on; a month without one is a gap. */
export function SidesChart({ seen }: { seen: SelfChecks }) {
  const { checks, month } = seen
  const { from, to, ticks } = spanOf(checks, month)
  const domain = [from - 14 * dayMs, to + 14 * dayMs]
  const named = ticks.length > 12 || to - from > 366 * dayMs ? monthYearOf : monthOf
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ScatterChart accessibilityLayer={false} margin={{ top: 12, right: 12, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="at"
          domain={domain}
          ticks={ticks}
          tickFormatter={named}
          tick={letters}
          axisLine={false}
          tickLine={false}
          interval="preserveStartEnd"
          minTickGap={12}
          height={28}
        />
        <YAxis
          type="number"
          dataKey="mean"
          domain={[0, 4]}
          ticks={[...steps]}
          tickFormatter={(value: number) => {
            const step = steps.find((each) => each === value)
            return step === undefined ? '' : oftenName(step)
          }}
          tick={letters}
          axisLine={false}
          tickLine={false}
          width={84}
        />
        {sides.flatMap((side) =>
          piecesOf(checks, side).map((piece) => (
            <Scatter
              key={`${side} ${piece[0]?.at}`}
              data={piece
                .filter(({ at }) => at >= from)
                .map(({ at, mean }) => ({ at: at + aside[side], mean }))}
              line={{ stroke: colours[side], strokeWidth: 1.5 }}
              shape={shapes[side]}
              isAnimationActive={false}
            />
          )),
        )}
      </ScatterChart>
    </ResponsiveContainer>
  )
}

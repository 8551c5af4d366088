import type { ScatterShapeProps } from 'recharts'
import type { ShiftKind, WatchedSeries } from '../../../src/contract.ts'

const round = 5

/** What a kind of shift is drawn as; the circle is one that isn't told apart. */
export function Marker({ kind, cx, cy, hollow, small }: MarkerProps) {
  const size = small ? round * 0.6 : hollow ? round - 1 : round
  const look = hollow
    ? { fill: 'var(--paper)', stroke: 'var(--teal)', strokeWidth: small ? 1.5 : 2 }
    : { fill: 'var(--teal)' }
  switch (kind) {
    case 'any':
      return <circle cx={cx} cy={cy} r={size} {...look} />
    case 'early':
      return (
        <path
          d={`M${cx} ${cy - size * 1.2}L${cx + size * 1.15} ${cy + size * 0.85}H${cx - size * 1.15}Z`}
          {...look}
        />
      )
    case 'late':
      return (
        <path
          d={`M${cx} ${cy - size * 1.3}L${cx + size * 1.3} ${cy}L${cx} ${cy + size * 1.3}L${cx - size * 1.3} ${cy}Z`}
          {...look}
        />
      )
    case 'night':
      return (
        <rect
          x={cx - size * 0.9}
          y={cy - size * 0.9}
          width={size * 1.8}
          height={size * 1.8}
          {...look}
        />
      )
  }
}

interface MarkerProps {
  kind: ShiftKind
  cx: number
  cy: number
  hollow: boolean
  small: boolean
}

/** The same, as recharts wants a shape. */
export const markerOf = (kind: ShiftKind, hollow: boolean, small: boolean, of: WatchedSeries) =>
  function Shape({ cx, cy }: ScatterShapeProps) {
    return cx === undefined || cy === undefined ? null : (
      <g data-dot={of === 'stress' ? 'shift' : 'energy'}>
        <Marker kind={kind} cx={cx} cy={cy} hollow={hollow} small={small} />
      </g>
    )
  }

/** One of them beside its name. */
export function Sample({ kind }: { kind: ShiftKind }) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      <Marker kind={kind} cx={7} cy={7} hollow={false} small={false} />
    </svg>
  )
}

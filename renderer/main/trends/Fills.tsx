import type { BarShapeProps } from 'recharts'
import classes from './Listed.module.css'

/**
 * What a part of a number is drawn in: filled, outlined on a tint, or hatched. They differ in lightness and
 * in pattern, so that no hue has to be told from another; no red, for a hard call is no alarm.
 */
export type Fill = 'full' | 'half' | 'hatched'

/** A fill beside its name. */
export const Swatch = ({ fill }: { fill: Fill }) => (
  <span className={`${classes['swatch']} ${classes[fill]}`} aria-hidden="true" />
)

/** The hatching, for the bars of one chart. */
export const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="5" height="5" fill="var(--paper)" />
      <rect width="1.5" height="5" fill="var(--quiet)" />
    </pattern>
  </defs>
)

/**
 * A piece of a bar, as recharts wants a shape; its outline lies inside, so that pieces stay apart. `hatch` is
 * the id of the chart's hatching.
 */
export const pieceOf = (fill: Fill, hatch = '') =>
  function Piece({ x, y, width, height }: BarShapeProps) {
    if (width <= 0 || height <= 0) return null
    return (
      <rect
        x={x + 0.5}
        y={y + 1}
        width={Math.max(1, width - 1)}
        height={Math.max(1, height - 1.5)}
        rx={2}
        fill={fill === 'hatched' ? `url(#${hatch})` : fills[fill]}
        stroke={fill === 'hatched' ? 'var(--quiet)' : 'var(--teal)'}
        strokeWidth={1}
      />
    )
  }
const fills = { full: 'var(--teal)', half: 'var(--disc)' } as const

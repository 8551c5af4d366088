import classes from './Trends.module.css'

/** Rating points to either side. */
export const rangeReach = 3

interface RangeProps {
  difference: number
  interval: readonly [low: number, high: number]
  /** What the two ends and the middle of the scale are. */
  scale: readonly [low: string, middle: string, high: string]
}

/**
 * A difference and how far off it may be, around no difference, on one fixed scale. It shows what the
 * sentence beside it says.
 */
export function Range({ difference, interval: [low, high], scale }: RangeProps) {
  const place = (points: number) =>
    50 + (50 * Math.min(rangeReach, Math.max(-rangeReach, points))) / rangeReach
  const percent = (share: number) => `${share.toFixed(1)}%`
  return (
    <div aria-hidden="true" className={classes['range']}>
      <svg width="100%" height="24">
        <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--line)" strokeWidth="1" />
        <line x1="50%" x2="50%" y1="2" y2="22" stroke="var(--edge)" strokeWidth="1" />
        <rect
          x={percent(place(low))}
          width={percent(place(high) - place(low))}
          y="9"
          height="6"
          rx="3"
          fill="var(--disc)"
          stroke="var(--teal)"
        />
        <circle cx={percent(place(difference))} cy="12" r="5" fill="var(--teal)" />
      </svg>
      {scale.map((end) => (
        <span key={end}>{end}</span>
      ))}
    </div>
  )
}

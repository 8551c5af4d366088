import type { Fill } from './Fills.tsx'
import classes from './Listed.module.css'

export interface ListedPart {
  count: number
  fill: Fill
}
interface ListedProps {
  /** What each row is of: its words, and how its number is made up. */
  rows: readonly { key: string; words: string; parts: readonly ListedPart[] }[]
  /** The number that fills the width; the greatest of these rows where none is said. */
  most?: number
  /** Short words stand beside their bar where there is room, a sentence above it. */
  look: 'beside' | 'above'
}

/** Numbers as a list, words and a bar each: what has a name and no order in time. */
export function Listed({ rows, most = 0, look }: ListedProps) {
  const whole = Math.max(1, most, ...rows.map(({ parts }) => sumOf(parts)))
  return (
    <ul className={`${classes['list']} ${classes[look]}`}>
      {rows.map(({ key, words, parts }) => (
        <li key={key}>
          <span>{words}</span>
          <span className={classes['bar']} aria-hidden="true">
            {parts.map(
              ({ count, fill }) =>
                count > 0 && (
                  <span
                    key={fill}
                    className={classes[fill]}
                    style={{ width: `${(100 * count) / whole}%` }}
                  />
                ),
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const sumOf = (parts: readonly ListedPart[]) => parts.reduce((sum, { count }) => sum + count, 0)

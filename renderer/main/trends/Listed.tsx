import classes from './Listed.module.css'

export interface ListedPart {
  count: number
  look: 'full' | 'half' | 'quiet'
}
interface ListedProps {
  /** What each row is of: its words, and how its number is made up. */
  rows: readonly { key: string; words: string; parts: readonly ListedPart[] }[]
}

/** Numbers as a list: the words on a line of their own, so that they find room, and a bar under them. */
export function Listed({ rows }: ListedProps) {
  const most = Math.max(1, ...rows.map(({ parts }) => sumOf(parts)))
  return (
    <ul className={classes['list']}>
      {rows.map(({ key, words, parts }) => (
        <li key={key}>
          <span>{words}</span>
          <span className={classes['bar']} aria-hidden="true">
            {parts.map(
              ({ count, look }) =>
                count > 0 && (
                  <span
                    key={look}
                    className={classes[look]}
                    style={{ width: `${(100 * count) / most}%` }}
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

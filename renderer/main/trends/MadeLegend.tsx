import { t } from '@lingui/core/macro'
import classes from './Trends.module.css'
import { madeColours } from './WeeksChart.tsx'

/** What the parts of a bar are: from the top down, as they stand. */
export function MadeLegend() {
  const parts = [
    ['hard', t`hard`],
    ['ok', t`ok`],
    ['good', t`good`],
  ] as const
  return (
    <ul className={classes['legend']}>
      {parts.map(([part, name]) => (
        <li key={part}>
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="3" fill={madeColours[part]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

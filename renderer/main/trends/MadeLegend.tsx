import { t } from '@lingui/core/macro'
import { Swatch } from './Fills.tsx'
import { madeFills } from './WeeksChart.tsx'

/** What the parts of a bar are: from the top down, as they stand. */
export function MadeLegend() {
  const parts = [
    ['hard', t`hard`],
    ['ok', t`ok`],
    ['good', t`good`],
  ] as const
  return parts.map(([part, name]) => (
    <li key={part}>
      <Swatch fill={madeFills[part]} />
      {name}
    </li>
  ))
}

import { t } from '@lingui/core/macro'
import type { Plan } from '../../../src/contract.ts'
import classes from './Plans.module.css'

/** What the agent marked, plainly: no praise, no share, nothing where nothing was marked. */
export function PlanCount({ plan: { used, cameUp } }: { plan: Plan }) {
  if (cameUp === 0) return null
  return <p className={classes['count']}>{countWords(used, cameUp)}</p>
}

function countWords(used: number, cameUp: number): string {
  if (cameUp > 1)
    return t`By your marks: used in ${used} of the ${cameUp} shifts in which it came up.`
  return used === 1
    ? t`By your mark: used in the one shift in which it came up.`
    : t`By your mark: not used in the one shift in which it came up.`
}

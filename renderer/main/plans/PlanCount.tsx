import { plural } from '@lingui/core/macro'
import type { Plan } from '../../../src/contract.ts'
import classes from './Plans.module.css'

/** What the agent marked, plainly: no praise, no share, nothing where nothing was marked. */
export function PlanCount({ plan: { used, cameUp } }: { plan: Plan }) {
  if (cameUp === 0) return null
  return (
    <p className={classes['count']}>
      {plural(cameUp, {
        one: `By your marks: it came up in # shift, and was used in ${used}.`,
        other: `By your marks: it came up in # shifts, and was used in ${used}.`,
      })}
    </p>
  )
}

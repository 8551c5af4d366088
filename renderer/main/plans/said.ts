import { plural, t } from '@lingui/core/macro'
import type { PlanSaid } from '../../state/plans.ts'

/** What was done with a plan, and honestly what is left of one that was deleted. */
export function planSaidWords({ what, left }: PlanSaid): string {
  switch (what) {
    case 'kept':
      return t`Saved.`
    case 'resting':
      return t`It rests now.`
    case 'active':
      return t`It’s in use again.`
    case 'deleted':
      return [
        t`The plan is gone.`,
        ...(left.copiesCleared > 0
          ? [
              plural(left.copiesCleared, {
                one: '# older copy doesn’t hold it any more either.',
                other: '# older copies don’t hold it any more either.',
              }),
            ]
          : []),
        ...(left.copiesLeft > 0
          ? [
              plural(left.copiesLeft, {
                one: '# older copy in the journal’s folder could not be changed and may still hold it.',
                other:
                  '# older copies in the journal’s folder could not be changed and may still hold it.',
              }),
            ]
          : []),
      ].join(' ')
  }
}

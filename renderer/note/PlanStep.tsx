import { lazy, Suspense } from 'react'
import type { PlanChoiceProps } from './after/PlanChoice.tsx'

const PlanChoice = lazy(async () => (await import('./after/parts.ts')).planChoice())

/** An if-then plan as a note's last step. It and its words are loaded only then. */
export function PlanStep(props: PlanChoiceProps) {
  return (
    <Suspense>
      <PlanChoice {...props} />
    </Suspense>
  )
}

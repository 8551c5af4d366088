import { lazy, Suspense } from 'react'
import { isLullType, type NoteType, type TypeId } from '../../src/guidance/types.ts'
import type { PlanChoiceProps } from './after/PlanChoice.tsx'

const PlanChoice = lazy(async () => (await import('./after/parts.ts')).planChoice())

/** Whether a note of this type can end on a plan: it says when, and isn't abuse or distress. */
export const mayPlan = (type: TypeId | null): type is NoteType =>
  type !== null && isLullType(type) && !['abusive', 'distress', 'other'].includes(type)

/** An if-then plan as a note's last step. It and its words are loaded only then. */
export function PlanStep(props: PlanChoiceProps) {
  return (
    <Suspense>
      <PlanChoice {...props} />
    </Suspense>
  )
}

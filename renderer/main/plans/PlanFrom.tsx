import { t } from '@lingui/core/macro'
import { createContext, use } from 'react'
import type { TypeId } from '../../../src/guidance/types.ts'
import { Button } from '../../components/Button.tsx'

/** Begins a plan from what happened, and shows it. */
export const MakePlan = createContext<(type: TypeId | null) => void>(() => {})

/** "Make a plan from this". Not after abuse or distress: those get no lesson. */
export function PlanFrom({ type }: { type: TypeId | null }) {
  const make = use(MakePlan)
  if (type === 'abusive' || type === 'distress') return null
  return <Button onClick={() => make(type)}>{t`Make a plan from this`}</Button>
}

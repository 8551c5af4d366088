import { lazy, Suspense } from 'react'
import type { CardLineProps } from './after/CardLine.tsx'

const CardLine = lazy(async () => (await import('./after/parts.ts')).cardLine())

/** At most one line of the guide after a note. It and its words are loaded only then. */
export function GuideCard(props: CardLineProps) {
  return (
    <Suspense>
      <CardLine {...props} />
    </Suspense>
  )
}

import { t } from '@lingui/core/macro'
import { EmptyState } from '../components/EmptyState.tsx'

/** The week, whose part of Lull isn't built yet: what will stand there, and what is kept meanwhile. */
export function NotYet() {
  return (
    <>
      <header>
        <h1>{t`Week`}</h1>
      </header>
      <EmptyState>
        {t`A look back at the week, at the end of its last shift, comes with a later Lull. What you note until then will be in it.`}
      </EmptyState>
    </>
  )
}

import { t } from '@lingui/core/macro'
import { EmptyState } from '../components/EmptyState.tsx'

/** A page whose part of Lull isn't built yet: what will stand there, and what is kept meanwhile. */
export function NotYet({ page }: { page: 'journal' | 'week' }) {
  const [title, sentence] = {
    journal: [
      t`Journal`,
      t`What you note is kept in your journal from the first day. Reading and searching it here comes with a later Lull.`,
    ],
    week: [
      t`Week`,
      t`A look back at the week, at the end of its last shift, comes with a later Lull. What you note until then will be in it.`,
    ],
  }[page]
  return (
    <>
      <header>
        <h1>{title}</h1>
      </header>
      <EmptyState>{sentence}</EmptyState>
    </>
  )
}

import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  /** What will stand here, and what it takes. Never a reproach. */
  children: ReactNode
  /** The one thing that would begin it. */
  action?: ReactNode
}

/** What a place says while there is nothing in it. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <span className={classes['rings']} aria-hidden="true" />
      <p>{children}</p>
      {action}
    </div>
  )
}

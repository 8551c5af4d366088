import type { ReactNode } from 'react'
import classes from './Rows.module.css'

export interface RowProps {
  /** First, in a column of its own: mostly a time. */
  first?: ReactNode
  children: ReactNode
  /** Last and quiet: a length, a state. */
  last?: ReactNode
}

/** A list whose rows stand under each other in the same columns. */
export function Rows({ children, labelledBy }: { children: ReactNode; labelledBy?: string }) {
  return (
    <ul className={classes['rows']} aria-labelledby={labelledBy}>
      {children}
    </ul>
  )
}

export function Row({ first, children, last }: RowProps) {
  return (
    <li className={classes['row']}>
      {first !== undefined && <span>{first}</span>}
      <span className={classes['words']}>{children}</span>
      {last !== undefined && <span className={classes['last']}>{last}</span>}
    </li>
  )
}

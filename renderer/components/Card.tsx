import type { KeyboardEvent, ReactNode } from 'react'
import classes from './Card.module.css'

interface CardProps {
  /** What this is, for those who don't see where it begins. */
  label: string
  children: ReactNode
  /** A quiet last line: a sentence, a way out. */
  under?: ReactNode
  onKeyDown?: (event: KeyboardEvent) => void
}

/** One thing on a page, set off from the others. */
export function Card({ label, children, under, onKeyDown }: CardProps) {
  return (
    <section className={classes['card']} aria-label={label} onKeyDown={onKeyDown}>
      {children}
      {under !== undefined && <div className={classes['under']}>{under}</div>}
    </section>
  )
}

/** Words at the start, what can be done at the end; one below the other where there is no room. */
export function Beside({ children }: { children: ReactNode }) {
  return <div className={classes['beside']}>{children}</div>
}

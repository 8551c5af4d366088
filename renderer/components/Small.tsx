import type { ReactNode } from 'react'
import classes from './Small.module.css'

interface SmallProps {
  children: ReactNode
  /** The last line: what is kept, and what the keys do. */
  footer?: ReactNode
}

/** The body of a small window: what is asked, and a quiet last line. */
export function Small({ children, footer }: SmallProps) {
  return (
    <main className={classes['small']}>
      <div className={classes['body']}>{children}</div>
      {footer !== undefined && <footer className={classes['footer']}>{footer}</footer>}
    </main>
  )
}

/** Takes the free room, so that what follows stands at the right. */
export function Gap() {
  return <span className={classes['gap']} />
}

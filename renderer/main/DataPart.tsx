import type { ReactNode } from 'react'
import classes from './Data.module.css'

/** One thing that can be done with what is there. */
export function DataPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['part']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

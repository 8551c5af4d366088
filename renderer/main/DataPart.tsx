import type { ReactNode, Ref } from 'react'
import classes from './Data.module.css'

interface DataPartProps {
  title: string
  /** Takes the focus where the button that had it goes. */
  heading?: Ref<HTMLHeadingElement>
  children: ReactNode
}

/** One thing that can be done with what is there. */
export function DataPart({ title, heading, children }: DataPartProps) {
  return (
    <section className={classes['part']} aria-label={title}>
      <h2 ref={heading} tabIndex={heading ? -1 : undefined}>
        {title}
      </h2>
      {children}
    </section>
  )
}

import { useEffect, useRef, type ReactNode } from 'react'
import classes from './Unlock.module.css'

interface SayProps {
  heading: string
  children: ReactNode
  actions: ReactNode
}

/** Something to read, and what can be done about it. Its heading takes the focus, so that it is read out. */
export function Say({ heading, children, actions }: SayProps) {
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => top.current?.focus(), [])
  return (
    <main className={classes['screen']}>
      <h1 ref={top} tabIndex={-1}>
        {heading}
      </h1>
      {children}
      <div className={classes['actions']}>{actions}</div>
    </main>
  )
}

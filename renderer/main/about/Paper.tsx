import { t } from '@lingui/core/macro'
import { useRef, type ReactNode } from 'react'
import main from '../Main.module.css'
import classes from './Paper.module.css'

interface Part {
  id: string
  heading: string
  body: ReactNode
}

interface PaperProps {
  title: string
  lead: string
  parts: readonly Part[]
  /** What stands under it all. */
  foot?: ReactNode
}

/** A page to be read: what it says in one line, where what stands, and the parts. */
export function Paper({ title, lead, parts, foot }: PaperProps) {
  const page = useRef<HTMLElement>(null)
  /** The heading takes the focus, so that a screen reader goes on from there. */
  function show(id: string) {
    const heading = page.current?.querySelector<HTMLElement>(`#${id}`)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }
  return (
    <article className={classes['paper']} ref={page}>
      <header>
        <h1>{title}</h1>
        <p className={main['lead']}>{lead}</p>
      </header>
      <nav aria-label={t`On this page`} className={classes['contents']}>
        <ul>
          {parts.map(({ id, heading }) => (
            <li key={id}>
              <button type="button" onClick={() => show(id)}>
                {heading}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, heading, body }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {heading}
          </h2>
          {body}
        </section>
      ))}
      {foot && <p className={main['ways']}>{foot}</p>}
    </article>
  )
}

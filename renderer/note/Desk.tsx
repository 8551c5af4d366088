import { t } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import type { Settings } from '../../src/contract.ts'
import { digitOf, useKeys } from '../components/keys.ts'
import { Kbd } from '../components/Kbd.tsx'
import classes from './Note.module.css'

type Answer = Exclude<Settings['words'], 'unasked'>

/** Asked once, before the first word could be written. */
export function Desk({ onAnswer }: { onAnswer: (mode: Answer) => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useKeys((event) => {
    const digit = digitOf(event)
    if (digit === 1) onAnswer('numbers')
    else if (digit === 2) onAnswer('numbers-and-words')
    else return false
    return true
  })
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>{t`May you keep notes at this desk?`}</h1>
      <div className={classes['answers']}>
        <button type="button" className={classes['answer']} onClick={() => onAnswer('numbers')}>
          <Kbd>1</Kbd>
          <span>
            <strong>{t`Numbers only`}</strong>
            <small>{t`Recommended on an employer’s computer. Nothing can be written, so nothing can be read.`}</small>
          </span>
        </button>
        <button
          type="button"
          className={classes['answer']}
          onClick={() => onAnswer('numbers-and-words')}
        >
          <Kbd>2</Kbd>
          <span>
            <strong>{t`Numbers and words`}</strong>
            <small>{t`For your own computer, or where notes of your own are allowed.`}</small>
          </span>
        </button>
      </div>
    </>
  )
}

import { plural } from '@lingui/core/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { slowedWords } from '../i18n/keys/slowed.ts'
import classes from './Unlock.module.css'

interface WaitProps {
  waitMs: number
  onOver: () => void
}

/** How long the next try waits, counted down, and what that is good for. */
export function Wait({ waitMs, onOver }: WaitProps) {
  const [seconds, setSeconds] = useState(Math.ceil(waitMs / 1000))
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (waitMs === 0) return
    const end = performance.now() + waitMs
    const turn = setInterval(() => {
      const left = Math.max(0, end - performance.now())
      setSeconds(Math.ceil(left / 1000))
      if (left > 0) return
      clearInterval(turn)
      over()
    }, 250)
    return () => clearInterval(turn)
  }, [waitMs])
  if (waitMs === 0) return null
  return (
    <div className={classes['wait']}>
      <p role="timer">
        {plural(seconds, {
          one: 'You can try again in # second.',
          other: 'You can try again in # seconds.',
        })}
      </p>
      <p>{slowedWords()}</p>
    </div>
  )
}

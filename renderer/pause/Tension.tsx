import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { digitOf, useKeys } from '../components/keys.ts'
import { Scale } from '../components/Scale.tsx'
import { Gap, Small } from '../components/Small.tsx'
import classes from './Pause.module.css'

interface TensionProps {
  question: string
  onAnswer: (tension: number) => void
  onSkip: () => void
}

const values = Array.from({ length: 11 }, (_, value) => value)

/** One tap, now and then. Digits 0 to 9 answer; arrows reach the 10; Tab and Enter skip. */
export function Tension({ question, onAnswer, onSkip }: TensionProps) {
  const [picked, setPicked] = useState<number | null>(null)
  useKeys((event) => {
    const value = event.key === 'Enter' ? picked : digitOf(event)
    if (value === null || event.target instanceof HTMLButtonElement) return false
    onAnswer(value)
    return true
  })
  return (
    <Small
      footer={
        <>
          <Gap />
          <Button kind="quiet" onClick={onSkip}>
            {t`Skip`}
          </Button>
        </>
      }
    >
      <Scale
        legend={<h1 className={classes['asked']}>{question}</h1>}
        values={values}
        low={t`at ease`}
        high={t`as tense as it gets`}
        picked={picked}
        onPick={setPicked}
        onDone={onAnswer}
        focused
      />
    </Small>
  )
}

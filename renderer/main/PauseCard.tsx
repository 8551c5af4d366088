import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { KnownPattern } from '../../src/breathing/patterns.ts'
import type { PauseWanted } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { Choices } from '../components/Choices.tsx'
import { breathWords, lengthWords } from '../i18n/main/lengths.ts'
import { pauseName } from '../i18n/pause-names.ts'
import { lengthOf } from '../i18n/times.ts'
import classes from './Main.module.css'

interface PauseCardProps {
  pattern: KnownPattern
  /** Taken off the front by the agent. */
  off: boolean
  onBegin: (wanted: PauseWanted) => void
  /** Off the front, or back; null where it never stood there. */
  onTurn: (() => void) | null
}

/** One pattern: its breath in seconds, how long, and what that length may call itself. */
export function PauseCard({ pattern, off, onBegin, onTurn }: PauseCardProps) {
  const { id, phases, lengths, holds, notForBeginners } = pattern
  const [ms, setMs] = useState(lengths[0] ?? 60_000)
  const name = pauseName(id)
  return (
    <Card
      label={name}
      under={
        <>
          <span>{lengthWords(pattern, ms)}</span>
          {onTurn && (
            <Button kind="quiet" onClick={onTurn}>
              {off ? t`Back to the front` : t`Not for me`}
            </Button>
          )}
        </>
      }
    >
      <Beside>
        <div>
          <h2>{name}</h2>
          <p className={classes['quiet']}>
            {breathWords(phases)}
            {holds && ` · ${t`with holds`}`}
            {notForBeginners && ` · ${t`not for the first time`}`}
          </p>
        </div>
        {lengths.length > 1 && (
          <Choices
            legend={<span className="unseen">{t`How long: ${name}`}</span>}
            choices={lengths
              .toSorted((one, other) => one - other)
              .map((value) => ({ value, label: lengthOf(value) }))}
            picked={ms}
            onPick={setMs}
            look="segments"
          />
        )}
        <Button kind="main" onClick={() => onBegin({ kind: id, plannedMs: ms, chosen: 'me' })}>
          {t`Begin`}
          <span className="unseen">: {name}</span>
        </Button>
      </Beside>
    </Card>
  )
}

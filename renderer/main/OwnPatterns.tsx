import { t } from '@lingui/core/macro'
import { useId, useState } from 'react'
import {
  breathsAMinute,
  longestPauseMs,
  ownBounds,
  ownPattern,
  parseOwn,
  plannedOf,
  type OwnPatternId,
} from '../../src/breathing/own.ts'
import type { Phase } from '../../src/breathing/patterns.ts'
import { breathMs } from '../../src/breathing/timeline.ts'
import type { Device, PauseWanted } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { Choices } from '../components/Choices.tsx'
import field from '../components/Field.module.css'
import { breathWords, lengthWords } from '../i18n/main/lengths.ts'
import { caution, evidence } from '../i18n/main/pauses.ts'
import { pauseName } from '../i18n/pause-names.ts'
import { ownProblemWords } from '../i18n/main/own.ts'
import { phaseWord } from '../i18n/phases.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Main } from '../state/main.ts'
import classes from './Main.module.css'

interface OwnPatternsProps {
  device: Device
  onBegin: (wanted: PauseWanted) => void
  chooseDevice: Main['chooseDevice']
}

const names = ['in', 'top-up', 'hold', 'out', 'rest'] as const
const first: Record<Phase['name'], string> = {
  in: '4',
  'top-up': '0',
  hold: '0',
  out: '6',
  rest: '0',
}
/** As many as device.json takes. */
const most = 12

/** A breath of one's own, by the quarter of a second. What is out of bounds is said, and not kept. */
export function OwnPatterns({ device, onBegin, chooseDevice }: OwnPatternsProps) {
  const id = useId()
  const [seconds, setSeconds] = useState(first)
  const [by, setBy] = useState<'minutes' | 'rounds'>('minutes')
  const [length, setLength] = useState('1')
  const phases = names.map((name) => ({ name, ms: Math.round(Number(seconds[name]) * 1000) }))
  const own = ownPattern(phases)
  const rate = breathsAMinute(phases)
  const long = Number(length)
  const longMs = long * (by === 'minutes' ? 60_000 : breathMs({ phases }))
  const plannedMs =
    own.ok && long > 0 && longMs <= longestPauseMs
      ? plannedOf(own.pattern, by === 'minutes' ? { minutes: long } : { rounds: long })
      : null
  const kept = device.ownPatterns
  const isKept = own.ok && kept.includes(own.pattern.id)

  return (
    <>
      <Card label={t`A breath of your own`}>
        <h2>{t`A breath of your own`}</h2>
        <div className={classes['fields']}>
          {names.map((name) => (
            <label key={name} className={field['named']} htmlFor={`${id}-${name}`}>
              {phaseWord(name)}
              <input
                id={`${id}-${name}`}
                className={field['field']}
                type="number"
                inputMode="decimal"
                min={0}
                max={10}
                step={ownBounds.stepMs / 1000}
                value={seconds[name]}
                aria-describedby={`${id}-said`}
                aria-invalid={!own.ok}
                onChange={({ target }) => setSeconds({ ...seconds, [name]: target.value })}
              />
            </label>
          ))}
        </div>
        <p id={`${id}-said`} role="status" className={own.ok ? classes['quiet'] : classes['amber']}>
          {own.ok ? rateWords(rate) : ownProblemWords(own.problem)}
        </p>
        <div className={classes['fields']}>
          <label className={field['named']} htmlFor={`${id}-length`}>
            {t`How long`}
            <input
              id={`${id}-length`}
              className={field['field']}
              type="number"
              inputMode="decimal"
              min={1}
              max={by === 'minutes' ? 30 : 200}
              value={length}
              onChange={({ target }) => setLength(target.value)}
            />
          </label>
          <Choices
            legend={<span className="unseen">{t`Counted in`}</span>}
            choices={[
              { value: 'minutes', label: t`minutes` },
              { value: 'rounds', label: t`breaths` },
            ]}
            picked={by}
            onPick={setBy}
            look="segments"
          />
          <p
            role="status"
            className={own.ok && plannedMs === null ? classes['amber'] : classes['quiet']}
          >
            {plannedMs !== null
              ? lengthOf(plannedMs)
              : own.ok && t`One breath at least, and half an hour at most.`}
          </p>
        </div>
        {own.ok && (
          <p className={classes['quiet']}>
            {evidence(own.pattern.id)} {caution(own.pattern.id)}
          </p>
        )}
        <div className={classes['ways']}>
          {own.ok && plannedMs !== null && (
            <Button
              kind="main"
              onClick={() => onBegin({ kind: own.pattern.id, plannedMs, chosen: 'me' })}
            >
              {t`Try it`}
            </Button>
          )}
          {own.ok && !isKept && kept.length < most && (
            <Button onClick={() => void chooseDevice({ ownPatterns: [...kept, own.pattern.id] })}>
              {t`Keep it`}
            </Button>
          )}
          {kept.length >= most && (
            <p className={classes['quiet']}>{t`Twelve are kept already; take one away first.`}</p>
          )}
        </div>
      </Card>
      {kept.map((each) => (
        <OwnCard
          key={each}
          id={each}
          onBegin={onBegin}
          onTakeAway={() => void chooseDevice({ ownPatterns: kept.filter((one) => one !== each) })}
        />
      ))}
    </>
  )
}

interface OwnCardProps {
  id: OwnPatternId
  onBegin: (wanted: PauseWanted) => void
  onTakeAway: () => void
}

/** One that was kept: its breath in seconds, who should mind it, and how long. */
function OwnCard({ id, onBegin, onTakeAway }: OwnCardProps) {
  const [minutes, setMinutes] = useState(1)
  const pattern = parseOwn(id)
  if (!pattern) return null
  const name = pauseName(id)
  const minding = caution(id)
  const planned = (long: number) => plannedOf(pattern, { minutes: long })
  return (
    <Card
      label={name}
      under={
        <>
          <span>{lengthWords(pattern, planned(minutes))}</span>
          <Button kind="quiet" onClick={onTakeAway}>
            {t`Take away`}
            <span className="unseen">: {name}</span>
          </Button>
        </>
      }
    >
      <Beside>
        <div>
          <h2>{name}</h2>
          <p className={classes['quiet']}>
            {breathWords(pattern.phases)}
            {minding !== null && ` · ${t`with holds`}`}
          </p>
        </div>
        <Choices
          legend={<span className="unseen">{t`How long: ${name}`}</span>}
          choices={[1, 3, 5].map((value) => ({ value, label: lengthOf(planned(value)) }))}
          picked={minutes}
          onPick={setMinutes}
          look="segments"
        />
        <Button
          kind="main"
          onClick={() => onBegin({ kind: id, plannedMs: planned(minutes), chosen: 'me' })}
        >
          {t`Begin`}
          <span className="unseen">: {name}</span>
        </Button>
      </Beside>
    </Card>
  )
}

function rateWords(rate: number): string {
  const breaths = rate.toFixed(1)
  return t`${breaths} breaths a minute`
}

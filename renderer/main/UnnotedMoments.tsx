import { plural, t } from '@lingui/core/macro'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { UnnotedCall } from '../../src/calls/unnoted.ts'
import { difficulties, type Difficulty, type TypeId } from '../../src/guidance/types.ts'
import type { Work } from '../../src/settings/choices.ts'
import { isHeavy } from '../../src/notes/brooding.ts'
import { Button } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import { Choices } from '../components/Choices.tsx'
import { digitOf } from '../components/keys.ts'
import { Scale } from '../components/Scale.tsx'
import { typeName, typesNow } from '../i18n/names.ts'
import { timeOf } from '../i18n/times.ts'
import type { ShiftRoom } from '../state/shift.ts'
import classes from './ShiftCards.module.css'

interface UnnotedMomentsProps {
  unnoted: readonly UnnotedCall[]
  work: Work
  room: ShiftRoom
  onTalk: () => void
  onPause: () => void
}

/** Calls that the agent marked, and no note: left with one key, or looked at one after the other. */
export function UnnotedMoments({ unnoted, work, room, onTalk, onPause }: UnnotedMomentsProps) {
  const [looking, setLooking] = useState(false)
  const heavy = useStore(room.store, (view) => view.heavy)
  const [first] = unnoted
  if (heavy !== null)
    return (
      <Card label={t`Shift end`}>
        <h2>
          {heavy === 'abusive'
            ? t`That should not have happened to you.`
            : t`That was a lot to carry.`}
        </h2>
        <div className={classes['ways']}>
          <Button kind="main" focused onClick={onTalk}>
            {t`Talk to someone`}
          </Button>
          <Button onClick={onPause}>{t`Take a pause`}</Button>
          <Button onClick={room.heavyRead}>{t`Close`}</Button>
        </div>
      </Card>
    )
  if (!first) return null
  if (!looking)
    return (
      <Card label={t`Shift end`}>
        <h2>
          {plural(unnoted.length, {
            one: '# moment wasn’t noted',
            other: '# moments weren’t noted',
          })}
        </h2>
        <Times unnoted={unnoted} current={null} />
        <div className={classes['ways']}>
          <Button kind="main" hint="Enter" focused onClick={() => void room.leave()}>
            {plural(unnoted.length, { one: 'Leave it', other: 'Leave them' })}
          </Button>
          <Button onClick={() => setLooking(true)}>{t`Look`}</Button>
        </div>
      </Card>
    )
  return (
    <Card
      label={t`Shift end`}
      under={
        <Button kind="quiet" onClick={() => void room.leave()}>
          {t`Leave the rest`}
        </Button>
      }
    >
      <Times unnoted={unnoted} current={first.id} />
      <OneMoment
        key={first.id}
        work={work}
        onNote={(difficulty, type) => {
          if (isHeavy(type)) setLooking(false)
          void room.note({ callId: first.id, difficulty, type })
        }}
      />
    </Card>
  )
}

interface TimesProps {
  unnoted: readonly UnnotedCall[]
  current: string | null
}

/** When they were, and nothing else. */
function Times({ unnoted, current }: TimesProps) {
  return (
    <ul className={classes['times']}>
      {unnoted.map(({ id, at }) => (
        <li key={id} aria-current={id === current || undefined}>
          <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time>
        </li>
      ))}
    </ul>
  )
}

interface OneMomentProps {
  work: Work
  onNote: (difficulty: Difficulty, type: TypeId | null) => void
}

/** How hard it was, then what it was; Enter goes on without a type. */
function OneMoment({ work, onNote }: OneMomentProps) {
  const [difficulty, setDifficulty] = useState<Difficulty | null>(null)
  const [done, setDone] = useState(false)
  const [type, setType] = useState<TypeId | null>(null)
  const keep = (picked: TypeId | null) => {
    if (difficulty !== null) onNote(difficulty, picked)
  }
  if (!done)
    return (
      <div
        onKeyDown={(event) => {
          const digit = digitOf(event)
          const picked =
            event.key === 'Enter' ? difficulty : difficulties.find((value) => value === digit)
          if (picked === null || picked === undefined) return
          event.preventDefault()
          setDifficulty(picked)
          setDone(true)
        }}
      >
        <Scale
          legend={<h2>{t`How hard was it?`}</h2>}
          values={difficulties}
          low={t`easy`}
          high={t`very hard`}
          picked={difficulty}
          onPick={setDifficulty}
          onDone={(picked) => {
            setDifficulty(picked)
            setDone(true)
          }}
          focused
        />
      </div>
    )
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        keep(type)
      }}
    >
      <Choices
        legend={<h2>{t`What was it?`}</h2>}
        choices={typesNow().map((value) => ({ value, label: typeName(value, work) }))}
        picked={type}
        onPick={setType}
        onDone={keep}
        look="chips"
        focused
      />
      <div className={classes['ways']}>
        <Button onClick={() => keep(null)}>{t`Keep it without a type`}</Button>
      </div>
    </div>
  )
}

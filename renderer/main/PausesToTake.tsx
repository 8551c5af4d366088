import { t } from '@lingui/core/macro'
import { chosen } from '../../src/breathing/choose.ts'
import {
  exerciseIds,
  exercises,
  isExerciseId,
  type ExerciseId,
} from '../../src/breathing/exercises.ts'
import type { PauseKind } from '../../src/breathing/kinds.ts'
import { patternOf, plannedOf } from '../../src/breathing/own.ts'
import { isPatternId, patternIds, patterns } from '../../src/breathing/patterns.ts'
import type { Device, PauseWanted } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Main } from '../state/main.ts'
import classes from './Main.module.css'
import { PauseCard } from './PauseCard.tsx'

interface PausesToTakeProps {
  device: Device
  onBegin: (wanted: PauseWanted) => void
  chooseDevice: Main['chooseDevice']
}

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }

/** Four patterns up front, pauses without breath, more behind a line, and one drawn by chance. */
export function PausesToTake({ device, onBegin, chooseDevice }: PausesToTakeProps) {
  const { pausesOff, chooseFrom } = device
  const isOff = (kind: PauseKind) => pausesOff.includes(kind)
  const front = patternIds.filter((id) => patterns[id].front && !isOff(id))
  const more = patternIds.filter((id) => !patterns[id].front || isOff(id))
  const turn = (kind: PauseKind) =>
    void chooseDevice({
      pausesOff: isOff(kind) ? pausesOff.filter((each) => each !== kind) : [...pausesOff, kind],
    })

  const rowOf = (id: ExerciseId) => (
    <Row
      key={id}
      last={
        <>
          <Button kind="quiet" onClick={() => turn(id)}>
            {isOff(id) ? t`Back to the front` : t`Not for me`}
            <span className="unseen">: {pauseName(id)}</span>
          </Button>
          <Button onClick={() => onBegin({ kind: id, plannedMs: exercises[id].ms, chosen: 'me' })}>
            {t`Begin`}
            <span className="unseen">: {pauseName(id)}</span>
          </Button>
        </>
      }
    >
      {pauseName(id)}, {lengthOf(exercises[id].ms)}
    </Row>
  )

  return (
    <>
      {front.map((id) => (
        <PauseCard
          key={id}
          pattern={patterns[id]}
          off={false}
          onBegin={onBegin}
          onTurn={() => turn(id)}
        />
      ))}
      <section aria-labelledby="without-breath">
        <h2 id="without-breath">{t`Without breath`}</h2>
        <p className={classes['quiet']}>
          {t`For whom watching the breath unsettles, and for whoever would rather look up.`}
        </p>
        <Rows labelledBy="without-breath">{exerciseIds.filter((id) => !isOff(id)).map(rowOf)}</Rows>
      </section>
      {chooseFrom.length > 1 && (
        <Card label={t`Choose for me`}>
          <Beside>
            <div>
              <h2>{t`Choose for me`}</h2>
              <p className={classes['quiet']}>
                {t`Drawn by chance from the pauses that you switched on in Settings. Only such draws can ever be compared fairly.`}
              </p>
            </div>
            <Button onClick={() => onBegin(drawn(chooseFrom))}>{t`Draw one`}</Button>
          </Beside>
        </Card>
      )}
      <details className={classes['more']}>
        <summary>{t`More patterns`}</summary>
        {more.map((id) => (
          <PauseCard
            key={id}
            pattern={patterns[id]}
            off={isOff(id)}
            onBegin={onBegin}
            onTurn={patterns[id].front ? () => turn(id) : null}
          />
        ))}
        {exerciseIds.some(isOff) && <Rows>{exerciseIds.filter(isOff).map(rowOf)}</Rows>}
      </details>
    </>
  )
}

/** One of these, by chance, at the length nearest to a minute, so that draws can be compared. */
function drawn(kinds: readonly PauseKind[]): PauseWanted {
  const kind = chosen(kinds, random)
  const pattern = patternOf(kind)
  const plannedMs = isExerciseId(kind)
    ? exercises[kind].ms
    : isPatternId(kind) && patterns[kind].lengths.length === 1
      ? (patterns[kind].lengths[0] ?? 60_000)
      : pattern
        ? plannedOf(pattern, { minutes: 1 })
        : 60_000
  return { kind, plannedMs, chosen: 'chance' }
}

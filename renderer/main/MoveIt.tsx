import { t } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { PlaceAsked } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { moveProblemWords, placeWords } from '../i18n/main/place.ts'
import type { PlaceRoom } from '../state/place.ts'
import classes from './Data.module.css'
import { DataPart } from './DataPart.tsx'
import main from './Main.module.css'

/** The journal in another folder: what kind of place that is, before anything happens. */
export function MoveIt({ room }: { room: PlaceRoom }) {
  const { now, asked, busy, problem } = useStore(room.store)
  const heading = useRef<HTMLHeadingElement>(null)
  const leave = () => {
    room.drop()
    heading.current?.focus()
  }
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])
  return (
    <DataPart title={t`Move it`} heading={heading}>
      <p className={classes['hint']}>
        {t`The journal can lie in another folder, on a stick for example. It goes there whole, with its copies, and the old one is deleted once the new one has been checked. Your journal locks for that.`}
      </p>
      {now && placeWords(now.place).map((sentence) => <p key={sentence}>{sentence}</p>)}
      <div className={main['ways']}>
        <Button busy={busy !== null} onClick={() => void room.ask('chosen')}>
          {t`Choose a folder`}
        </Button>
        {now && !now.isUsual && (
          <Button busy={busy !== null} onClick={() => void room.ask('usual')}>
            {t`Back to its usual place`}
          </Button>
        )}
      </div>
      <div role="status" className={main['told']}>
        {asked && asked.problem !== null && (
          <p className={main['amber']}>{moveProblemWords(asked.problem)}</p>
        )}
        {asked && asked.problem === null && (
          <There asked={asked} isMoving={busy === 'move'} room={room} onLeave={leave} />
        )}
      </div>
      <Problem code={problem} />
    </DataPart>
  )
}

interface ThereProps {
  asked: PlaceAsked
  isMoving: boolean
  room: PlaceRoom
  onLeave: () => void
}

function There({ asked, isMoving, room, onLeave }: ThereProps) {
  return (
    <div className={classes['found']}>
      <h3>{t`Where it would lie`}</h3>
      <p className={classes['path']}>{asked.folder}</p>
      {placeWords(asked.place).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className={main['ways']}>
        <Button kind="main" busy={isMoving} onClick={() => void room.move()}>
          {t`Move it there`}
        </Button>
        <Button onClick={onLeave}>{t`Leave it where it is`}</Button>
      </div>
    </div>
  )
}

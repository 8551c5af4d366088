import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { longestRight, type EndStep } from '../../src/checkins/kinds.ts'
import type { ShiftEnd } from '../../src/contract.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import { CustomerData } from '../components/CustomerData.tsx'
import field from '../components/Field.module.css'
import { rechargeName } from '../i18n/main/shift.ts'
import type { ShiftRoom } from '../state/shift.ts'
import { GoodThings } from './GoodThings.tsx'
import { RechargeList } from './RechargeList.tsx'
import classes from './ShiftCards.module.css'
import { TwoTaps } from './TwoTaps.tsx'
import { UnnotedMoments } from './UnnotedMoments.tsx'

interface ShiftEndCardProps {
  end: ShiftEnd
  step: EndStep
  /** Today's plans, to be marked as used or not; null where there are none. */
  plans: ReactNode | null
  work: Work
  room: ShiftRoom
  onTalk: () => void
  onPause: () => void
}

/** The minute at the end of a shift: one question at a time, and the closing line last. */
export function ShiftEndCard(props: ShiftEndCardProps) {
  const { end, step, plans, room } = props
  const has = plans !== null
  const pass = () => void room.pass(step, has)
  switch (step) {
    case 'rating':
      return (
        <Card label={t`Shift end`} under={<Ways room={room} onSkip={pass} />}>
          <TwoTaps
            stressAsked={t`How much stress was in this shift?`}
            energyAsked={t`And how much energy is there now?`}
            focused
            onDone={(rating) => void room.rate(rating)}
          />
        </Card>
      )
    case 'unnoted':
      return <UnnotedMoments {...props} unnoted={end.unnoted} />
    case 'right':
      return <RightCard end={end} room={room} />
    case 'recharge':
      return <RechargeCard end={end} plans={has} room={room} />
    case 'plans':
      return (
        <Card label={t`Shift end`} under={<Ways room={room} />}>
          <h2>{t`What became of your plans?`}</h2>
          {plans}
          <div className={classes['ways']}>
            <Button kind="main" onClick={pass}>
              {t`Go on`}
            </Button>
          </div>
        </Card>
      )
    case 'closing':
      return <ClosingCard end={end} room={room} />
  }
}

interface WaysProps {
  room: ShiftRoom
  onSkip?: () => void
}

/** The ways round a question: past it, or back to work. */
function Ways({ room, onSkip }: WaysProps) {
  return (
    <>
      {onSkip && (
        <Button kind="quiet" onClick={onSkip}>
          {t`Skip`}
        </Button>
      )}
      <Button kind="quiet" onClick={() => void room.goOn()}>
        {t`I’m still working`}
      </Button>
    </>
  )
}

/** One thing that went right, or a kindness: in words where they are kept, else with one tap. */
function RightCard({ end, room }: { end: ShiftEnd; room: ShiftRoom }) {
  const writing = useStore(room.store, (view) => view.writing)
  const left = useStore(room.store, (view) => view.left)
  const undo = (
    <p role="status" className={classes['said']}>
      {left && (
        <>
          <span>{t`Left without a note.`}</span>
          <Button kind="quiet" onClick={() => void room.takeBack()}>
            {t`Undo`}
          </Button>
        </>
      )}
    </p>
  )
  if (end.words === null)
    return (
      <Card label={t`Shift end`} under={<Ways room={room} onSkip={() => void room.right(false)} />}>
        {undo}
        <h2>{t`Did one thing go right, or was somebody kind?`}</h2>
        <p className={classes['text']}>{t`Think of it for a moment. A small one counts.`}</p>
        <div className={classes['ways']}>
          <Button kind="main" focused onClick={() => void room.right(true)}>
            {t`Yes, one came to mind`}
          </Button>
        </div>
      </Card>
    )
  const text = writing ?? end.words
  const next = () => void room.right(text.trim() !== '')
  return (
    <Card label={t`Shift end`} under={<Ways room={room} onSkip={next} />}>
      {undo}
      <label className={field['named']}>
        <h2 className={classes['asked']}>{t`One thing that went right, or a kindness`}</h2>
        <textarea
          className={`${field['field']} ${classes['field']}`}
          value={text}
          rows={3}
          maxLength={longestRight}
          spellCheck={false}
          autoFocus
          onChange={({ target }) => room.write(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            next()
          }}
        />
      </label>
      <CustomerData text={text} onBlank={room.blank} />
      <div className={classes['ways']}>
        <Button kind="main" hint="Enter" onClick={next}>
          {t`Go on`}
        </Button>
      </div>
      <GoodThings room={room} />
    </Card>
  )
}

interface RechargeCardProps {
  end: ShiftEnd
  plans: boolean
  room: ShiftRoom
}

/** One thing off the list that does the agent good; another one, if that isn't it. */
function RechargeCard({ end, plans, room }: RechargeCardProps) {
  const all = useStore(room.store, (view) => view.recharge) ?? []
  const items = all.filter((item) => item.picked)
  const { offered, picked } = end.recharge
  const [passed, setPassed] = useState(0)
  const [listed, setListed] = useState(items.length === 0)
  const from = items.findIndex(({ id }) => id === (picked ?? offered))
  const item = items[(Math.max(0, from) + passed) % Math.max(1, items.length)]
  const skip = () => void room.pick(null, plans)
  if (listed || !item)
    return (
      <Card label={t`Shift end`} under={<Ways room={room} onSkip={skip} />}>
        <RechargeList
          title={<h2>{t`What does you good after a shift?`}</h2>}
          wide
          items={all}
          words={end.words !== null}
          room={room}
        />
        <div className={classes['ways']}>
          <Button kind="main" onClick={() => (item ? setListed(false) : skip())}>
            {t`Go on`}
          </Button>
        </div>
      </Card>
    )
  return (
    <Card label={t`Shift end`} under={<Ways room={room} onSkip={skip} />}>
      <h2>{t`Something that does you good`}</h2>
      <p className={classes['closing']}>
        <span data-own-words={item.words === null ? undefined : true}>{rechargeName(item)}</span>
      </p>
      <div className={classes['ways']}>
        <Button kind="main" focused onClick={() => void room.pick(item.id, plans)}>
          {t`I’ll do that`}
        </Button>
        {items.length > 1 && (
          <Button onClick={() => setPassed(passed + 1)}>{t`Another one`}</Button>
        )}
        <Button onClick={() => setListed(true)}>{t`Change the list`}</Button>
      </div>
    </Card>
  )
}

/** What comes next, and the last line of the shift. */
function ClosingCard({ end, room }: { end: ShiftEnd; room: ShiftRoom }) {
  const all = useStore(room.store, (view) => view.recharge)
  const next = all?.find(({ id }) => id === end.recharge.picked)
  return (
    <Card label={t`Shift end`} under={<Ways room={room} />}>
      {next && (
        <p className={classes['next']}>
          {t`Now:`}{' '}
          <span data-own-words={next.words === null ? undefined : true}>{rechargeName(next)}</span>
        </p>
      )}
      <p className={classes['closing']} role="status">
        {t`That was your shift. What you kept of it is in here, so you don’t have to carry it home.`}
      </p>
      <div className={classes['ways']}>
        <Button kind="main" focused onClick={room.fold}>
          {t`Close the window`}
        </Button>
      </div>
    </Card>
  )
}

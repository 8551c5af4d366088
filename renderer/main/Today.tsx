import { plural, t } from '@lingui/core/macro'
import { Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import type { Device, JournalStatus, Today as TodayAnswer } from '../../src/contract.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { pageName } from '../i18n/main/names.ts'
import { Problem } from '../components/Problem.tsx'
import { noteWords } from '../i18n/names.ts'
import { dayOf } from '../i18n/times.ts'
import type { CheckIn, Main, MainState } from '../state/main.ts'
import { endStepShown, startStepShown } from '../state/shift.ts'
import { CheckInCard } from './CheckInCard.tsx'
import { ConnectOffer } from './ConnectOffer.tsx'
import classes from './Main.module.css'
import { ClockNotice, DeviceNotice } from './DeviceNotice.tsx'
import { HeavyNumbers } from './HeavyNumbers.tsx'
import { NoTray } from './NoTray.tsx'
import { Pauses } from './Pauses.tsx'
import { activeOf } from '../state/plans.ts'
import { PlanMarks, PlanRehearsal, PlansToday } from './plans/parts.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { SelfCheckLine } from './SelfCheckLine.tsx'
import { ShiftEndCard } from './ShiftEndCard.tsx'
import { ShiftStartCard } from './ShiftStartCard.tsx'
import { Unplaced } from './Unplaced.tsx'
import { WeekLine } from './week/WeekLine.tsx'

interface TodayProps {
  today: TodayAnswer
  journal: JournalStatus
  device: Device
  work: Work
  /** Whether words may be shown at this desk. */
  words: boolean
  tray: boolean | null
  placed: boolean | null
  isQuiet: boolean
  waitingCheckIn: CheckIn | null
  checkInAsked: MainState['checkInAsked']
  main: Main
}

/** The shift so far, in one neutral line; the one thing that is asked now; pauses; ways to begin something. */
export function Today(props: TodayProps) {
  const {
    today,
    journal,
    device,
    work,
    words,
    tray,
    placed,
    isQuiet,
    waitingCheckIn,
    checkInAsked,
    main,
  } = props
  const { notes, goodNotes, pauses, shiftDate, question } = today
  const onOpen = main.open
  const { cards, starting, heavy, problem } = useStore(main.shift.store)
  const isOpen = journal.state === 'open'
  useEffect(() => (isOpen ? main.plans.look() : undefined), [isOpen, main.plans])
  const planned = useStore(main.plans.store, (view) => view.plans)
  const plan = planned?.today ? (
    <Suspense>
      <PlanRehearsal room={main.plans} work={work} isStep />
    </Suspense>
  ) : null
  const plans =
    activeOf(planned).length > 0 ? (
      <Suspense>
        <PlanMarks room={main.plans} work={work} />
      </Suspense>
    ) : null
  const start = cards?.start ?? null
  const end = cards?.end ?? null
  const startStep = start && startStepShown(start, starting, plan !== null)
  const endStep = end && endStepShown(end, plans !== null, heavy)
  // One question at a time: while a shift begins or ends, nothing else asks.
  const asking = endStep !== null || (startStep !== null && startStep !== 'done')
  const taps = checkInAsked !== null && !checkInAsked.done
  const endCard = end && endStep && !taps && (
    <ShiftEndCard
      key={endStep}
      end={end}
      step={endStep}
      plans={plans}
      work={work}
      room={main.shift}
      onTalk={() => main.go('support')}
      onPause={() => main.pause()}
    />
  )
  // The closing line is the last thing on the page, as it is of the shift.
  const closing = endStep === 'closing' && endCard
  return (
    <>
      <header className={classes['head']}>
        <div>
          <h1>{t`Today`}</h1>
          <p className={classes['lead']}>
            {plural(notes, {
              0: 'No moments noted yet',
              one: '# moment noted',
              other: '# moments noted',
            })}
            {goodNotes > 0 &&
              `, ${plural(goodNotes, { one: '# of them good', other: '# of them good' })}`}
          </p>
          {journal.state === 'absent' && (
            <p className={classes['quiet']}>
              {t`Lull is a breather between two customers, and a journal of your own. It sends nothing anywhere.`}
            </p>
          )}
        </div>
        {shiftDate !== null && <p className={classes['quiet']}>{dayOf(shiftDate)}</p>}
      </header>

      <DeviceNotice notice={device.notice} />
      {today.clockBehind !== null && <ClockNotice date={today.clockBehind} />}

      <div className={classes['ways']}>
        <Button kind="main" onClick={() => main.pause()}>
          {t`Take a pause`}
        </Button>
        <Button onClick={() => onOpen('note')}>{noteWords(work)}</Button>
        {end && !asking && (
          <Button onClick={() => void main.shift.end()}>{t`End the shift`}</Button>
        )}
      </div>

      <Problem code={problem} />
      {!closing && endCard}
      {start && endStep === null && !taps && (
        <ShiftStartCard
          key={startStep}
          start={start}
          step={startStep}
          plan={plan}
          words={words}
          room={main.shift}
          onPlanDone={async () => {
            // Whoever goes on without having seen it isn't asked for it again.
            if (planned?.today && !planned.today.offered) await main.plans.offered(planned.today.id)
            await main.shift.planDone()
          }}
          onNoMoments={() => main.choose({ startMoment: 'off' })}
        />
      )}
      {(!asking || checkInAsked !== null) && (
        <CheckInCard
          key={checkInAsked?.turn}
          last={today.checkIn}
          waiting={waitingCheckIn}
          asked={checkInAsked !== null}
          room={main.checkIns}
          onCheckIn={main.checkIn}
          onAll={journal.state === 'open' ? () => main.go('check-ins') : null}
        />
      )}
      {today.heavyNumbers && (
        <HeavyNumbers
          onTalk={() => main.go('support')}
          onRead={() => void main.selfCheck.heavyRead()}
        />
      )}
      {today.selfCheck !== null && !asking && (
        <SelfCheckLine
          line={today.selfCheck}
          onOpen={() => main.go('self-check')}
          onSkip={() => void main.selfCheck.skip()}
        />
      )}

      {(!asking || endStep === 'closing') && (
        <WeekLine room={main.week} onWeek={() => main.go('week')} />
      )}

      {tray === false && <NoTray told={device.noTrayTold} isQuiet={isQuiet} main={main} />}

      {closing || (
        <>
          {isOpen && !asking && (
            <Suspense>
              <PlansToday room={main.plans} work={work} onAll={() => main.go('plans')} />
            </Suspense>
          )}

          {placed === false && !device.unplacedTold && (
            <Unplaced chooseDevice={main.chooseDevice} />
          )}

          {question !== null && !asking && (
            <QuestionCard
              key={question}
              question={question}
              choose={main.choose}
              skip={main.skip}
            />
          )}
          {question === null &&
            !asking &&
            tray !== false &&
            isOfferedAPhone(device, journal, today, work) && <ConnectOffer main={main} />}
          <Pauses pauses={pauses} />
          {journal.waiting > 0 && (
            <p className={classes['line']}>
              {plural(journal.waiting, {
                one: '# pause waits until you choose a passphrase.',
                other: '# pauses wait until you choose a passphrase.',
              })}
              <Button onClick={() => onOpen('unlock')}>{t`Choose a passphrase`}</Button>
            </p>
          )}
          {isOpen && !today.hasRecoveryKey && (
            <p className={classes['line']}>
              {t`Your recovery key is still to be written down.`}
              <Button onClick={() => onOpen('unlock')}>{t`Write it down`}</Button>
            </p>
          )}
          <p className={classes['end']}>
            <Button kind="quiet" onClick={() => main.go('asked')}>
              {pageName('asked')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** Once there is something in the shift, for those who take calls, until it was answered. */
const isOfferedAPhone = (
  { connectTold }: Device,
  { state }: JournalStatus,
  { notes }: TodayAnswer,
  work: Work,
): boolean => !connectTold && state === 'open' && notes > 0 && work === 'calls'

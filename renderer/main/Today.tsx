import { plural, t } from '@lingui/core/macro'
import { Suspense } from 'react'
import type { Device, JournalStatus, Today as TodayAnswer } from '../../src/contract.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { pageName } from '../i18n/main/names.ts'
import { noteWords } from '../i18n/names.ts'
import { dayOf } from '../i18n/times.ts'
import type { CheckIn, Main } from '../state/main.ts'
import { CheckInCard } from './CheckInCard.tsx'
import { ConnectOffer } from './ConnectOffer.tsx'
import classes from './Main.module.css'
import { DeviceNotice } from './DeviceNotice.tsx'
import { NoTray } from './NoTray.tsx'
import { Pauses } from './Pauses.tsx'
import { PlansToday } from './plans/parts.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { Unplaced } from './Unplaced.tsx'

interface TodayProps {
  today: TodayAnswer
  journal: JournalStatus
  device: Device
  work: Work
  tray: boolean | null
  placed: boolean | null
  isQuiet: boolean
  waitingCheckIn: CheckIn | null
  main: Main
}

/** The shift so far, in one neutral line; its pauses; two taps; and the two ways to begin something. */
export function Today(props: TodayProps) {
  const { today, journal, device, work, tray, placed, isQuiet, waitingCheckIn, main } = props
  const { notes, goodNotes, pauses, shiftDate, question } = today
  const onOpen = main.open
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
        </div>
        {shiftDate !== null && <p className={classes['quiet']}>{dayOf(shiftDate)}</p>}
      </header>

      <DeviceNotice notice={device.notice} />

      <div className={classes['ways']}>
        <Button kind="main" onClick={() => main.pause()}>
          {t`Take a pause`}
        </Button>
        <Button onClick={() => onOpen('note')}>{noteWords(work)}</Button>
      </div>

      <CheckInCard last={today.checkIn} waiting={waitingCheckIn} onCheckIn={main.checkIn} />

      {journal.state === 'open' && (
        <Suspense>
          <PlansToday room={main.plans} work={work} onAll={() => main.go('plans')} />
        </Suspense>
      )}

      {placed === false && !device.unplacedTold && <Unplaced chooseDevice={main.chooseDevice} />}
      {tray === false && <NoTray told={device.noTrayTold} isQuiet={isQuiet} main={main} />}

      {question !== null && (
        <QuestionCard key={question} question={question} choose={main.choose} skip={main.skip} />
      )}
      {question === null && tray !== false && isOfferedAPhone(device, journal, today, work) && (
        <ConnectOffer main={main} />
      )}
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
      {journal.state === 'open' && !today.hasRecoveryKey && (
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
  )
}

/** Once there is something in the shift, for those who take calls, until it was answered. */
const isOfferedAPhone = (
  { connectTold }: Device,
  { state }: JournalStatus,
  { notes }: TodayAnswer,
  work: Work,
): boolean => !connectTold && state === 'open' && notes > 0 && work === 'calls'

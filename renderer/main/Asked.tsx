import { t } from '@lingui/core/macro'
import { useEffect, useId } from 'react'
import { useStore } from 'zustand'
import type { LoggedDecision } from '../../src/contract.ts'
import { localDate } from '../../src/shifts/shift.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Problem } from '../components/Problem.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { askedBecause, askedTitle } from '../i18n/main/asked.ts'
import { pageName } from '../i18n/main/names.ts'
import { dayOf, timeOf } from '../i18n/times.ts'
import type { AskedRoom } from '../state/asked.ts'
import classes from './Asked.module.css'
import main from './Main.module.css'

/** Every decision to speak or to keep quiet, with its reason, for seven days. Nothing of a call. */
export default function Asked({ room }: { room: AskedRoom }) {
  const { lines, problem } = useStore(room.store)
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])

  return (
    <>
      <header>
        <h1>{pageName('asked')}</h1>
        <p className={main['lead']}>
          {t`Times and reasons of the last seven days. Then they are forgotten.`}
        </p>
      </header>
      <Problem code={problem} />
      {lines !== null && lines.length === 0 && (
        <EmptyState>{t`Nothing in the last seven days. What Lull decides stands here from now on.`}</EmptyState>
      )}
      {byDay(lines ?? []).map(({ date, of }) => (
        <Day key={date} date={date} lines={of} />
      ))}
    </>
  )
}

function Day({ date, lines }: { date: string; lines: readonly LoggedDecision[] }) {
  const id = useId()
  return (
    <section className={classes['day']}>
      <h2 id={id}>
        <time dateTime={date}>{dayOf(date)}</time>
      </h2>
      <Rows labelledBy={id}>
        {lines.map((line, index) => (
          <Row key={`${line.at} ${lines.length - index}`} first={<Times of={line} />}>
            {askedTitle(line)}
            <small className={classes['because']}>{askedBecause(line)}</small>
          </Row>
        ))}
      </Rows>
    </section>
  )
}

/** When; or from when to when, where the same was decided again and again. */
function Times({ of: { at, lastAt } }: { of: LoggedDecision }) {
  const [from, to] = [timeOf(at), timeOf(lastAt)]
  const iso = new Date(at).toISOString()
  return (
    <time dateTime={iso} className={classes['times']}>
      {from === to ? from : t`${from} to ${to}`}
    </time>
  )
}

interface OfADay {
  date: string
  of: LoggedDecision[]
}

/** By the date that a clock on the wall showed here; newest first, as they come. */
function byDay(lines: readonly LoggedDecision[]): OfADay[] {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const days: OfADay[] = []
  for (const line of lines) {
    const date = localDate(line.at, zone)
    const last = days.at(-1)
    if (last?.date === date) last.of.push(line)
    else days.push({ date, of: [line] })
  }
  return days
}

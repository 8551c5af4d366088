import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { ContextMark, MarkKind } from '../../../src/contract.ts'
import { markKinds } from '../../../src/trends/kinds.ts'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import { Row, Rows } from '../../components/Rows.tsx'
import { WhenField } from '../../components/WhenField.tsx'
import { markName } from '../../i18n/main/trends.ts'
import { fullDayOf } from '../../i18n/times.ts'
import type { TrendsRoom } from '../../state/trends.ts'
import main from '../Main.module.css'
import { SendForm } from '../SendForm.tsx'
import classes from './Trends.module.css'

interface ContextMarksProps {
  marks: readonly ContextMark[]
  today: string
  room: TrendsRoom
}

/** What went on around the work, so that the numbers can be read beside it. */
export function ContextMarks({ marks, today, room }: ContextMarksProps) {
  const [adding, setAdding] = useState(false)
  return (
    <section className={classes['part']} aria-labelledby="around">
      <h2 id="around">{t`What went on around it`}</h2>
      {marks.length === 0 ? (
        <p className={main['quiet']}>
          {t`A peak, a new rota, a holiday, days unwell: marked here, they are drawn behind the dots.`}
        </p>
      ) : (
        <Rows labelledBy="around">
          {marks.map((mark) => (
            <Row
              key={mark.id}
              last={
                <Button
                  kind="quiet"
                  label={t`Delete: ${markName(mark.kind)}, ${fullDayOf(mark.from)}`}
                  onClick={() => void room.unmark(mark.id)}
                >{t`Delete`}</Button>
              }
            >
              {markName(mark.kind)}, {datesOf(mark)}
            </Row>
          ))}
        </Rows>
      )}
      {adding ? (
        <MarkForm today={today} room={room} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Button onClick={() => setAdding(true)}>{t`Mark a time`}</Button>
        </p>
      )}
    </section>
  )
}

function datesOf({ from, to }: ContextMark): string {
  const [first, last] = [fullDayOf(from), fullDayOf(to)]
  return from === to ? first : t`${first} to ${last}`
}

function MarkForm({
  today,
  room,
  onDone,
}: {
  today: string
  room: TrendsRoom
  onDone: () => void
}) {
  const [kind, setKind] = useState<MarkKind>('peak')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  return (
    <SendForm
      className={classes['form']}
      label={t`Mark a time`}
      go={t`Mark it`}
      lacking={t`Two dates, please, the first one first.`}
      isWhole={from !== '' && to !== '' && from <= to}
      onSend={() => room.mark({ kind, from, to })}
      onClose={onDone}
    >
      <Choices
        legend={t`What was it?`}
        choices={markKinds.map((value) => ({ value, label: markName(value) }))}
        picked={kind}
        onPick={setKind}
        look="chips"
        focused
      />
      <div className={classes['dates']}>
        <WhenField of="date" label={t`From`} value={from} onChange={setFrom} />
        <WhenField of="date" label={t`To`} value={to} onChange={setTo} />
      </div>
    </SendForm>
  )
}

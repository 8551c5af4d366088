import { t } from '@lingui/core/macro'
import type { Trends } from '../../../src/contract.ts'
import { beginnings } from '../../../src/trends/kinds.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { Choices } from '../../components/Choices.tsx'
import {
  beginningName,
  beginningNote,
  watchNotes,
  watchOdds,
  watchSentence,
} from '../../i18n/main/trends.ts'
import type { TrendsRoom } from '../../state/trends.ts'
import main from '../Main.module.css'
import { NewUsual } from './NewUsual.tsx'
import classes from './Trends.module.css'

interface WatchCardProps {
  trends: Trends
  room: TrendsRoom
  hasJournal: boolean
  onTalk: () => void
  onSheet: () => void
}

/** What the watch on stress says, what can be asked or done about it, and how sure that is. */
export function WatchCard({ trends, room, hasJournal, onTalk, onSheet }: WatchCardProps) {
  const { watch, today } = trends
  const { since, anew } = watch
  const notes = watchNotes(watch)
  return (
    <Card label={t`Your stress, shift by shift, in words`}>
      <div className={classes['watch']}>
        <p className={classes['says']} role="status">
          {watchSentence(watch, today)}
        </p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {watch.says === 'collecting' && anew === null && hasJournal && (
          <div className={classes['asked']}>
            <Choices
              legend={t`How were the last weeks before you began here?`}
              choices={beginnings.map((value) => ({ value, label: beginningName(value) }))}
              picked={watch.began}
              onPick={(as) => void room.begin(as)}
              look="segments"
            />
            <p className={main['quiet']}>{beginningNote()}</p>
          </div>
        )}
        {watch.doorsOpen && since && (
          <section className={classes['asked']} aria-label={t`From here`}>
            <p>{t`There is nothing that you have to do. If you like:`}</p>
            <div className={main['ways']}>
              <Button
                onClick={() => void room.answer(since.shiftId, 'doors', 'no')}
              >{t`Nothing for now`}</Button>
              <Button
                onClick={() => {
                  void room.answer(since.shiftId, 'doors', 'yes')
                  onTalk()
                }}
              >{t`Talk to someone`}</Button>
              <Button
                onClick={() => {
                  void room.answer(since.shiftId, 'doors', 'yes')
                  onSheet()
                }}
              >{t`Make a one-page sheet`}</Button>
            </div>
          </section>
        )}
        <NewUsual {...watch} of="stress" label={t`A new usual`} room={room} />
        <details className={main['more']}>
          <summary>{t`How this works, and how often it is wrong`}</summary>
          <div className={classes['odds']}>
            {watchOdds(trends.energy === null ? 1 : 2).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </details>
      </div>
    </Card>
  )
}

import { t } from '@lingui/core/macro'
import type { Trends, WatchedSeries } from '../../../src/contract.ts'
import { askNewUsualAfter } from '../../../src/trends/kinds.ts'
import { Button } from '../../components/Button.tsx'
import { fullDayOf } from '../../i18n/times.ts'
import type { TrendsRoom } from '../../state/trends.ts'
import main from '../Main.module.css'
import classes from './Trends.module.css'

interface NewUsualProps extends Pick<Trends['watch'], 'asksNewUsual' | 'since' | 'anew'> {
  of: WatchedSeries
  /** Names the question for a screen reader. */
  label: string
  room: TrendsRoom
}

/** Asks whether what lasts is the new usual, and says where the agent let it begin anew. */
export function NewUsual({ asksNewUsual, since, anew, of, label, room }: NewUsualProps) {
  return (
    <>
      {asksNewUsual && since && (
        <section className={classes['asked']} aria-label={label}>
          <p>{t`This has lasted more than ${askNewUsualAfter} logged shifts. Is this your new usual?`}</p>
          <div className={main['ways']}>
            <Button onClick={() => void room.answer(since.shiftId, 'new-usual', 'yes', of)}>
              {t`Yes, begin anew from there`}
            </Button>
            <Button onClick={() => void room.answer(since.shiftId, 'new-usual', 'no', of)}>
              {t`No, keep comparing`}
            </Button>
          </div>
        </section>
      )}
      {anew && (
        <p className={main['line']}>
          {t`Your usual began anew with the shift of ${fullDayOf(anew.shiftDate)}.`}
          <Button
            kind="quiet"
            onClick={() => void room.answer(anew.shiftId, 'new-usual', 'open', of)}
          >
            {t`Take that back`}
          </Button>
        </p>
      )}
    </>
  )
}

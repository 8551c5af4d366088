import { t } from '@lingui/core/macro'
import type { Week, WeekPage } from '../../../src/contract.ts'
import { Button } from '../../components/Button.tsx'
import { Row, Rows } from '../../components/Rows.tsx'
import { weekDates } from '../../i18n/main/week.ts'
import type { WeekRoom } from '../../state/week.ts'
import main from '../Main.module.css'

interface EarlierWeeksProps {
  page: WeekPage
  week: Week
  room: WeekRoom
}

/** The weeks that were looked back at, folded away until somebody wants one. */
export function EarlierWeeks({ page, week, room }: EarlierWeeksProps) {
  const others = page.weeks.filter(({ from }) => from !== week.from)
  if (others.length === 0) return null
  return (
    <details className={main['more']}>
      <summary>{t`Weeks you looked back at`}</summary>
      <Rows>
        {others.map((each) => (
          <Row key={each.from} last={each.step === 'done' ? undefined : t`begun`}>
            <Button kind="quiet" onClick={() => void room.show(each.from)}>
              {weekDates(each, week.today)}
            </Button>
          </Row>
        ))}
      </Rows>
      {page.hasMore && (
        <Button kind="quiet" onClick={() => void room.older()}>
          {t`Older ones`}
        </Button>
      )}
    </details>
  )
}

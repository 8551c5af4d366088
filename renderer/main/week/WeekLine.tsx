import { t } from '@lingui/core/macro'
import { useStore } from 'zustand'
import { Button } from '../../components/Button.tsx'
import { dayMonthOf } from '../../i18n/times.ts'
import type { WeekRoom } from '../../state/week.ts'
import main from '../Main.module.css'

/** A line on Today once the week's last shift is over. It asks nothing, and goes when it is not wanted. */
export function WeekLine({ room, onWeek }: { room: WeekRoom; onWeek: () => void }) {
  const due = useStore(room.store, (view) => view.due)
  if (due === null) return null
  const from = dayMonthOf(due)
  return (
    <p className={main['line']}>
      {t`Your week from ${from} is over. You can look back at it, in three minutes.`}
      <span className={main['ways']}>
        <Button onClick={onWeek}>{t`Look back`}</Button>
        <Button kind="quiet" onClick={() => void room.leave(due)}>
          {t`Not this week`}
        </Button>
      </span>
    </p>
  )
}

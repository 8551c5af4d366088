import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { dayOf } from '../i18n/times.ts'
import type { ShiftRoom } from '../state/shift.ts'
import { leftWords } from './journal-words.ts'
import classes from './ShiftCards.module.css'

/** What went right in shifts before, folded away until somebody looks. Only good things are in it. */
export function GoodThings({ room }: { room: ShiftRoom }) {
  const page = useStore(room.store, (view) => view.rights)
  const dropped = useStore(room.store, (view) => view.dropped)
  useEffect(() => room.away, [room])
  return (
    <details
      className={classes['more']}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void room.look()
        else room.away()
      }}
    >
      <summary>{t`Good things you wrote down before`}</summary>
      <p role="status" className={classes['gone']}>
        {dropped && (
          <>
            <span>{[t`It is gone.`, ...leftWords(dropped.left)].join(' ')}</span>
            <Button kind="quiet" onClick={() => void room.undoDrop()}>
              {t`Undo`}
            </Button>
          </>
        )}
      </p>
      {page && page.rights.length === 0 && (
        <p>{t`What you write at the end of a shift stands here.`}</p>
      )}
      {page && page.rights.length > 0 && (
        <Rows>
          {page.rights.map((right) => {
            const day = dayOf(right.shiftDate)
            return (
              <Row
                key={right.shiftId}
                first={<time dateTime={right.shiftDate}>{day}</time>}
                last={
                  <Button
                    kind="quiet"
                    label={t`Delete what you wrote on ${day}`}
                    onClick={() => void room.drop(right)}
                  >
                    {t`Delete`}
                  </Button>
                }
              >
                <span data-own-words>{right.words}</span>
              </Row>
            )
          })}
        </Rows>
      )}
      {page?.hasMore === true && (
        <Button kind="quiet" onClick={() => void room.older()}>
          {t`Older ones`}
        </Button>
      )}
    </details>
  )
}

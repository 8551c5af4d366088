import { t } from '@lingui/core/macro'
import type { TodayPause } from '../../src/contract.ts'
import { Row, Rows } from '../components/Rows.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import { lengthOf, timeOf } from '../i18n/times.ts'

/** The pauses of the shift. One that was stopped counts as what it was. */
export function Pauses({ pauses }: { pauses: readonly TodayPause[] }) {
  if (pauses.length === 0) return null
  return (
    <section aria-labelledby="pauses">
      <h2 id="pauses">{t`Pauses`}</h2>
      <Rows>
        {pauses.map((pause) => (
          <Row
            key={pause.id}
            first={<time dateTime={new Date(pause.at).toISOString()}>{timeOf(pause.at)}</time>}
            last={takenLength(pause)}
          >
            {pauseName(pause.kind)}
          </Row>
        ))}
      </Rows>
    </section>
  )
}

/** How long it was, and whether it was stopped. */
export function takenLength({ ended, elapsedMs }: TodayPause): string {
  const length = lengthOf(elapsedMs)
  return ended === 'completed' ? length : t`stopped after ${length}`
}

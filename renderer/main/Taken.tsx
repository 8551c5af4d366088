import { plural, t } from '@lingui/core/macro'
import type { PausesTaken } from '../../src/contract.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { tenth } from '../i18n/main/trends.ts'
import { pauseName } from '../i18n/pause-names.ts'
import { dayTimeOf } from '../i18n/times.ts'
import { takenLength } from './Pauses.tsx'

/** The pauses that were taken, as what they were. Nothing is counted into a streak. */
export function Taken({ pauses }: { pauses: PausesTaken | null }) {
  if (pauses === null)
    return <EmptyState>{t`Your pauses lie in your journal. Unlock it to see them.`}</EmptyState>
  const { sessions, described } = pauses
  if (sessions.length === 0)
    return (
      <EmptyState>{t`Every pause that you take stands here, also one that you stopped.`}</EmptyState>
    )
  return (
    <>
      {described && <p>{describedWords(described)}</p>}
      <Rows>
        {sessions.map((pause) => (
          <Row
            key={pause.id}
            first={<time dateTime={new Date(pause.at).toISOString()}>{dayTimeOf(pause.at)}</time>}
            last={takenLength(pause)}
          >
            {pauseName(pause.kind)}
          </Row>
        ))}
      </Rows>
    </>
  )
}

/** A description, never called help (design.md, "Honest numbers" 4). */
function describedWords({ count, before, after }: NonNullable<PausesTaken['described']>): string {
  const [was, is] = [tenth(before), tenth(after)]
  return plural(count, {
    one: `# rated pause in all: before ${was}, after ${is} on average. Tension also eases by itself: a part of this would have happened anyway.`,
    other: `# rated pauses in all: before ${was}, after ${is} on average. Tension also eases by itself: a part of this would have happened anyway.`,
  })
}

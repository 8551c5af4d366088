import { t } from '@lingui/core/macro'
import type { SelfCheck, SelfChecks } from '../../../src/contract.ts'
import { sides } from '../../../src/selfcheck/items.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import {
  answeredWords,
  answerName,
  earlierWords,
  monthName,
  placeWords,
  sideName,
} from '../../i18n/main/self-check.ts'
import type { SelfCheckRoom } from '../../state/self-check.ts'
import main from '../Main.module.css'
import classes from './SelfCheck.module.css'

interface ResultProps {
  check: SelfCheck
  seen: SelfChecks
  room: SelfCheckRoom
}

/** What this month's self-check says, side by side, and beside one's own earlier ones. No verdict. */
export function Result({ check, seen, room }: ResultProps) {
  const earlier = seen.checks.filter(({ month }) => month < check.month)
  const month = monthName(check.month)
  return (
    <Card
      label={t`Your self-check of ${month}`}
      under={
        <Button kind="quiet" onClick={room.begin}>
          {check.finished ? t`Look at your answers` : t`Go on with it`}
        </Button>
      }
    >
      <h2>{check.finished ? t`Your self-check of ${month}` : t`Your self-check is half done`}</h2>
      <dl className={classes['sides']}>
        {sides.map((side) => {
          const score = check[side]
          const answered = score && answeredWords(side, score)
          const before = earlierWords(
            earlier.flatMap((each) => {
              const then = each[side]
              return then ? [{ month: each.month, mean: then.mean }] : []
            }),
          )
          return (
            <div key={side}>
              <dt>{sideName(side)}</dt>
              <dd>
                {score ? (
                  <span className={classes['says']}>{placeWords(score.mean)}</span>
                ) : (
                  <span>{t`Fewer than half of these are answered, so nothing is said of them.`}</span>
                )}
                {answered !== null && <small>{answered}</small>}
                {score && before !== null && <small>{before}</small>}
              </dd>
            </div>
          )
        })}
        {check.hidden !== null && (
          <div>
            <dt>{t`Had to hide what you felt`}</dt>
            <dd>
              <span className={classes['says']}>{answerName('hidden', check.hidden)}</span>
            </dd>
          </div>
        )}
      </dl>
      <p className={main['quiet']}>{t`How often this was so in the last four weeks.`}</p>
    </Card>
  )
}

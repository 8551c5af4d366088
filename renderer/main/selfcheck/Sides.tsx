import { plural, t } from '@lingui/core/macro'
import type { SelfChecks } from '../../../src/contract.ts'
import { sides } from '../../../src/selfcheck/items.ts'
import { Button } from '../../components/Button.tsx'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import frame from '../../components/ChartFrame.module.css'
import { Row, Rows } from '../../components/Rows.tsx'
import {
  answeredWords,
  answerName,
  monthName,
  sideName,
  sideWords,
} from '../../i18n/main/self-check.ts'
import type { SelfCheckRoom } from '../../state/self-check.ts'
import main from '../Main.module.css'
import trends from '../trends/Trends.module.css'
import { SideMark, SidesChart } from './SidesChart.tsx'

/** How were the two sides, month by month? */
export function Sides({ seen, room }: { seen: SelfChecks; room: SelfCheckRoom }) {
  const { checks } = seen
  const scored = checks.filter(({ work, customers }) => work !== null || customers !== null)
  const last = scored.at(-1)
  if (checks.length === 0) return null
  return (
    <section className={trends['part']} aria-labelledby="months">
      <h2 id="months">{t`Month by month`}</h2>
      {!last ? (
        <p className={main['quiet']}>
          {t`Once half of a side is answered, it stands here as a mark, a month beside the other.`}
        </p>
      ) : (
        <ChartFrame
          label={t`The two sides, month by month`}
          sentence={sentence(scored.length, last)}
          chart={<SidesChart seen={seen} />}
          table={<Table seen={seen} />}
          legend={sides.map((side) => (
            <li key={side}>
              <SideMark side={side} />
              {sideName(side)}
            </li>
          ))}
          under={
            <p>
              {t`How often, on average, the things that a side asks about were so. A month without a self-check stays empty.`}
              {scored.length === 1 &&
                ` ${t`From the second month on, they stand beside each other.`}`}
            </p>
          }
        />
      )}
      <Each seen={seen} room={room} />
    </section>
  )
}

function sentence(count: number, last: SelfChecks['checks'][number]): string {
  const month = monthName(last.month)
  const [work, customers] = [sideWords(last.work), sideWords(last.customers)]
  return plural(count, {
    one: `# self-check. In ${month}, the work itself: ${work}; contact with customers: ${customers}.`,
    other: `# self-checks. In ${month}, the work itself: ${work}; contact with customers: ${customers}.`,
  })
}

/** The same in words. */
function Table({ seen }: { seen: SelfChecks }) {
  return (
    <table className={frame['inWords']}>
      <thead>
        <tr>
          <th scope="col">{t`Month`}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {sideName(side)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {seen.checks.toReversed().map((check) => (
          <tr key={check.id}>
            <th scope="row">{monthName(check.month)}</th>
            {sides.map((side) => {
              const score = check[side]
              const answered = score && answeredWords(side, score)
              return (
                <td key={side}>
                  {sideWords(score)}
                  {answered !== null && <small> ({answered})</small>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each month with what stands on neither side, and the way to take it out. */
function Each({ seen, room }: { seen: SelfChecks; room: SelfCheckRoom }) {
  return (
    <details className={main['more']}>
      <summary>{t`Each of them, and what you had to hide`}</summary>
      <Rows>
        {seen.checks.toReversed().map(({ id, month, hidden }) => (
          <Row
            key={id}
            first={monthName(month)}
            last={
              <Button
                kind="quiet"
                label={t`Delete: ${monthName(month)}`}
                onClick={() => void room.remove(id)}
              >
                {t`Delete`}
              </Button>
            }
          >
            {hidden === null
              ? t`Had to hide what you felt: not answered`
              : t`Had to hide what you felt: ${answerName('hidden', hidden)}`}
          </Row>
        ))}
      </Rows>
    </details>
  )
}

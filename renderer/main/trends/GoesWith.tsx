import { t } from '@lingui/core/macro'
import type { FactorSaid, Recent } from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import frame from '../../components/ChartFrame.module.css'
import {
  clearSentence,
  factorName,
  foundSentence,
  linkOdds,
  togetherSentence,
} from '../../i18n/main/recent.ts'
import { tenth } from '../../i18n/main/trends.ts'
import main from '../Main.module.css'
import { Range, rangeReach } from './Range.tsx'
import classes from './Trends.module.css'

/** Which situations go with harder moments, or with more stress? Mostly it isn't clear, and that is normal. */
export function GoesWith({ recent: { factors }, work }: { recent: Recent; work: Work }) {
  return (
    <section className={classes['part']} aria-labelledby="goes-with">
      <h2 id="goes-with">{t`What goes with harder moments`}</h2>
      {factors.length === 0 ? (
        <p className={main['quiet']}>
          {t`Once ten moments of a kind are noted, and ten others, they are compared here. It takes months until something is clear.`}
        </p>
      ) : (
        <>
          <p>{clearSentence(factors)}</p>
          <Found factors={factors} work={work} />
          <p className={classes['small']}>{linkOdds()}</p>
          <details className={main['more']}>
            <summary>{t`All situations, as a table`}</summary>
            <div className={frame['table']}>
              <Table factors={factors} work={work} />
            </div>
          </details>
        </>
      )}
    </section>
  )
}

function Found({ factors, work }: { factors: readonly FactorSaid[]; work: Work }) {
  const found = factors.filter((said) => said.found !== null)
  if (found.length === 0)
    return (
      <p className={main['quiet']}>
        {t`That is how it is for months: a few moments of each kind, and no two shifts alike.`}
      </p>
    )
  return (
    <ul className={classes['found']}>
      {found.map((said) => (
        <li key={`${said.factor.of} ${said.factor.id}`}>
          <p>{foundSentence(said, work)}</p>
          {said.found && (
            <Range
              difference={said.found.difference}
              interval={said.found.interval}
              scale={
                said.factor.of === 'kind'
                  ? [t`${rangeReach} points less`, t`no difference`, t`${rangeReach} points more`]
                  : [
                      t`${rangeReach} points easier`,
                      t`no difference`,
                      t`${rangeReach} points harder`,
                    ]
              }
            />
          )}
          <Together words={togetherSentence(said, work)} />
        </li>
      ))}
    </ul>
  )
}

const Together = ({ words }: { words: string | null }) =>
  words === null ? null : <p className={main['quiet']}>{words}</p>

/** `0.9 (0.5 to 1.3)`. */
function spanOf({ difference, interval: [from, to] }: NonNullable<FactorSaid['found']>): string {
  const [points, low, high] = [tenth(difference), tenth(from), tenth(to)]
  return t`${points} (${low} to ${high})`
}

function Table({ factors, work }: { factors: readonly FactorSaid[]; work: Work }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Situation`}</th>
          <th scope="col">{t`With`}</th>
          <th scope="col">{t`Without`}</th>
          <th scope="col">{t`Harder by, in points`}</th>
        </tr>
      </thead>
      <tbody>
        {factors.map(({ factor, with: withIt, without, found }) => (
          <tr key={`${factor.of} ${factor.id}`}>
            <th scope="row">{factorName(factor, work)}</th>
            <td>{withIt}</td>
            <td>{without}</td>
            <td>{found === null ? t`not clear yet` : spanOf(found)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { t } from '@lingui/core/macro'
import type { PausesFollowed, Recent } from '../../../src/contract.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import frame from '../../components/ChartFrame.module.css'
import { chanceSentences, pausesSentence } from '../../i18n/main/recent.ts'
import { tenth } from '../../i18n/main/trends.ts'
import { pauseName } from '../../i18n/pause-names.ts'
import main from '../Main.module.css'
import { Swatch } from './Fills.tsx'
import { PausesChart, pauseFills } from './PausesChart.tsx'
import { Range, rangeReach } from './Range.tsx'
import classes from './Trends.module.css'

/** What followed my pauses? Told, and compared only where chance chose between kinds. */
export function Followed({ recent: { pauses, shifts } }: { recent: Recent }) {
  const label = t`What followed your pauses`
  return (
    <div className={classes['part']}>
      <h2>{label}</h2>
      {pauses.means === null ? (
        <p className={main['quiet']}>{pausesSentence(pauses, shifts)}</p>
      ) : (
        <ChartFrame
          label={label}
          sentence={pausesSentence(pauses, shifts)}
          chart={<PausesChart pauses={pauses} />}
          table={<Spread pauses={pauses} />}
          legend={(
            [
              ['before', t`before`],
              ['after', t`after`],
            ] as const
          ).map(([when, name]) => (
            <li key={when}>
              <Swatch fill={pauseFills[when]} />
              {name}
            </li>
          ))}
          under={
            <p>{t`Tension from 0 to 10, and how many pauses stand at each. It is asked at every third pause of a minute or more.`}</p>
          }
        />
      )}
      <Chance pauses={pauses} />
    </div>
  )
}

/** Pauses that Lull chose: the only ones that are held against each other. */
function Chance({ pauses }: { pauses: PausesFollowed }) {
  const { compared } = pauses.chance
  return (
    <section className={classes['under']} aria-label={t`Chosen by chance`}>
      {chanceSentences(pauses).map((sentence) => (
        <p key={sentence} className={pauses.chance.rated === 0 ? main['quiet'] : undefined}>
          {sentence}
        </p>
      ))}
      {compared.length > 0 && (
        <details className={main['more']}>
          <summary>{t`Each kind beside the others`}</summary>
          <div className={frame['table']}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t`Pause`}</th>
                  <th scope="col">{t`Pauses`}</th>
                  <th scope="col">{t`After it, lower by`}</th>
                  <th scope="col">{t`Between`}</th>
                </tr>
              </thead>
              <tbody>
                {compared.map(({ kind, of, difference, interval: [low, high] }) => (
                  <tr key={kind}>
                    <th scope="row">{pauseName(kind)}</th>
                    <td>{of}</td>
                    <td>{tenth(-difference)}</td>
                    <td>{t`${tenth(-high)} and ${tenth(-low)}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      {compared
        .filter(({ named }) => named)
        .map(({ kind, difference, interval }) => (
          <Range
            key={kind}
            difference={difference}
            interval={interval}
            scale={[
              t`${rangeReach} points lower`,
              t`no difference`,
              t`${rangeReach} points higher`,
            ]}
          />
        ))}
    </section>
  )
}

function Spread({ pauses: { before, after } }: { pauses: PausesFollowed }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Tension`}</th>
          <th scope="col">{t`Pauses before`}</th>
          <th scope="col">{t`Pauses after`}</th>
        </tr>
      </thead>
      <tbody>
        {before.map((count, tension) => (
          <tr key={tension}>
            <th scope="row">{tension}</th>
            <td>{count}</td>
            <td>{after[tension]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

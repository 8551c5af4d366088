import { plural, t } from '@lingui/core/macro'
import type { FactorSaid, Recent } from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { factorName } from '../../i18n/main/recent.ts'
import main from '../Main.module.css'
import { Listed } from './Listed.tsx'
import classes from './Trends.module.css'

/** What were the moments about? Types and triggers, by number; what they go with is another question. */
export function About({ recent, work }: { recent: Recent; work: Work }) {
  const label = t`What your moments were about`
  const of = (kind: 'type' | 'trigger') =>
    recent.factors
      .filter(({ factor }) => factor.of === kind)
      .toSorted((one, other) => other.with - one.with)
  const [types, triggers] = [of('type'), of('trigger')]
  const [first] = types
  const said = types.reduce((sum, type) => sum + type.with, 0)
  const named = (list: readonly FactorSaid[]) =>
    list.map(({ factor, with: count }) => ({
      key: factor.id,
      words: `${factorName(factor, work)}: ${count}`,
      parts: [{ count, fill: 'full' as const }],
    }))
  const most = first && factorName(first.factor, work)
  return (
    <div className={classes['part']}>
      <h2>{label}</h2>
      {first === undefined ? (
        <p className={main['quiet']}>
          {t`What a moment was, and what set it off, stands here by number once you say so in a note.`}
        </p>
      ) : (
        <ChartFrame
          label={label}
          sentence={plural(said, {
            one: `You said of # moment what it was; most often: ${most}.`,
            other: `You said of # moments what they were; most often: ${most}.`,
          })}
          chart={
            <div className={classes['lists']}>
              <Listed rows={named(types)} most={first.with} look="beside" />
              {triggers.length > 0 && (
                <>
                  <p className={main['quiet']}>{t`What set them off, where you said so`}</p>
                  <Listed rows={named(triggers)} most={first.with} look="beside" />
                </>
              )}
            </div>
          }
          table={<Table types={types} triggers={triggers} work={work} />}
          under={
            <p>{t`Good ones aren’t counted here. Most people note the hard ones more often.`}</p>
          }
        />
      )}
    </div>
  )
}

interface TableProps {
  types: readonly FactorSaid[]
  triggers: readonly FactorSaid[]
  work: Work
}

function Table({ types, triggers, work }: TableProps) {
  const rows = (list: readonly FactorSaid[]) =>
    list.map(({ factor, with: count }) => (
      <tr key={factor.id}>
        <th scope="row">{factorName(factor, work)}</th>
        <td>{count}</td>
      </tr>
    ))
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`What it was`}</th>
          <th scope="col">{t`Moments`}</th>
        </tr>
      </thead>
      <tbody>{rows(types)}</tbody>
      {triggers.length > 0 && (
        <>
          <thead>
            <tr>
              <th scope="col">{t`What set it off`}</th>
              <th scope="col">{t`Moments`}</th>
            </tr>
          </thead>
          <tbody>{rows(triggers)}</tbody>
        </>
      )}
    </table>
  )
}

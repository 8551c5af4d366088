import { t } from '@lingui/core/macro'
import type { Recent, TechniqueUse } from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { techniqueName, verdictName } from '../../i18n/main/details.ts'
import { didSentence, usedSentence } from '../../i18n/main/recent.ts'
import main from '../Main.module.css'
import { Swatch } from './Fills.tsx'
import { Listed } from './Listed.tsx'
import classes from './Trends.module.css'

/** What did I do, and did it help? The agent's own verdict, and nothing beside it. */
export function Did({ recent: { techniques }, work }: { recent: Recent; work: Work }) {
  const label = t`What you did, and your own word on it`
  return (
    <div className={classes['part']}>
      <h2>{label}</h2>
      {techniques.length === 0 ? (
        <p className={main['quiet']}>
          {t`What you did in a moment, and whether it helped, stands here once you say so in a note.`}
        </p>
      ) : (
        <ChartFrame
          label={label}
          sentence={didSentence(techniques)}
          chart={<Listed rows={techniques.map((use) => rowOf(use, work))} look="above" />}
          table={<Table techniques={techniques} work={work} />}
          legend={(['helped', 'used', 'didnt-help'] as const).map((verdict) => (
            <li key={verdict}>
              <Swatch fill={fills[verdict]} />
              {verdict === 'used' ? t`nothing said` : verdictName(verdict)}
            </li>
          ))}
          under={
            <p>
              {t`How hard those moments were is left out on purpose: what one does in the hardest ones would look as if it made them so.`}
            </p>
          }
        />
      )}
    </div>
  )
}

const fills = { helped: 'full', used: 'half', 'didnt-help': 'hatched' } as const

const unsaidOf = ({ times, helped, didntHelp }: TechniqueUse) => times - helped - didntHelp

const rowOf = (use: TechniqueUse, work: Work) => ({
  key: use.technique,
  words: usedSentence(use, work),
  parts: [
    { count: use.helped, fill: fills.helped },
    { count: unsaidOf(use), fill: fills.used },
    { count: use.didntHelp, fill: fills['didnt-help'] },
  ],
})

function Table({ techniques, work }: { techniques: readonly TechniqueUse[]; work: Work }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`What you did`}</th>
          <th scope="col">{t`Times`}</th>
          <th scope="col">{t`Helped`}</th>
          <th scope="col">{t`Didn’t help`}</th>
        </tr>
      </thead>
      <tbody>
        {techniques.map(({ technique, times, helped, didntHelp }) => (
          <tr key={technique}>
            <th scope="row">{techniqueName(technique, work)}</th>
            <td>{times}</td>
            <td>{helped}</td>
            <td>{didntHelp}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

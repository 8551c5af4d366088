import { t } from '@lingui/core/macro'
import { sources } from '../../i18n/about/sources.ts'
import { pageName } from '../../i18n/main/names.ts'
import { momentEvidence, momentSource } from '../../i18n/main/shift.ts'
import { watchOdds } from '../../i18n/main/trends.ts'
import { Known } from '../Known.tsx'
import screen from '../Main.module.css'
import { Paper } from './Paper.tsx'
import classes from './Paper.module.css'

/** What is known of each thing that Lull offers, null results included, and by whom. */
export default function EvidencePage() {
  return (
    <Paper
      title={pageName('evidence')}
      lead={t`What studies found about what Lull offers, and what they didn’t find.`}
      parts={[
        {
          id: 'how-to-read',
          heading: t`How to read this`,
          body: (
            <>
              <p>{t`One study is called one study. Where a study found nothing, that is said, and where we know of none, that too.`}</p>
              <p>{t`Lull as a whole has not been studied. What is shown of a method elsewhere may be weaker here, in a minute between two calls.`}</p>
            </>
          ),
        },
        { id: 'pauses', heading: t`Pauses`, body: <Known /> },
        {
          id: 'shift-start',
          heading: t`A moment at the start of a shift`,
          body: (
            <p>
              {momentEvidence()}
              <small className={screen['source']}>{momentSource()}</small>
            </p>
          ),
        },
        {
          id: 'trends',
          heading: t`What Trends says of your stress`,
          body: watchOdds(1).map((sentence) => <p key={sentence}>{sentence}</p>),
        },
        {
          id: 'own-choices',
          heading: t`What is our own choice`,
          body: (
            <ul className={classes['points']}>
              <li>{t`The minute and a half after which a note says that you can stop: no study gave us this number.`}</li>
              <li>{t`The questions of the self-check are ours. They are no published questionnaire, and nobody has tested them.`}</li>
              <li>{t`The guide’s advice comes from people who have done this work, in our words. Most of it hasn’t been put to the test.`}</li>
              <li>{t`How often Lull may speak, and how long it waits, are ours too.`}</li>
            </ul>
          ),
        },
        {
          id: 'sources',
          heading: t`Sources`,
          body: (
            <>
              <p>{t`Read by us as the paper itself or its summary, up to November 2026.`}</p>
              <ul className={`${classes['points']} ${classes['hint']}`} data-own-words>
                {sources.map((source) => (
                  <li key={source}>{source}</li>
                ))}
              </ul>
            </>
          ),
        },
      ]}
    />
  )
}

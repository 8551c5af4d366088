import { t } from '@lingui/core/macro'
import { blanked } from '../../src/notes/customer-data.ts'
import { CustomerData } from '../components/CustomerData.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { askedWords } from '../i18n/note/asked.ts'
import { questionOf, type Act, type Flow } from './flow.ts'
import classes from './Note.module.css'

/** A few words, or the answer to the one question of a hard note. Never asked why, never required. */
export function Words({ flow, act }: { flow: Flow; act: (act: Act) => void }) {
  const question = askedWords(questionOf(flow))
  return (
    <>
      <TextArea
        label={
          question === null ? (
            <h1>{t`A few words, if you like`}</h1>
          ) : (
            <span className={classes['question']}>
              <h1>{question}</h1>
              <small>{t`A few words, if you like`}</small>
            </span>
          )
        }
        text={flow.words}
        kept={flow.kept}
        focused
        onWrite={(words) => act({ act: 'words', words })}
        onEnter={() => act({ act: 'next' })}
      />
      <p role="status" className={classes['stop']}>
        {flow.stopSaid && flow.problem === null && t`You can stop here. It’s kept.`}
      </p>
      <CustomerData
        text={flow.words}
        onBlank={() => act({ act: 'words', words: blanked(flow.words) })}
      />
    </>
  )
}

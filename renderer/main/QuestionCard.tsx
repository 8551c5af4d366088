import { t } from '@lingui/core/macro'
import type { Question } from '../../src/contract.ts'
import { gaps, works } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import { Choices } from '../components/Choices.tsx'
import { gapName, workName } from '../i18n/main/names.ts'
import type { Main } from '../state/main.ts'

interface QuestionCardProps {
  question: Question
  choose: Main['choose']
  skip: Main['skip']
}

/** One of the few questions, on the day it begins to matter. It waits below what the agent came for. */
export function QuestionCard({ question, choose, skip }: QuestionCardProps) {
  return (
    <Card
      label={t`A question, once`}
      under={
        <>
          <span>{t`Asked once. It can be changed in Settings.`}</span>
          <Button kind="quiet" onClick={() => void skip(question)}>
            {t`Skip`}
          </Button>
        </>
      }
    >
      {question === 'work' ? (
        <Choices
          legend={<h2>{t`What do you mostly do?`}</h2>}
          choices={works.map((value) => ({ value, label: workName(value) }))}
          picked={null}
          onPick={(work) => void choose({ work })}
          look="chips"
        />
      ) : (
        <Choices
          legend={<h2>{t`How long is it usually between two calls?`}</h2>}
          choices={gaps.map((value) => ({ value, label: gapName(value) }))}
          picked={null}
          onPick={(gap) => void choose({ gap })}
          look="chips"
        />
      )}
    </Card>
  )
}

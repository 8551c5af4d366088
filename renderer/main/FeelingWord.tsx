import { t } from '@lingui/core/macro'
import {
  familyOf,
  feelingFamilies,
  feelings,
  type Feeling,
  type FeelingFamily,
} from '../../src/notes/kinds.ts'
import { Choices } from '../components/Choices.tsx'
import { feelingName } from '../i18n/main/details.ts'
import { OneOf } from './Answers.tsx'
import classes from './NoteDetails.module.css'

interface FeelingWordProps {
  legend: string
  feeling: Feeling | null
  onPick: (feeling: Feeling | null) => void
}

/** A word for it, roughly and then nearer. It stands last. */
export function FeelingWord({ legend, feeling, onPick }: FeelingWordProps) {
  const family = feeling === null ? null : familyOf(feeling)
  return (
    <div className={classes['feeling']}>
      <OneOf
        legend={legend}
        choices={feelingFamilies}
        nameOf={feelingName}
        picked={family}
        onPick={onPick}
      />
      {family !== null && feeling !== null && (
        <Choices
          legend={t`Nearer, if one fits`}
          look="chips"
          choices={[
            { value: family, label: t`no nearer word` },
            ...nearer(family).map((value) => ({ value, label: feelingName(value) })),
          ]}
          picked={feeling}
          onPick={onPick}
        />
      )}
    </div>
  )
}

const nearer = (family: FeelingFamily): readonly Feeling[] => feelings[family]

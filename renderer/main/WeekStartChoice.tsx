import { t } from '@lingui/core/macro'
import { weekStarts, type WeekStart } from '../../src/settings/week-start.ts'
import { firstDayHere } from '../i18n/here.ts'
import { weekStartName } from '../i18n/main/week-days.ts'
import type { Main } from '../state/main.ts'
import { Pick } from './Pick.tsx'

interface WeekStartChoiceProps {
  /** Null is as where the language is spoken. */
  value: WeekStart | null
  choose: Main['choose']
}

/** On which day a week begins: one's own may begin with the first night after the days off. */
export function WeekStartChoice({ value, choose }: WeekStartChoiceProps) {
  const here = weekStarts[firstDayHere() - 1] ?? 'mon'
  return (
    <Pick
      legend={t`My week begins on`}
      hint={t`For looking back at a week. A shift belongs to the day on which it began.`}
      choices={weekStarts.map((start) => ({ value: start, label: weekStartName(start) }))}
      picked={value ?? here}
      onPick={(weekStart) => choose({ weekStart })}
    />
  )
}

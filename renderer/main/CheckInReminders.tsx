import { t } from '@lingui/core/macro'
import { reminderCounts, type ReminderCount } from '../../src/settings/reminder-counts.ts'
import { Pick } from './Pick.tsx'

interface CheckInRemindersProps {
  picked: ReminderCount
  onPick: (count: ReminderCount) => Promise<void>
}

/** Whether, and how often, a shift asks for a check-in at random moments. */
export function CheckInReminders({ picked, onPick }: CheckInRemindersProps) {
  const names: Record<ReminderCount, string> = {
    0: t`Never`,
    1: t`Once`,
    2: t`Twice`,
    3: t`Three times`,
  }
  return (
    <Pick
      legend={t`Ask for a check-in, in a shift`}
      hint={t`At random moments between calls, so that the good hours count, too. Part of the three offers that a shift has at most.`}
      choices={reminderCounts.map((value) => ({ value, label: names[value] }))}
      picked={picked}
      onPick={onPick}
    />
  )
}

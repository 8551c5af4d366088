import { i18n } from '@lingui/core'
import { plural } from '@lingui/core/macro'
import type { Counts } from '../../../src/transfer/transfer.ts'

/** What there is of each, in a row of words; null where there is nothing. */
export function countWords({
  notes,
  checkIns,
  pauses,
  plans,
  shifts,
  other,
}: Counts): string | null {
  const parts = [
    shifts > 0 && plural(shifts, { one: '# shift', other: '# shifts' }),
    notes > 0 && plural(notes, { one: '# note', other: '# notes' }),
    checkIns > 0 && plural(checkIns, { one: '# check-in', other: '# check-ins' }),
    pauses > 0 && plural(pauses, { one: '# pause', other: '# pauses' }),
    plans > 0 && plural(plans, { one: '# plan', other: '# plans' }),
    other > 0 && plural(other, { one: '# other entry', other: '# other entries' }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : parts.join(', ')
}

/** A size as a person says it: kilobytes, from a thousand of them on megabytes. */
export const sizeWords = (bytes: number): string => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const number = new Intl.NumberFormat(i18n.locale === 'pseudo' ? 'en' : i18n.locale, {
    maximumFractionDigits: 1,
  }).format(value)
  return `${number} ${unit}`
}

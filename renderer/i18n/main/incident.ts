import { plural, t } from '@lingui/core/macro'
import type { IncidentEntry, IncidentWords, Incidents } from '../../../src/contract.ts'
import { languageTag } from '../speak.ts'
import { dayYearOf, fullDayOf, timeIn } from '../times.ts'

/** `November 1, 2026 to November 26, 2026`. */
export function daysWords({ from, to }: Pick<Incidents, 'from' | 'to'>): string {
  const [first, last] = [fullDayOf(from), fullDayOf(to)]
  return from === to ? first : t`${first} to ${last}`
}

/** `7 notes, in 5 of 43 shifts.` */
export function oftenWords({ count, shifts }: Pick<Incidents, 'count' | 'shifts'>): string {
  const notes = plural(count, { one: '# note', other: '# notes' })
  const withAny = shifts.with
  const inShifts = plural(shifts.all, {
    one: `in ${withAny} of # shift`,
    other: `in ${withAny} of # shifts`,
  })
  return t`Noted as abusive: ${notes}, ${inShifts}.`
}

/** `Sun, Nov 22, 2026, 22:15`, by the clock where it was noted; with its zone where there are several. */
export function whenWords({ date, at, zone }: IncidentEntry, withZone: boolean): string {
  const when = `${dayYearOf(date)}, ${timeIn(at, zone)}`
  return withZone ? `${when} (${zone})` : when
}

export const hardWords = ({ difficulty }: Pick<IncidentEntry, 'difficulty'>): string =>
  t`${difficulty} of 5`

export const scaleWords = (): string =>
  t`Times are by the clock where it was noted. How hard it was: 1 easy, 5 very hard, as noted at the time.`

/** `November 2026`, or the year itself. */
export function partName(unit: Incidents['frequency']['unit'], key: string): string {
  if (unit === 'year') return key
  return new Intl.DateTimeFormat(languageTag(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${key}-01T00:00Z`))
}

export const unlistedWords = ({ count, entries }: Incidents): string => {
  const listed = entries.length
  return t`The newest ${listed} of ${count} are listed. A shorter time shows the others.`
}

export const blankedWords = (): string =>
  t`The words are from notes of the time; what looks like a customer’s is blanked (•••).`

/** Whether its entries were noted in more than one zone. */
export const hasZones = ({ entries }: Pick<Incidents, 'entries'>): boolean =>
  new Set(entries.map(({ zone }) => zone)).size > 1

/** The whole note as plain text: what is on the page, the words of ticked entries, and no ticket number. */
export function incidentText(
  counted: Incidents,
  words: Readonly<Record<string, IncidentWords>>,
): string {
  const { entries, count, frequency, today } = counted
  const withZone = hasZones(counted)
  const taken = entries.filter(({ id }) => words[id] !== undefined && words[id].words !== '')
  const written = fullDayOf(today)
  const lines = [
    t`Incident note`,
    daysWords(counted),
    t`Written on ${written}`,
    '',
    oftenWords(counted),
    ...frequency.rows.map((row) => `  ${partName(frequency.unit, row.key)}: ${row.count}`),
    '',
    ...(entries.length < count ? [unlistedWords(counted), ''] : []),
    ...entries.flatMap((entry) => [
      `${whenWords(entry, withZone)}  ${hardWords(entry)}`,
      ...quoted(words[entry.id]?.words ?? ''),
    ]),
    '',
    scaleWords(),
    ...(taken.length > 0 ? [blankedWords()] : []),
  ]
  return `${lines.join('\n')}\n`
}

const quoted = (words: string): string[] =>
  words === '' ? [] : [...words.split(/\r\n|\r|\n/).map((line) => `    ${line}`.trimEnd()), '']

import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { FileProblem } from '../../../src/transfer/file.ts'
import type { TableName } from '../../../src/transfer/tables.ts'
import type { MarkdownWords } from '../../../src/transfer/texts.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { plainTypeName, typeName, typesNow } from '../names.ts'

const tableNames: Record<TableName, MessageDescriptor> = {
  shift: msg`shifts`,
  call: msg`calls`,
  call_count: msg`counted calls`,
  note: msg`notes`,
  guide_card: msg`cards of the guide`,
  checkin: msg`check-ins`,
  pause: msg`pauses`,
  shift_card: msg`starts and ends of shifts`,
  shift_kind: msg`kinds of shift`,
  watch_answer: msg`answers on Trends`,
  energy_answer: msg`answers about energy on Trends`,
  plan: msg`plans`,
  plan_use: msg`uses of plans`,
  review: msg`weeks looked back at`,
  recharge: msg`things that do you good`,
  note_type: msg`types`,
  selfcheck: msg`self-checks`,
  selfcheck_week: msg`answers to the question of the week`,
  context_mark: msg`marks on Trends`,
  support_contact: msg`people to talk to`,
  gone: msg`deletions`,
}

/** What is wrong with a file, and where: enough to look it up with a text editor. */
export function fileProblemWords({ what, table, row, column }: FileProblem): string {
  const name = table ? i18n._(tableNames[table]) : ''
  switch (what) {
    case 'too-large':
      return t`This file is larger than a journal can be. Nothing was changed.`
    case 'too-deep':
      return t`This file is nested deeper than a journal is. Nothing was changed.`
    case 'not-json':
      return t`This file isn’t whole, or isn’t JSON. Nothing was changed.`
    case 'not-ours':
      return t`This file isn’t one that Lull has written. Nothing was changed.`
    case 'newer':
      return t`A newer Lull wrote this file. Nothing was changed. Use that version, or a later one.`
    case 'cut-off':
      return t`The end of this file is missing, so it was copied only in part. Nothing was changed.`
    case 'damaged':
      return t`This file isn’t as Lull wrote it: a part of it is damaged. Nothing was changed.`
    case 'settings':
      return t`The settings in this file aren’t Lull’s. Nothing was changed.`
    case 'table':
      return table
        ? t`In this file the list of ${name} isn’t whole. Nothing was changed.`
        : t`This file has a list that Lull doesn’t know. Nothing was changed.`
    case 'row':
      return column
        ? t`In this file, in the list of ${name}, entry ${row ?? 0} has something under “${column}” that Lull can’t keep. Nothing was changed.`
        : t`In this file, in the list of ${name}, entry ${row ?? 0} isn’t as Lull writes it. Nothing was changed.`
  }
}

/** What the vault writes a journal in Markdown with; `{…}` is filled in there. */
export function markdownWords(work: Work, withWords: boolean): MarkdownWords {
  const [date, time, difficulty, type] = ['{date}', '{time}', '{difficulty}', '{type}']
  const [stress, energy] = ['{stress}', '{energy}']
  return {
    title: t`Journal`,
    shift: t`Shift of ${date}`,
    note: t`${time}, ${difficulty} of 5, ${type}`,
    checkIn: t`${time}: stress ${stress} of 10, energy ${energy} of 10`,
    nextTime: t`What to try next time`,
    wentRight: t`What went right`,
    week: t`Week from ${date}`,
    helped: t`What helped`,
    good: t`Something good`,
    mine: t`In my control`,
    theirs: t`Not mine to decide`,
    noType: t`no type`,
    // A name that the agent gave a type is their word, too.
    types: Object.fromEntries(
      typesNow().map((each) => [each, (withWords ? typeName : plainTypeName)(each, work)]),
    ),
  }
}

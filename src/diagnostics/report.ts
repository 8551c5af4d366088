import type { Checked, JournalFacts, Plain, ShellFacts } from './kinds.ts'
import type { Logged } from './log.ts'

/** A report has no more letters than this. */
export const longestReport = 100_000

/** All that a report says, as one text in plain English: for whoever mends Lull, read by the agent before. */
export function reportText(
  shell: ShellFacts,
  journal: JournalFacts | null,
  checked: Checked | null,
): string {
  const parts = [
    'Lull: report of a problem',
    list('Versions', {
      Lull: shell.lull,
      Electron: shell.electron,
      Chromium: shell.chromium,
      Node: shell.node,
      SQLite: journal?.inside?.sqlite ?? 'not read',
      cipher: journal?.inside?.cipher ?? 'not read',
    }),
    list('This computer', {
      system: shell.system,
      session: shell.session,
      displays: shell.displays,
      packaged: shell.packaged,
      place: shell.place,
      folder: shell.folder ?? 'not shown',
      'crash dumps': shell.dumps,
    }),
    list('Settings of this computer', shell.settings),
    journal ? list('Journal', journalLines(journal, checked)) : 'Journal\n  could not be asked',
    ...(journal?.inside
      ? [
          list('Settings in the journal', journal.inside.settings),
          list('Rows, as orders of magnitude', journal.inside.rows),
        ]
      : []),
    ['Log', ...(shell.log.length > 0 ? shell.log.map(logLine) : ['  nothing'])].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`.slice(0, longestReport)
}

const journalLines = (journal: JournalFacts, checked: Checked | null): Record<string, Plain> => ({
  state: journal.state,
  kilobytes: journal.kilobytes,
  schema: journal.inside?.schema ?? 'not read',
  copies: journal.copies,
  'last copy': journal.lastCopy,
  checked: checked === null ? 'not now' : checked.whole ? 'whole' : `${checked.problems} problems`,
})

const list = (title: string, rows: Record<string, Plain>): string =>
  [title, ...Object.entries(rows).map(([name, value]) => `  ${name}: ${plain(value)}`)].join('\n')

const plain = (value: Plain): string =>
  value === null ? 'none' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

function logLine({ at, ...event }: Logged): string {
  const words = Object.values(event).map((value) => (value === true ? 'left' : value))
  return `  ${new Date(at).toISOString().slice(0, 19)}Z ${words.filter((value) => value !== false).join(' ')}`
}

/** What other programs need to read what Lull takes out: a JSON Schema, and a page in words. */
import { techniqueIds } from '../../src/guidance/guide.ts'
import { verdicts } from '../../src/notes/kinds.ts'
import { format, version } from '../../src/transfer/file.ts'
import {
  leftBehind,
  tableNames,
  tableOf,
  type Column,
  type TableName,
} from '../../src/transfer/tables.ts'
import { mostUnits } from '../../src/words/line.ts'

/** JSON Schema, draft 2020-12. Looser than Lull: what only Lull can look up is a text here. */
export function exportSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A journal of Lull',
    type: 'object',
    required: ['format', 'version', 'tables'],
    properties: {
      format: { const: format },
      version: { const: version },
      exported_at: { type: 'string', description: 'ISO 8601' },
      settings: { type: 'object', additionalProperties: { type: 'string' } },
      tables: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(tableNames.map((name) => [name, listOf(name)])),
      },
    },
  }
}

function listOf(name: TableName): object {
  const { columns } = tableOf(name)
  return {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: Object.keys(columns),
      properties: Object.fromEntries(
        Object.entries(columns).map(([column, spec]) => {
          const plain = schemaOf(spec)
          return [column, spec.optional ? { anyOf: [plain, { type: 'null' }] } : plain]
        }),
      ),
    },
  }
}

function schemaOf(spec: Column): object {
  switch (spec.is) {
    case 'text':
      return { type: 'string', maxLength: spec.longest }
    case 'line':
      return { type: 'string', maxLength: mostUnits(spec.longest) }
    case 'name':
      return typeof spec.of === 'function' ? { type: 'string' } : { enum: [...spec.of] }
    case 'number':
      return { type: 'integer', minimum: spec.from, maximum: spec.to }
    case 'instant':
      return { type: 'integer', minimum: 0, description: 'milliseconds since 1970, UTC' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'zone':
      return { type: 'string', description: 'IANA time zone' }
    case 'names':
      return { type: 'array', items: { enum: [...spec.of] }, uniqueItems: true }
    case 'verdicts':
      return {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['technique', 'verdict'],
          properties: { technique: { enum: [...techniqueIds] }, verdict: { enum: [...verdicts] } },
        },
      }
  }
}

const kinds: Record<Column['is'], string> = {
  text: 'text',
  line: 'one line of text',
  name: 'name',
  number: 'whole number',
  instant: 'milliseconds since 1970, UTC',
  date: 'date on the wall',
  zone: 'IANA time zone',
  names: 'names, in order',
  verdicts: 'techniques with the agent’s verdict, in order',
}

function said(column: string, spec: Column): string {
  const range =
    spec.is === 'number'
      ? `, ${spec.from} to ${spec.to}`
      : spec.is === 'text'
        ? `, at most ${spec.longest}`
        : spec.is === 'line'
          ? `, at most ${spec.longest} signs`
          : ''
  return `| \`${column}\` | ${kinds[spec.is]}${range}${spec.optional ? ', or null' : ''}${spec.words ? ' (the agent’s words)' : ''} |`
}

/** docs/export.md */
export function exportPage(): string {
  const parts = tableNames.map((name) => {
    const { key, columns } = tableOf(name)
    const rows = Object.entries(columns).map(([column, spec]) => said(column, spec))
    return `### ${name}

One row for each ${key.map((column) => `\`${column}\``).join(' and ')}.

| column | holds |
| --- | --- |
${rows.join('\n')}
`
  })
  const left = Object.entries(leftBehind).map(([name, why]) => `| \`${name}\` | ${why} |`)
  return `# What Lull takes out

*Settings, Your data, Take out* writes everything that is the agent's into one JSON file, and *Bring in* reads
it again; [export.schema.json](export.schema.json) is its JSON Schema. Both are written by
\`node tools/export.ts\` from the list that the program itself works by (\`src/transfer/tables.ts\`).

The file is \`{"format": "${format}", "version": ${version}, "exported_at", "settings", "tables"}\`. Each table is a
list of rows, sorted by key, one row on a line. A text is counted in UTF-16 units, a line in signs as a person sees
them (grapheme clusters); a zone is IANA's name, or hours from UTC (\`+08:00\`). Markdown and CSV are for people and spreadsheets; nothing
of them comes back in. In CSV every text is quoted, and \`'\` stands before one that begins with
\`= + - @\` (wide ones too), a tab or an end of line.

## Bringing it in

A file is UTF-8, and is read as a whole before anything is done: at most 256 MB and ten million values, nested at most 16 deep, every name and
value looked at, no time more than a day ahead, nothing without its shift. What is wrong is said with its
place, and nothing is changed. A newer version is refused. Then Lull says what would be new, changed and
deleted; a copy of the journal is made; and all of it goes in by one transaction, or nothing.

## One encrypted file

*Take out, Encrypted* writes the journal itself, as a copy is, in one piece (\`.lull\`), with no byte of it readable without
what opens the journal: its passphrase or recovery key of the day it was written (the way by this computer's
keychain stays out). The file is

1. one line of ASCII: \`lull-encrypted-journal 1 <k> <d>\` and a line feed: format, version, and the lengths in bytes of
   what follows;
2. \`k\` bytes: the key file, JSON as \`journal.keys\` (\`src/store/keys.ts\`): slots, each of which wraps the 256-bit data
   key by AES-256-GCM, under scrypt for a passphrase and HKDF-SHA256 for a recovery key;
3. \`d\` bytes: the database, SQLCipher 4 (pages of 4096 bytes, AES-256-CBC, HMAC-SHA512 over each page; the data key
   is its raw key), written by \`VACUUM INTO\`;

and nothing after that. Brought in, it lies in Lull's own folder until its passphrase is given, and is then
removed, after a crash at the next start. Every page must be authentic, and its tables, triggers and views those that
Lull's own migrations make, to the letter; then it is brought up to date, and read and looked at as the JSON is.
Without Lull: split it, unwrap the data key, and open the database with any SQLCipher 4 as \`PRAGMA key = "x'<64 hex digits>'"\`.

Two journals are put together so that order and repetition make no difference: of an entry in both, the
one with the greater (\`rev\`, \`edited_at\`, content) stays. Three things come before that:

- What is in \`gone\` as a note (a note or a check-in) is deleted, whoever brings it. Words of what is in \`gone\` as words (a
  note, a check-in, a shift's card, a week) are dropped, however late a version that has them was written: that
  another desk changed a number since, or the words, not knowing of the drop, brings no words back. The numbers stay.
- A row with \`state\` \`gone\` or \`gone\` 1, and an own item of \`recharge\` without words, is deleted, however often another
  desk changed it. A type that the other desk has notes of is hidden instead, and keeps its name.
- Words that are written anew, or taken back, where it is known that they were dropped stay, and so does what was
  deleted and taken back: \`rev\` jumps to the next million then. A version in a later million wins over each one
  in an earlier, and \`gone\` takes its words only where \`edited_at\` isn't later than \`at\`. (A whole note or check-in that
  the other desk heard is deleted stays deleted.)

A call is put together column by column. Where a desk keeps a shift's calls as counts, a call without a note isn't taken in
once more; two versions of one call that differ after that are the one case in which the order may show.
What an older version loses by another one taking its place stays in the copy that was made first. Choices
(\`settings\`) are taken only by an empty journal, and whether words may be kept is asked at each desk anew.

## Tables

${parts.join('\n')}
## What isn't taken out

| table | why |
| --- | --- |
${left.join('\n')}
`
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCsv, asMarkdown, numbersOnly, type MarkdownWords } from '../../../src/transfer/texts.ts'
import { eachTable } from '../../../src/transfer/merge.ts'
import type { Contents, Row } from '../../../src/transfer/tables.ts'
import { anyContents, now } from './any.ts'

const nothing: Contents = eachTable((): readonly Row[] => [])
const say: MarkdownWords = {
  title: 'Journal',
  shift: 'Shift of {date}',
  note: '{time}, {difficulty} of 5, {type}',
  checkIn: '{time}: stress {stress}, energy {energy}',
  nextTime: 'Next time',
  wentRight: 'Went right',
  week: 'Week from {date}',
  helped: 'Helped',
  good: 'Good',
  mine: 'Mine',
  theirs: 'Theirs',
  noType: 'no type',
  types: { angry: 'Angry' },
}
const shift: Row = {
  id: 's',
  shift_date: '2026-11-22',
  zone: 'Asia/Manila',
  opened_at: now,
  last_at: now,
  made_later: 0,
}
const note = (words: string): Contents => ({
  ...nothing,
  shift: [shift],
  note: [
    {
      id: 'n',
      shift_id: 's',
      at: now,
      zone: 'Asia/Manila',
      difficulty: 4,
      type: 'angry',
      triggers: ['late'],
      techniques: [{ technique: 'boundary', verdict: 'helped' }],
      words,
      next_time: '',
      rev: 1,
      edited_at: now,
    },
  ],
})

/** CSV as RFC 4180 has it, read by the letter. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = csv.startsWith('\uFEFF') ? 1 : 0; at < csv.length; at++) {
    const sign = csv[at] ?? ''
    if (quoted && sign === '"' && csv[at + 1] === '"') cell += csv[at++]
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && sign === '\r' && csv[at + 1] === '\n') {
      at++
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
    } else cell += sign
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('has the shift’s date, the time on the wall, and what was done', () => {
    const [head = [], row = []] = cellsOf(asCsv(note('loud'), 'note'))
    const at = (name: string) => row[head.indexOf(name)]
    expect(at('shift_date')).toBe('2026-11-22')
    expect(at('at')).toBe('2026-11-22T22:00:00+08:00')
    expect(at('techniques')).toBe('boundary: helped')
    expect(head).not.toContain('rev')
  })

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\n=1', '＝1+1', '＋1', '－1', '＠sum'])(
    'runs nothing in a spreadsheet: %j',
    (words) => {
      const [head = [], row = []] = cellsOf(asCsv(note(words), 'note'))
      expect(row[head.indexOf('words')]).toBe(`'${words}`)
    },
  )

  it('keeps every text as it is, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const rows = cellsOf(asCsv(note(words), 'note'))
        const [head = [], row = []] = rows
        const cell = row[head.indexOf('words')] ?? ''
        expect(rows).toHaveLength(2)
        expect(/^[=+\-@\t\r\n＝＋－＠]/.test(words) ? cell.slice(1) : cell).toBe(words)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('Markdown', () => {
  it('has a heading a shift, a line a note, and words in a fence', () => {
    expect(asMarkdown(note('It was loud.'), say)).toBe(
      '# Journal\n\n## Shift of 2026-11-22\n\n### 22:00, 4 of 5, Angry\n\n```text\nIt was loud.\n```\n',
    )
  })

  it('closes no fence from within', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', '``', '```', '````', '\n', '# no heading', '<script>', 'a')),
        (parts) => {
          const words = parts.join('')
          const lines = asMarkdown(note(words), say).split('\n')
          const opens = lines.findIndex((line) => /^`{3,}text$/.test(line))
          const fence = (lines[opens] ?? '').replace('text', '')
          const closes = lines.findIndex((line, at) => at > opens && line === fence)
          const inside = opens === -1 ? '' : lines.slice(opens + 1, closes).join('\n')
          expect(inside).toBe(words)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('has what was said of check-ins and of weeks, in a fence too', () => {
    const all: Contents = {
      ...nothing,
      shift: [shift],
      checkin: [
        {
          id: 'c',
          shift_id: 's',
          at: now,
          zone: 'UTC',
          stress: 7,
          energy: 3,
          words: 'Long queue.',
        },
      ],
      review: [
        {
          week_from: '2026-11-08',
          helped_words: '',
          good_words: '',
          mine_words: '',
          theirs_words: '',
        },
        {
          week_from: '2026-11-15',
          helped_words: '',
          good_words: 'Tea.',
          mine_words: '',
          theirs_words: '',
        },
      ],
    }
    expect(asMarkdown(all, say)).toBe(
      '# Journal\n\n## Shift of 2026-11-22\n\n14:00: stress 7, energy 3\n\n```text\nLong queue.\n```\n\n' +
        '## Week from 2026-11-15\n\nGood:\n\n```text\nTea.\n```\n',
    )
  })

  it('fills in nothing of what is filled in', () => {
    const types = { angry: '{difficulty}\n# {time}' }
    expect(asMarkdown(note(''), { ...say, types })).toContain(
      String.raw`### 22:00, 4 of 5, \{difficulty\} \# \{time\}`,
    )
  })

  it.each([
    ['![](http://x/y)', String.raw`\!\[\](http\://x/y)`],
    ['[a](b)', String.raw`\[a\](b)`],
    ['<VIP>', String.raw`\<VIP\>`],
    ['a &lt; b', String.raw`a \&lt; b`],
    ['*_~^=`$|@#', '\\*\\_\\~\\^\\=\\`\\$\\|\\@\\#'],
    [String.raw`\<b>`, String.raw`\\\<b\>`],
    ['WWW.x.org', String.raw`WWW\.x.org`],
    ['one\u2028two\r\nthree\u0085four', 'one two three four'],
    ["Wi-Fi, no. 5 (e-mail/fax)? 'ok'; 100%", "Wi-Fi, no. 5 (e-mail/fax)? 'ok'; 100%"],
  ])('reads a name of a type as nothing but text: %s', (name, escaped) => {
    const heading = asMarkdown(note(''), { ...say, types: { angry: name } }).split('\n')[4]
    expect(heading).toBe(`### 22:00, 4 of 5, ${escaped}`)
  })

  it('keeps every name as it is, whatever is in it, in one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = asMarkdown(note(''), { ...say, types: { angry: name } })
        const heading = text.split('\n')[4] ?? ''
        const shown = heading.replace(/^### 22:00, 4 of 5, ?/, '')
        // Nothing that begins a link, a picture, a tag or an entity stands there without its stroke.
        expect(shown.replaceAll(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_{}[\]<>&!#:@]/)
        expect(shown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').trimEnd()).toBe(
          name.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trimEnd(),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('numbers only', () => {
  it('has no word of the agent’s in any of them', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const bare = numbersOnly(contents)
        for (const { words, next_time } of bare.note) expect([words, next_time]).toEqual(['', ''])
        for (const { situation, will } of bare.plan) expect([situation, will]).toEqual(['', ''])
        for (const { name, reach } of bare.support_contact) expect([name, reach]).toEqual(['', ''])
        for (const { words } of [...bare.shift_card, ...bare.recharge]) expect(words).toBe('')
        expect(bare.note.map(({ id }) => id)).toEqual(contents.note.map(({ id }) => id))
      }),
    )
  })
})

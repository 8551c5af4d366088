import { describe, expect, it } from 'vitest'
import { comingBack } from '../../../src/copies/restoring.ts'
import { eachTable } from '../../../src/transfer/merge.ts'
import type { Contents, Row, TableName } from '../../../src/transfer/tables.ts'

const journal = (rows: Partial<Record<TableName, Row[]>>): Contents =>
  eachTable((name) => rows[name] ?? [])
const plan = (change: Row = {}): Row => ({
  id: 'p1',
  type: null,
  situation: 'someone shouts',
  action: null,
  will: 'I breathe out',
  state: 'active',
  made_at: 1,
  rev: 2,
  edited_at: 100,
  ...change,
})
const deleted = plan({ situation: '', will: '', state: 'gone', rev: 3, edited_at: 200 })

describe('what comes back of a copy', () => {
  it.each<[string, Row | null, Row, Row]>([
    ['is what the copy has, where the journal has none', null, plan(), plan()],
    ['isn’t what was deleted since', deleted, plan(), deleted],
    ['isn’t words that were dropped since', plan({ will: '', rev: 3 }), plan(), plan({ will: '' })],
    [
      'is the text of then, where it was only changed since',
      plan({ will: 'I stand up', rev: 3 }),
      plan(),
      plan(),
    ],
    // The journal is an older copy itself by now: it says nothing of what came later.
    [
      'is what the copy wrote after what the journal knows',
      plan({ will: '', rev: 1, edited_at: 50 }),
      plan(),
      plan(),
    ],
    ['is what the copy knows of a plan that is deleted there', plan({ rev: 2 }), deleted, deleted],
  ])('%s', (_what, now, copy, back) => {
    const here = journal({ plan: now ? [now] : [] })
    expect(comingBack(journal({ plan: [copy] }), here).plan).toEqual([back])
  })

  it('has everything that the journal has deleted ever, and what the copy had', () => {
    const gone = (id: string, at: number): Row => ({ id, what: 'note', at })
    const back = comingBack(journal({ gone: [gone('a', 1)] }), journal({ gone: [gone('b', 2)] }))
    expect(back.gone.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

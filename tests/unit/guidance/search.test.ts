import { i18n } from '@lingui/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { textsOf } from '../../../renderer/i18n/guide/entries.ts'
import { messages } from '../../../resources/languages/en.po'
import { messages as guide } from '../../../resources/languages/guide/en.po'
import { keyOf } from '../../../src/guidance/guide.ts'
import { found } from '../../../src/guidance/search.ts'
import { entriesFor } from './entries.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: { ...messages, ...guide } }))

const page = (title: string, ...texts: string[]) => ({ key: title, title, texts })
const keys = (pages: readonly { key: string }[]) => pages.map(({ key }) => key)

describe('the search', () => {
  it('finds words in any order, whatever their case, accents or apostrophes', () => {
    const pages = [page('One', 'Café is OPEN, isn’t it'), page('Two', 'Cafe')]
    expect(keys(found(pages, 'open cafe'))).toEqual(['One'])
    expect(keys(found(pages, 'CAFÉ'))).toEqual(['One', 'Two'])
    expect(keys(found(pages, "isn't"))).toEqual(['One'])
  })

  it('puts pages first whose name has all of it, and keeps the order otherwise', () => {
    const pages = [page('A', 'anger'), page('B', 'anger'), page('Anger in writing', '')]
    expect(keys(found(pages, 'ang'))).toEqual(['Anger in writing', 'A', 'B'])
  })

  it('finds all where nothing is wanted, and nothing where one word is missing', () => {
    const pages = [page('A', 'x'), page('B', 'y')]
    expect(keys(found(pages, '  '))).toEqual(['A', 'B'])
    expect(found(pages, 'x y')).toEqual([])
  })

  it('takes whatever is typed, and never finds a page twice or more for more words', () => {
    const pages = entriesFor('calls').map((each) => ({
      key: keyOf(each.place),
      title: each.title,
      texts: textsOf(each),
    }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        const few = keys(found(pages, `${one} ${other}`))
        expect(new Set(few).size).toBe(few.length)
        const many = new Set(keys(found(pages, one)))
        expect(few.every((key) => many.has(key))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('finds every page by any of its own words', () => {
    const pages = entriesFor('email').map((each) => ({
      key: keyOf(each.place),
      title: each.title,
      texts: textsOf(each),
    }))
    for (const { key, title, texts } of pages)
      for (const text of [title, ...texts]) expect(keys(found(pages, text))).toContain(key)
  })
})

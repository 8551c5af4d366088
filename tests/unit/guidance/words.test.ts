import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { entry } from '../../../renderer/i18n/guide/entries.ts'
import { messages } from '../../../resources/languages/en.po'
import { messages as guide } from '../../../resources/languages/guide/en.po'
import { keyOf, techniquesFor, type Place } from '../../../src/guidance/guide.ts'
import { noteTypes } from '../../../src/guidance/types.ts'
import { works } from '../../../src/settings/choices.ts'
import { entriesFor, wordsOn } from './entries.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: { ...messages, ...guide } }))

/** Words on pages against a rule, each with the page that has them. */
const found = (rule: RegExp, pages = works.flatMap(entriesFor)) =>
  pages.flatMap((page) =>
    wordsOn(page)
      .filter((text) => rule.test(text))
      .map((text) => `${keyOf(page.place)}: ${text}`),
  )
const page = (place: Place) => works.map((work) => entry(place, work))
const heavy = () => (['abusive', 'distress'] as const).flatMap((id) => page({ kind: 'type', id }))

describe('the guide', () => {
  it('asks nobody for causes', () => {
    expect(found(/\bwhy\b|how come|what made you/i)).toEqual([])
  })

  it('has no word that judges, cheers or shouts', () => {
    expect(
      found(/!|\b(enough|let go|shut down|the hardest|well done|great job|amazing|must|proven)\b/i),
    ).toEqual([])
  })

  it('has no word of a clinic', () => {
    expect(
      found(/\b(disorder|symptoms?|patients?|therap\w+|treatment|trauma\w*|diagnos\w+|coping)\b/i),
    ).toEqual([])
  })

  it('blames nobody: what could have been done stands nowhere but among words to avoid', () => {
    const blaming = /\b(should|could|ought to) have\b|your fault|you failed|mistake you made/i
    const pages = works.flatMap(entriesFor).map((each) => ({
      ...each,
      sections: each.sections.filter(({ look }) => look !== 'avoids'),
    }))
    expect(found(blaming, pages)).toEqual([])
  })

  it('teaches nothing after abuse or distress: no question, no technique, no lesson', () => {
    expect(
      found(/\?|learn|next time|try (to|another)|practi[cs]e|improve|mistake/i, heavy()),
    ).toEqual([])
    for (const each of heavy()) {
      expect(each.techniques).toEqual([])
      expect(each.doors).toBe(true)
      expect(each.point).toMatch(/^That (should not have happened to you|was a lot to carry)\.$/)
    }
  })

  it('says that abuse may be reported and ended, and that their side isn’t asked for', () => {
    for (const each of page({ kind: 'type', id: 'abusive' })) {
      const words = wordsOn(each).join('\n')
      expect(words).toMatch(/reported/)
      expect(words).toMatch(/Where your rules allow it/)
      expect(words).toMatch(/isn’t asked for here/)
    }
    for (const each of page({ kind: 'page', id: 'escalation' }))
      expect(wordsOn(each).join('\n')).toMatch(/Repeated abuse is to be reported/)
  })

  it('has what is going on, what to try, words and a place to stop for every type', () => {
    for (const id of noteTypes)
      for (const { sections } of page({ kind: 'type', id })) {
        expect(sections).toHaveLength(5)
        for (const { texts } of sections) expect(texts.length).toBeGreaterThan(0)
      }
  })

  it('offers two to six techniques to every other type, each once', () => {
    for (const id of noteTypes.filter((each) => each !== 'abusive' && each !== 'distress')) {
      expect(techniquesFor[id].length).toBeGreaterThanOrEqual(2)
      expect(techniquesFor[id].length).toBeLessThanOrEqual(6)
      expect(new Set(techniquesFor[id]).size).toBe(techniquesFor[id].length)
    }
  })

  it('meets anger in writing in its four steps', () => {
    for (const { sections } of page({ kind: 'page', id: 'anger-in-writing' }))
      expect(sections[0]?.texts.map((step) => step.split('.')[0])).toEqual([
        'Read it once',
        'Wait two minutes',
        'Reply to what they ask for',
        'Don’t re-read theirs',
      ])
  })

  it.each([
    ['messages', /\bcall(s|er|ers)?\b|\bphone|on hold|hang up|\ba visit\b/i],
    ['email', /\bcall(s|er|ers)?\b|\bphone|on hold|hang up|\bchats?\b|\ba visit\b/i],
    ['in-person', /\bcall(s|er|ers)?\b|\bphone|on hold|hang up|\bchats?\b|\btyp(e|ing) it\b/i],
    ['calls', /\bchats?\b|\ba visit\b/i],
  ] as const)('speaks of nothing that the channel hasn’t (%s)', (work, other) => {
    expect(found(other, entriesFor(work))).toEqual([])
  })

  it('says each thing once on a page, in whole sentences', () => {
    for (const each of works.flatMap(entriesFor)) {
      const headings = each.sections.map(({ heading }) => heading)
      expect(new Set(headings).size).toBe(headings.length)
      for (const { texts } of each.sections) expect(new Set(texts).size).toBe(texts.length)
      for (const text of wordsOn(each)) expect(text).toBe(text.trim())
    }
  })

  it('has a name for each page that no other page of the list has', () => {
    for (const work of works) {
      const titles = entriesFor(work).map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { pageByKey, pages, parentOf, topOf } from '../../../renderer/main/pages.ts'

describe('where a page lies', () => {
  it('is its own place for those that the sidebar names, with no way back', () => {
    for (const page of [...pages, 'support'] as const) {
      expect(parentOf(page)).toBeNull()
      expect(topOf(page)).toBe(page)
    }
  })

  it('is under one of those for every other, also two steps down', () => {
    expect(parentOf('plans')).toBe('today')
    expect(topOf('check-ins')).toBe('trends')
    expect(parentOf('copies')).toBe('data')
    expect(topOf('copies')).toBe('settings')
  })

  it('leads nobody from abuse back to the journal', () => {
    expect(parentOf('incident')).toBe('support')
  })

  it('is opened by its digit, where it has one', () => {
    expect(pageByKey('1')).toBe('today')
    expect(pageByKey('7')).toBe('settings')
    expect(pageByKey('8')).toBeUndefined()
    expect(pageByKey('x')).toBeUndefined()
  })
})

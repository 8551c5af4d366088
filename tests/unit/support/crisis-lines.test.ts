import { describe, expect, it } from 'vitest'
import { checkedOn, crisisLines } from '../../../src/support/crisis-lines.ts'

describe('the crisis lines', () => {
  it('name a country each, once, that Chromium and Node know', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    const countries = crisisLines.map(({ country }) => country)
    expect(new Set(countries).size).toBe(countries.length)
    for (const country of countries) expect(names.of(country)).toBeTruthy()
  })

  it('cover the English-language countries, the Philippines and India', () => {
    expect(crisisLines.map(({ country }) => country)).toEqual(
      expect.arrayContaining(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA', 'PH', 'IN']),
    )
  })

  it('give at least one number each, of digits and spaces, and the page where it was found', () => {
    for (const { call, text, source } of crisisLines) {
      expect(call.length).toBeGreaterThan(0)
      for (const number of [...call, ...(text === null ? [] : [text])])
        expect(number).toMatch(/^\d[\d ]{1,14}\d$/)
      expect(URL.canParse(source)).toBe(true)
      expect(source).toMatch(/^https:/)
    }
  })

  it('say on which day they were looked up', () => {
    expect(Temporal.PlainDate.from(checkedOn).toString()).toBe(checkedOn)
  })
})

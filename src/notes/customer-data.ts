/** What in a note looks like it belongs to a customer, and not in an agent's journal. */
export const customerDataKinds = ['card', 'number', 'email', 'name'] as const
export type CustomerDataKind = (typeof customerDataKinds)[number]

export interface CustomerData {
  kind: CustomerDataKind
  /** Places in the text, in UTF-16 units: `text.slice(from, to)`. */
  from: number
  to: number
}

/** What is put in its place. */
export const blank = '•••'

/**
 * Runs of seven digits or more, also with single spaces, dots, slashes, brackets or dashes in between
 * (a card where thirteen to nineteen of them fit Luhn's sum), e-mail addresses, and capitalised names
 * after Mr, Ms, Mrs, Miss or Mx. In the order of the text, none within another. A guess: it asks, and
 * never keeps anybody from saving.
 */
export function findCustomerData(text: string): CustomerData[] {
  const found = [
    ...matches(text, email, () => 'email' as const),
    ...matches(withoutDates(text), number, (run) => (isCard(run) ? 'card' : 'number')),
    ...matches(text, name, () => 'name' as const),
  ].toSorted((one, other) => one.from - other.from || other.to - one.to)
  let end = 0
  return found.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** The text with everything that was found in it blanked. */
export function blanked(text: string): string {
  let rest = 0
  let made = ''
  for (const { from, to } of findCustomerData(text)) {
    made += text.slice(rest, from) + blank
    rest = to
  }
  return made + text.slice(rest)
}

const email = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
const number = /\+?\(?\p{Nd}(?:[ .\u00a0/()\u2010-\u2015-]{0,3}\p{Nd}){6,}/gu
const titles = 'Mrs|Mr|Ms|Miss|Mx|mrs|mr|ms|miss|mx|MRS|MR|MS|MISS|MX'
const name = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:${titles})\\.?\\s{1,3})\\p{Lu}[\\p{L}\\p{M}'’-]{0,40}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{0,40}){0,2}`,
  'gu',
)
const date = /(?<!\p{Nd})(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?!\p{Nd})/gu

/** When something was is nobody's secret. The places in the text stay what they are. */
const withoutDates = (text: string): string =>
  text.replaceAll(date, (run) => '|'.repeat(run.length))

const matches = (
  text: string,
  pattern: RegExp,
  kindOf: (run: string) => CustomerDataKind,
): CustomerData[] =>
  Array.from(text.matchAll(pattern), ({ 0: run, index }) => ({
    kind: kindOf(run),
    from: index,
    to: index + run.length,
  }))

/** 13 to 19 digits whose sum by Luhn (ISO/IEC 7812-1, annex B) ends in 0. */
function isCard(run: string): boolean {
  const digits = Array.from(run.replaceAll(/\D/g, ''), Number).toReversed()
  if (digits.length < 13 || digits.length > 19) return false
  const sum = digits.reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit : digit * 2
    return total + (counted > 9 ? counted - 9 : counted)
  }, 0)
  return sum % 10 === 0
}

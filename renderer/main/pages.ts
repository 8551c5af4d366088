/** The pages of the main window, in the order of the sidebar. Ctrl/⌘ and a digit opens one. */
export const pages = ['today', 'breathe', 'journal', 'trends', 'week', 'guide', 'settings'] as const
/**
 * The pages that the sidebar doesn't name, and where each one's way back leads. Some are reached from
 * elsewhere too: `asked`, why Lull did or didn't ask, from Today; the check-ins and the self-check
 * from Today; the one-page sheet from Trends; plans from a note. The incident note is looked for where
 * abuse is spoken of, and nobody is led there.
 */
const parents = {
  plans: 'today',
  connect: 'settings',
  asked: 'settings',
  sees: 'settings',
  incident: 'support',
  data: 'settings',
  copies: 'data',
  keys: 'settings',
  'check-ins': 'trends',
  'self-check': 'trends',
  sheet: 'week',
  about: 'settings',
  privacy: 'settings',
  evidence: 'settings',
  report: 'settings',
} as const
/** Support has no digit: it is a link of its own, in the same place on every page. */
type Top = (typeof pages)[number] | 'support'
type Below = keyof typeof parents
export type Page = Top | Below
/** A page that another one leads back to. */
export type Parent = (typeof parents)[Below]

const isBelow = (page: Page): page is Below => page in parents

/** Where the way back leads; null for a page that the sidebar names. */
export const parentOf = (page: Page): Parent | null => (isBelow(page) ? parents[page] : null)

/** The page of the sidebar under which this one lies: itself, if the sidebar names it. */
export const topOf = (page: Page): Top => (isBelow(page) ? topOf(parents[page]) : page)

/** The page that a digit opens, or undefined for any other key. */
export const pageByKey = (key: string): Page | undefined =>
  /^[1-9]$/.test(key) ? pages[Number(key) - 1] : undefined

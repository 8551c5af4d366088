/** The pages of the main window, in the order of the sidebar. Ctrl/⌘ and a digit opens one. */
export const pages = ['today', 'breathe', 'journal', 'trends', 'week', 'guide', 'settings'] as const
/**
 * Support has no digit: it is a link of its own, in the same place on every page. Plans are reached
 * from Today and from a note; Connect, Data, Keys and `sees`, what Lull can see here, from Settings, the copies from Data; and
 * `asked`, why Lull did or didn't ask, from Today and Settings; the incident note is looked for where
 * abuse is spoken of, and nobody is led there. The check-ins and the self-check are reached from
 * Today and from Trends; the one-page sheet is made from Week and Trends. What Lull is, the pages on
 * privacy and evidence, and the report of a problem are reached from Settings.
 */
export type Page =
  | (typeof pages)[number]
  | 'support'
  | 'plans'
  | 'connect'
  | 'asked'
  | 'sees'
  | 'incident'
  | 'data'
  | 'copies'
  | 'keys'
  | 'check-ins'
  | 'self-check'
  | 'sheet'
  | 'about'
  | 'privacy'
  | 'evidence'
  | 'report'

/** The page that a digit opens, or undefined for any other key. */
export const pageByKey = (key: string): Page | undefined =>
  /^[1-9]$/.test(key) ? pages[Number(key) - 1] : undefined

/**
 * What the watch says of its own errors (shared/statistics.md, 3.6), for people of all sorts in whose life
 * nothing changes. The sentences on the screen read these; tests/simulation works them out anew.
 */
export const odds = {
  /** Of so many people one sees a note, up or down, within 60 shifts, and within 220. */
  quarter: 8,
  year: 3,
  /** The same for a "higher" one alone. */
  quarterHigher: 16,
  yearHigher: 6,
  /** The same in a quarter, up or down, for people whose shifts carry over strongly (phi .6). */
  quarterInWaves: 3,
  /** In hundredths of people: a lasting rise by one ordinary up and down is told within 60 shifts … */
  foundAtTheStart: 75,
  foundLater: 90,
  /** … typically after this many worked shifts, at five a week. */
  typicalDelay: 22,
  /** The same where energy is watched too, and each has the limit of two. */
  foundAtTheStartOfTwo: 60,
  foundLaterOfTwo: 85,
  typicalDelayOfTwo: 26,
  /** Of so many people one is shown a false link between a situation and stress within a year. */
  falseLink: 20,
} as const

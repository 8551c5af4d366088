/** What Trends can be asked, and what the agent can say of it. Words for these live in renderer/i18n. */

/** Periods in weeks; null is all there is. */
export const periods = [4, 13, 52] as const
export type Weeks = (typeof periods)[number] | null
export const usualPeriod = 13

/** How the weeks before the first check-in were: in the last two the first shifts aren't learned from. */
export const beginnings = ['ordinary', 'away', 'hard'] as const
export type Beginning = (typeof beginnings)[number]

/** What the agent is asked about a spell: what to do now, and whether it is the new usual. */
export const spellQuestions = ['doors', 'new-usual'] as const
export type SpellQuestion = (typeof spellQuestions)[number]
/** `open` takes an answer back. */
export const spellAnswers = ['yes', 'no', 'open'] as const
export type SpellAnswer = (typeof spellAnswers)[number]

/** What goes on around the work and may show in the numbers. */
export const markKinds = ['peak', 'new-rota', 'holiday', 'unwell'] as const
export type MarkKind = (typeof markKinds)[number]

/** Below so many logged shifts in so many days nothing is said (statistics.md, 3.4). */
export const fewestLogged = 5
export const latelyDays = 28
/** A spell of so many logged shifts may be the new usual: asked once, never assumed. */
export const askNewUsualAfter = 40
/** In so many of the first judged shifts a fall may be a hard beginning that eased. */
export const earlyShifts = 60
/** From here on the usual is high, and staying there isn't the same as being well. */
export const highUsual = 7

/** What a shift has a value of: stress is watched always, energy on request. */
export const watchedSeries = ['stress', 'energy'] as const
export type WatchedSeries = (typeof watchedSeries)[number]

/** So many shifts in which anything was logged are looked at, whatever the period: about a year of work. */
export const mostShifts = 220

/** The longest text of a note, in UTF-16 units. */
export const longestWords = 20_000

/** Whether a text can be kept exactly as it is; half a sign can't be written down. */
export const areWords = (text: string): boolean =>
  text.length <= longestWords && text.isWellFormed()

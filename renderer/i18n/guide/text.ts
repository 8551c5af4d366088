import { i18n, type MessageDescriptor } from '@lingui/core'
import type { Work } from '../../../src/settings/choices.ts'

/** One text, or one for each channel where what one does differs. */
export type Text = MessageDescriptor | Record<Work, MessageDescriptor>

/** A text as it reads for what the agent mostly does. */
export const say = (text: Text, work: Work): string => i18n._('calls' in text ? text[work] : text)

/** A page about what happened. */
export interface TypeWords {
  goingOn: readonly Text[]
  tries: readonly Text[]
  /** Said or written to the other person, word for word. */
  says: readonly Text[]
  avoids: readonly Text[]
  stop: readonly Text[]
}

/** One thing to do in the interaction. */
export interface TechniqueWords {
  name: Text
  point: Text
  how: readonly Text[]
  pitfall: Text
  says: readonly Text[]
}

/** `text`: paragraphs. `points`: a list. `steps`: one after the other. `says`: word for word. */
export type Look = 'text' | 'points' | 'steps' | 'says'

export interface PageWords {
  name: Text
  /** One line under the name: what it is for. */
  point: Text
  sections: readonly { heading: Text; look: Look; texts: readonly Text[] }[]
}

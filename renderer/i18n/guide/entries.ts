import { t } from '@lingui/core/macro'
import { techniquesFor, type Place, type TechniqueId } from '../../../src/guidance/guide.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { plainTypeName } from '../names.ts'
import { pageWords } from './pages.ts'
import { techniqueWords } from './techniques.ts'
import { say, type Look, type Text } from './text.ts'
import { typeWords } from './types.ts'

/** A part of a page as it is shown. `says`: word for word; `avoids`: words to leave out. */
export interface Section {
  heading: string
  look: Look | 'avoids'
  texts: readonly string[]
}

/** A page of the guide in the words of the agent's channel and language. */
export interface Entry {
  place: Place
  title: string
  /** One line under the title; empty where the sections say it all. */
  point: string
  sections: readonly Section[]
  /** Techniques that fit, as further pages. */
  techniques: readonly TechniqueId[]
  /** Whether it ends on the three doors: talk to someone, pause, close. */
  doors: boolean
}

export const techniqueName = (id: TechniqueId, work: Work): string =>
  say(techniqueWords[id].name, work)

/** What a page of the guide says. */
export function entry(place: Place, work: Work): Entry {
  const all = (texts: readonly Text[]) => texts.map((text) => say(text, work))
  switch (place.kind) {
    case 'type': {
      const words = typeWords[place.id]
      return {
        place,
        // By Lull's name: the guide also opens while the journal is locked, and holds nothing of it.
        title: plainTypeName(place.id, work),
        point: heavyPoint(place.id),
        sections: [
          { heading: t`What is going on`, look: 'text', texts: all(words.goingOn) },
          {
            heading: isHeavy(place.id) ? t`What you may do` : t`What to try`,
            look: 'points',
            texts: all(words.tries),
          },
          { heading: t`Words that help`, look: 'says', texts: all(words.says) },
          {
            heading: isHeavy(place.id) ? t`What isn’t yours to give` : t`Words to avoid`,
            look: isHeavy(place.id) ? 'points' : 'avoids',
            texts: all(words.avoids),
          },
          { heading: t`When to stop`, look: 'text', texts: all(words.stop) },
        ],
        techniques: techniquesFor[place.id],
        doors: isHeavy(place.id),
      }
    }
    case 'technique': {
      const words = techniqueWords[place.id]
      return {
        place,
        title: techniqueName(place.id, work),
        point: say(words.point, work),
        sections: [
          { heading: t`How`, look: 'points', texts: all(words.how) },
          { heading: t`Words that help`, look: 'says', texts: all(words.says) },
          { heading: t`What spoils it`, look: 'text', texts: [say(words.pitfall, work)] },
        ],
        techniques: [],
        doors: false,
      }
    }
    case 'page': {
      const words = pageWords[place.id]
      return {
        place,
        title: say(words.name, work),
        point: say(words.point, work),
        sections: words.sections.map(({ heading, look, texts }) => ({
          heading: say(heading, work),
          look,
          texts: all(texts),
        })),
        techniques: [],
        doors: place.id === 'escalation',
      }
    }
  }
}

/** What of a page fits on a card for the pocket. */
export interface PocketCard {
  place: Place
  title: string
  point: string
  texts: readonly string[]
  /** The texts are to be said or written, word for word. */
  said: boolean
}

/** A technique: its point and its phrases. A type: what to try. */
export function pocketCard(place: Exclude<Place, { kind: 'page' }>, work: Work): PocketCard {
  const { title, point } = entry(place, work)
  const said = place.kind === 'technique'
  const texts = said ? techniqueWords[place.id].says : typeWords[place.id].tries
  return { place, title, point, texts: texts.map((text) => say(text, work)), said }
}

const isHeavy = (id: string) => id === 'abusive' || id === 'distress'

/** The one line that abuse and distress get (design.md, "Against brooding" 6). */
function heavyPoint(id: string): string {
  if (id === 'abusive') return t`That should not have happened to you.`
  return id === 'distress' ? t`That was a lot to carry.` : ''
}

/** Names of the three groups of the guide's list. */
export const groupName = (kind: Place['kind']): string =>
  ({
    type: t`What it was like`,
    technique: t`What you can do in it`,
    page: t`For you, before and after`,
  })[kind]

/** Everything a page shows, as text to search. */
export const textsOf = ({ point, sections }: Entry): string[] => [
  point,
  ...sections.flatMap(({ heading, texts }) => [heading, ...texts]),
]

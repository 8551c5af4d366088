/** What the guide holds, and how its pages hang together. The words live in renderer/i18n/guide. */
import { noteTypes, type NoteType } from './types.ts'

/** What one can do in the interaction, in the order of the checklist (t01 to t19). */
export const techniqueIds = [
  'listen',
  'paraphrase',
  'their-side',
  'name-the-feeling',
  'without-words',
  'own-the-problem',
  'stay-calm',
  'apologise-once',
  'plain-words',
  'ask',
  'alternative',
  'involve',
  'keep-informed',
  'check-it-landed',
  'boundary',
  'escalate',
  'hand-over',
  'personalise',
  'leave-blame-out',
] as const
export type TechniqueId = (typeof techniqueIds)[number]

/** Everything that is neither about a type nor about one technique. */
export const guidePageIds = [
  'stay-or-hand-over',
  'go-blank',
  'not-personal',
  'anger-in-writing',
  'drill-anger',
  'drill-stress',
  'drill-negotiation',
  'restore',
  'afterwards',
  'peaks',
  'escalation',
  'disagree',
] as const
export type GuidePageId = (typeof guidePageIds)[number]

/** A page of the guide. */
export type Place =
  | { kind: 'type'; id: NoteType }
  | { kind: 'technique'; id: TechniqueId }
  | { kind: 'page'; id: GuidePageId }

/** Every page of the guide, in the order in which its list shows them. */
export const places: readonly Place[] = [
  ...noteTypes.map((id) => ({ kind: 'type', id }) as const),
  ...techniqueIds.map((id) => ({ kind: 'technique', id }) as const),
  ...guidePageIds.map((id) => ({ kind: 'page', id }) as const),
]

/** The name of a place as text: `technique:listen`. */
export const keyOf = ({ kind, id }: Place): string => `${kind}:${id}`

/**
 * What fits a type, most useful first. Abuse and distress have none: they get no lesson (design.md,
 * "Against brooding" 6).
 */
export const techniquesFor: Record<NoteType, readonly TechniqueId[]> = {
  angry: ['stay-calm', 'listen', 'name-the-feeling', 'paraphrase', 'apologise-once', 'involve'],
  'nothing-right': ['listen', 'paraphrase', 'own-the-problem', 'plain-words', 'check-it-landed'],
  bargaining: ['alternative', 'boundary', 'ask', 'plain-words', 'involve'],
  right: ['own-the-problem', 'apologise-once', 'leave-blame-out', 'keep-informed'],
  blaming: ['leave-blame-out', 'paraphrase', 'plain-words', 'involve'],
  'wanted-manager': ['escalate', 'hand-over', 'ask', 'keep-informed'],
  abusive: [],
  good: ['personalise', 'without-words', 'check-it-landed'],
  disproportionate: ['listen', 'ask', 'name-the-feeling', 'apologise-once', 'alternative'],
  doubted: ['stay-calm', 'their-side', 'plain-words', 'hand-over'],
  distress: [],
  other: ['listen', 'ask', 'stay-calm', 'boundary'],
}

/** Which practices of the checklist a page teaches (p01 to p13). */
export const practicesOn: Record<GuidePageId, readonly string[]> = {
  'stay-or-hand-over': ['p09', 'p12'],
  'go-blank': ['p08'],
  'not-personal': ['p06'],
  'anger-in-writing': [],
  'drill-anger': ['p11'],
  'drill-stress': ['p11'],
  'drill-negotiation': ['p11'],
  restore: ['p01', 'p02', 'p07'],
  afterwards: ['p03', 'p04', 'p05'],
  peaks: ['p13'],
  escalation: ['p10'],
  disagree: [],
}

/** The rows of the checklist that a place makes reachable: `p..`, `t..`, or a type's own id. */
export function rowsOf(place: Place): readonly string[] {
  switch (place.kind) {
    case 'type':
      return [place.id]
    case 'technique':
      return [`t${String(techniqueIds.indexOf(place.id) + 1).padStart(2, '0')}`]
    case 'page':
      return practicesOn[place.id]
  }
}

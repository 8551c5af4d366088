import type { Instant } from '../ports.ts'
import { techniquesFor, type TechniqueId } from './guide.ts'
import { isLullType, type TypeId } from './types.ts'

/** A technique whose card was shown, when last, and whether in the open shift. */
export interface ShownCard {
  technique: TechniqueId
  at: Instant
  inThisShift: boolean
}

export interface CardFacts {
  type: TypeId | null
  /** The agent lets Lull show a card at all. */
  on: boolean
  shown: readonly ShownCard[]
}

/**
 * The one card after a note, or none. Of the techniques that fit the type, the one that wasn't seen for
 * longest (never seen before all, then as the guide orders them); none that this shift has seen already.
 * None without a type, none for the agent's own types, none where nothing fits: so none after
 * abuse or distress.
 */
export function cardFor({ type, on, shown }: CardFacts): TechniqueId | null {
  if (!on || type === null || !isLullType(type)) return null
  const seenAt = (technique: TechniqueId): Instant =>
    Math.max(
      -Infinity,
      ...shown.filter((card) => card.technique === technique).map((card) => card.at),
    )
  const seenNow = (technique: TechniqueId) =>
    shown.some((card) => card.technique === technique && card.inThisShift)
  const [next] = techniquesFor[type]
    .filter((technique) => !seenNow(technique))
    .toSorted((one, other) => difference(seenAt(one), seenAt(other)))
  return next ?? null
}

/** Two that were never seen are as long unseen as each other. */
const difference = (one: Instant, other: Instant) => (one === other ? 0 : one - other)

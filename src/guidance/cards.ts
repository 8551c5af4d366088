import type { Clock, Instant, Store } from '../ports.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shifts } from '../shifts/shifts.ts'
import { cardFor } from './card.ts'
import { techniqueIds, type TechniqueId } from './guide.ts'
import type { TypeId } from './types.ts'

export interface Cards {
  /** The card after this note, kept as shown; the same one for the same note. Null for none. */
  after(noteId: string): TechniqueId | null
}

/** At most one card of the guide after a note (the rule is in card.ts). */
export function createCards(
  store: Store,
  shifts: Shifts,
  settings: SettingsRoom,
  clock: Clock,
): Cards {
  const note = store.prepare<{ type: TypeId | null }>(`SELECT type FROM note WHERE id = ?`)
  const ofNote = store.prepare<{ technique: string }>(
    `SELECT technique FROM guide_card WHERE note_id = ?`,
  )
  const last = store.prepare<{ technique: string; at: Instant }>(
    `SELECT technique, max(at) AS at FROM guide_card GROUP BY technique`,
  )
  const ofShift = store.prepare<{ technique: string }>(
    `SELECT technique FROM guide_card WHERE shift_id = ?`,
  )
  const keep = store.prepare(
    `INSERT INTO guide_card (note_id, shift_id, technique, at) VALUES (?, ?, ?, ?)`,
  )

  return {
    after(noteId) {
      const noted = note.get(noteId)
      if (!noted) return null
      const before = ofNote.get(noteId)
      const on = settings.get().cardAfterNote === 'on'
      if (before) {
        // A note that turned out to be another has no card any more that doesn't fit it.
        const fits = cardFor({ type: noted.type, on, shown: [] }) !== null
        return fits ? known(before.technique) : null
      }
      const shift = shifts.open(clock.now())
      const now = shift ? ofShift.all(shift.id).map((card) => card.technique) : []
      const technique = cardFor({
        type: noted.type,
        on,
        shown: last.all().flatMap((card) => {
          const technique = known(card.technique)
          return technique
            ? [{ technique, at: card.at, inThisShift: now.includes(card.technique) }]
            : []
        }),
      })
      if (technique !== null && shift)
        store.write(() => keep.run(noteId, shift.id, technique, clock.now()))
      return technique
    },
  }
}

/** A technique that a newer Lull showed counts as none here. */
const known = (id: string): TechniqueId | null => techniqueIds.find((each) => each === id) ?? null

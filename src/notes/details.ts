import type { TechniqueId } from '../guidance/guide.ts'
import type { Store } from '../ports.ts'
import type { Details, Trigger, Verdict } from './kinds.ts'

export interface DetailRows {
  /** What is said of the note at `place`; nothing where nothing was. */
  get(place: number): Details
  /** Replaces all of it. Inside `store.write`. */
  set(place: number, details: Details): void
}

/** What is said of a note beyond its number and its words. `rev` and `edited_at` are the note's. */
export function createDetailRows(store: Store): DetailRows {
  const read = store.prepare<Omit<Details, 'triggers' | 'techniques'>>(`
    SELECT channel, minutes, outcome, reaction, pleasant, stirred, feeling FROM note WHERE place = ?`)
  const write = store.prepare(`
    UPDATE note SET channel = ?, minutes = ?, outcome = ?, reaction = ?, pleasant = ?, stirred = ?,
      feeling = ?
    WHERE place = ?`)
  const triggersOf = store.prepare<{ trigger: Trigger }>(`
    SELECT trigger_id AS "trigger" FROM note_trigger WHERE place = ? ORDER BY trigger_id`)
  const techniquesOf = store.prepare<{ technique: TechniqueId; verdict: Verdict }>(`
    SELECT technique, verdict FROM note_technique WHERE place = ? ORDER BY technique`)
  const addTrigger = store.prepare(`INSERT INTO note_trigger (trigger_id, place) VALUES (?, ?)`)
  const addTechnique = store.prepare(
    `INSERT INTO note_technique (technique, place, verdict) VALUES (?, ?, ?)`,
  )
  const clearTriggers = store.prepare(`DELETE FROM note_trigger WHERE place = ?`)
  const clearTechniques = store.prepare(`DELETE FROM note_technique WHERE place = ?`)

  return {
    get(place) {
      const row = read.get(place)
      if (!row) throw new RangeError('there is no note at this place')
      return {
        ...row,
        triggers: triggersOf.all(place).map(({ trigger }) => trigger),
        techniques: techniquesOf.all(place),
      }
    },
    set(place, details) {
      const { channel, minutes, outcome, reaction, pleasant, stirred, feeling } = details
      write.run(channel, minutes, outcome, reaction, pleasant, stirred, feeling, place)
      clearTriggers.run(place)
      clearTechniques.run(place)
      for (const trigger of details.triggers) addTrigger.run(trigger, place)
      for (const { technique, verdict } of details.techniques)
        addTechnique.run(technique, place, verdict)
    },
  }
}

import {
  choicesProblem,
  lullsTypes,
  type TypeChoice,
  type TypeChoices,
} from '../guidance/own-types.ts'
import { isLullType, type TypeId } from '../guidance/types.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { nextEpoch } from '../epochs.ts'

export interface TypesRoom {
  /** All types in their order; names are null where words are off. */
  get(): TypeChoices
  /**
   * Keeps the whole list. A name that is null stays what it is. An own type that isn't in it any more
   * goes; where notes are of it, it is hidden instead, so that they keep their name.
   */
  set(choices: TypeChoices): TypeChoices
  /** Refuses a type that nobody knows here. */
  require(type: TypeId | null): void
}

interface Row {
  id: TypeId
  name: string
  hidden: 0 | 1
}

const orderedRow = 'types-ordered'

/** The types of call as the agent wants them. */
export function createTypes(store: Store, settings: SettingsRoom, clock: Clock): TypesRoom {
  const read = store.prepare<Row>(
    `SELECT id, name, hidden FROM note_type WHERE gone = 0 ORDER BY position, id`,
  )
  const keep = store.prepare(`
    INSERT INTO note_type (id, name, hidden, position, edited_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      name = excluded.name, hidden = excluded.hidden, gone = 0, position = excluded.position,
      rev = CASE WHEN gone = 1 THEN ${nextEpoch('rev')} ELSE rev + 1 END,
      edited_at = excluded.edited_at`)
  const takeOut = store.prepare(`
    UPDATE note_type SET name = '', gone = 1, rev = rev + 1, edited_at = ? WHERE id = ?`)
  const isUsed = store.prepare<{ one: number }>(`SELECT 1 AS one FROM note WHERE type = ? LIMIT 1`)
  const readOrdered = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keepOrdered = store.prepare(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`)

  /** The list before the last change: what was taken out or renamed by mistake can come back. */
  let back: readonly TypeChoice[] = []
  /** As they are kept, names and all. */
  const kept = (): (TypeChoice & { name: string })[] => {
    const rows = read.all().map((row) => ({ ...row, hidden: row.hidden === 1 }))
    const missing = lullsTypes.filter(({ id }) => rows.every((row) => row.id !== id))
    return [...rows, ...missing.map(({ id }) => ({ id, name: '', hidden: false }))]
  }
  const get = (): TypeChoices => {
    const withWords = settings.words() === 'numbers-and-words'
    return {
      types: kept().map((type) => (withWords || type.name === '' ? type : { ...type, name: null })),
      ordered: readOrdered.get(orderedRow)?.value === 'yes',
    }
  }

  return {
    get,
    set({ types, ordered }) {
      const before = kept()
      const nameBefore = (id: TypeId) => before.find((type) => type.id === id)?.name ?? ''
      const renamed = types.some(
        ({ id, name }) => name !== null && name !== '' && name.trim() !== nameBefore(id),
      )
      if (renamed && settings.words() !== 'numbers-and-words')
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      const left = before
        .filter(({ id }) => !isLullType(id) && types.every((type) => type.id !== id))
        .map((type) => ({ ...type, used: isUsed.get(type.id) !== undefined }))
      const wanted = [
        ...types.map((type) => ({ ...type, name: type.name ?? nameBefore(type.id) })),
        ...left.filter(({ used }) => used).map((type) => ({ ...type, hidden: true })),
      ]
      const problem = choicesProblem(wanted, before, back)
      if (problem !== null) throw new Refusal('bad-input', `The list ${problem}.`)
      return store.write(() => {
        const now = clock.now()
        for (const [position, { id, name, hidden }] of wanted.entries())
          keep.run(id, name.trim(), hidden ? 1 : 0, position, now)
        for (const { id, used } of left) if (!used) takeOut.run(now, id)
        keepOrdered.run(orderedRow, ordered ? 'yes' : 'no')
        back = before
        return get()
      })
    },
    require(type) {
      if (type === null || isLullType(type) || kept().some(({ id }) => id === type)) return
      throw new Refusal('bad-input', 'There is no such type.')
    },
  }
}

/** Before there is a journal. */
export const plainTypes: TypeChoices = { types: [...lullsTypes], ordered: false }

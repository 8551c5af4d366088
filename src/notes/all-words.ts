import type { DroppedAllWords, KeptWords } from '../contract.ts'
import type { Clock, Instant, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { undoMs } from './changing.ts'
import { createDrops } from './drops.ts'
import type { Forgetting } from './forgetting.ts'

export interface AllWords {
  kept(): KeptWords
  /**
   * Drops the words of every note and check-in as one does of one, the draft's, and those about shifts and
   * weeks; the numbers stay. Plans, one's own list and people to talk to aren't about what happened.
   */
  drop(): DroppedAllWords
  /** Gives them their words again, within 8 s. Those that were changed since stay as they are. */
  undo(): void
}

interface Worded {
  id: string
  words: string
  nextTime: string
}
type WordedCheckIn = Pick<Worded, 'id' | 'words'>

/** What else is written about what happened: at a shift's end, and of a week. */
const others = [
  { table: 'shift_card', key: 'shift_id', columns: ['words'] },
  {
    table: 'review',
    key: 'week_from',
    columns: ['helped_words', 'good_words', 'mine_words', 'theirs_words'],
  },
] as const
interface Other {
  id: string
  texts: readonly string[]
}

/** All words that there are, for a desk at which there are to be none. */
export function createAllWords(store: Store, forgetting: Forgetting, clock: Clock): AllWords {
  const count = store.prepare<{ notes: number }>(`
    SELECT count(*) AS notes FROM note INDEXED BY note_worded
    WHERE words <> '' OR next_time <> ''`)
  const draft = store.prepare<{ id: string }>(`SELECT id FROM draft WHERE words <> ''`)
  const worded = store.prepare<Worded>(`
    SELECT id, words, next_time AS nextTime FROM note WHERE words <> '' OR next_time <> ''`)
  const countCheckIns = store.prepare<{ checkIns: number }>(`
    SELECT count(*) AS checkIns FROM checkin INDEXED BY checkin_worded WHERE words <> ''`)
  const wordedCheckIns = store.prepare<WordedCheckIn>(`
    SELECT id, words FROM checkin WHERE words <> ''`)
  const emptyCheckIns = store.prepare(`
    UPDATE checkin SET words = '', rev = rev + 1, edited_at = ? WHERE words <> ''`)
  const backToCheckIn = store.prepare(`
    UPDATE checkin SET words = ?, rev = rev + 1, edited_at = ? WHERE id = ? AND words = ''`)
  const empty = store.prepare(`
    UPDATE note SET words = '', next_time = '', rev = rev + 1, edited_at = ?
    WHERE words <> '' OR next_time <> ''`)
  const emptyDraft = store.prepare(`UPDATE draft SET words = '' WHERE words <> ''`)
  const back = store.prepare(`
    UPDATE note SET words = ?, next_time = ?, rev = rev + 1, edited_at = ?
    WHERE id = ? AND words = '' AND next_time = ''`)
  const [ofNotes, ofCheckIns] = [createDrops(store, 'note'), createDrops(store, 'checkin')]
  const otherTexts = others.map((each) => createOtherTexts(store, each))
  let held: {
    others: readonly (readonly Other[])[]
    notes: readonly Worded[]
    checkIns: readonly WordedCheckIn[]
    letGo: () => void
  } | null = null

  const letGo = () => {
    held?.letGo()
    held = null
  }

  return {
    kept: () => ({
      notes: count.get()?.notes ?? 0,
      checkIns: countCheckIns.get()?.checkIns ?? 0,
      others: otherTexts.reduce((sum, each) => sum + each.all().length, 0),
      draft: draft.get() !== undefined,
    }),
    drop() {
      letGo()
      const all = store.write(() => {
        const notes = worded.all()
        const checkIns = wordedCheckIns.all()
        const now = clock.now()
        const others = otherTexts.map((each) => each.all())
        forgetting.mark(
          [...notes, ...checkIns, ...others.flat(), ...draft.all()].map(({ id }) => id),
        )
        empty.run(now)
        emptyCheckIns.run(now)
        emptyDraft.run()
        for (const { id } of notes) ofNotes.drop(id, now)
        for (const { id } of checkIns) ofCheckIns.drop(id, now)
        otherTexts.forEach((each, nth) => each.empty(others[nth] ?? [], now))
        return { notes, checkIns, others }
      })
      const forgotten = forgetting.now()
      held = { ...all, letGo: clock.after(undoMs, () => (held = null)) }
      return {
        ...forgotten,
        notes: all.notes.length,
        checkIns: all.checkIns.length,
        others: all.others.flat().length,
      }
    },
    undo() {
      const before = held
      if (!before) throw new Refusal('too-late', 'That can’t be taken back any more.')
      store.write(() => {
        const now = clock.now()
        for (const { id, words, nextTime } of before.notes)
          if (back.run(words, nextTime, now, id).changes > 0) ofNotes.anew(id)
        for (const { id, words } of before.checkIns)
          if (backToCheckIn.run(words, now, id).changes > 0) ofCheckIns.anew(id)
        otherTexts.forEach((each, nth) => each.back(before.others[nth] ?? [], now))
      })
      letGo()
    },
  }
}

/** The texts of one of those tables. */
function createOtherTexts(store: Store, { table, key, columns }: (typeof others)[number]) {
  const drops = createDrops(store, table)
  const any = columns.map((column) => `${column} <> ''`).join(' OR ')
  const none = columns.map((column) => `${column} = ''`).join(' AND ')
  const read = store.tuples<readonly [id: string, ...texts: string[]]>(
    `SELECT ${key}, ${columns.join(', ')} FROM ${table} WHERE ${any}`,
  )
  const empty = store.prepare(`
    UPDATE ${table} SET ${columns.map((column) => `${column} = ''`).join(', ')}, rev = rev + 1,
      edited_at = ?
    WHERE ${any}`)
  const back = store.prepare(`
    UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}, rev = rev + 1,
      edited_at = ?
    WHERE ${key} = ? AND ${none}`)
  return {
    all: (): Other[] => read.all().map(([id, ...texts]) => ({ id, texts })),
    empty(rows: readonly Other[], now: Instant) {
      empty.run(now)
      for (const { id } of rows) drops.drop(id, now)
    },
    back(rows: readonly Other[], now: Instant) {
      for (const { id, texts } of rows) if (back.run(...texts, now, id).changes > 0) drops.anew(id)
    },
  }
}

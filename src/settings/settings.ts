import type { Settings } from '../contract.ts'
import type { Store } from '../ports.ts'

export interface SettingsRoom {
  get(): Settings
  /** Keeps what is given and returns all of it. */
  set(change: Partial<Settings>): Settings
}

export function createSettings(store: Store): SettingsRoom {
  const read = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keep = store.prepare(`
    INSERT INTO setting (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`)

  const get = (): Settings => ({ words: wordsOf(read.get('words')?.value) })

  return {
    get,
    set: (change) =>
      store.write(() => {
        if (change.words) keep.run('words', change.words)
        return get()
      }),
  }
}

/** Anything that isn't a clear yes keeps the text fields away. */
const wordsOf = (value: string | undefined): Settings['words'] =>
  value === 'numbers-and-words' ? value : value === undefined ? 'unasked' : 'numbers'

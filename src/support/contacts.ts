import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { noContacts, type Contact, type ContactKind } from './kinds.ts'

export interface Contacts {
  /** All kinds, in their order; what wasn't written is empty. */
  get(): Contact[]
  /** Keeps what the agent wrote for one kind, and returns all. Words that are off are refused. */
  set(contact: Contact): Contact[]
}

/** The people an agent can turn to, in the agent's own words. */
export function createContacts(store: Store, settings: SettingsRoom, clock: Clock): Contacts {
  const read = store.prepare<{ kind: ContactKind; name: string; reach: string }>(
    `SELECT kind, name, reach FROM support_contact`,
  )
  const keep = store.prepare(`
    INSERT INTO support_contact (kind, name, reach, edited_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (kind) DO UPDATE SET
      name = excluded.name, reach = excluded.reach, rev = rev + 1, edited_at = excluded.edited_at`)

  const get = (): Contact[] => {
    const rows = read.all()
    return noContacts.map((none) => rows.find(({ kind }) => kind === none.kind) ?? none)
  }

  return {
    get,
    set({ kind, name, reach }) {
      // Names are words too; taking them out is always allowed.
      if ((name !== '' || reach !== '') && settings.get().words !== 'numbers-and-words')
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      return store.write(() => {
        keep.run(kind, name, reach, clock.now())
        return get()
      })
    },
  }
}

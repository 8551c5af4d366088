import type { Forgetting } from '../notes/forgetting.ts'
import type { Input, RechargeItem, VaultDoor } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { isRechargeName, mostRecharge, rechargeNames } from './kinds.ts'
import { nextEpoch } from '../epochs.ts'

export interface Recharge {
  /** Lull's own first, in their order, then the agent's; those only where words are kept. */
  get(): RechargeItem[]
  /** Ticks, writes, changes or takes out (`words: ''`) one, and returns all. */
  set(item: Input<VaultDoor, 'recharge.set'>): RechargeItem[]
}

interface Row {
  id: string
  words: string
  picked: 0 | 1
}

/** Things that do the agent good. */
export function createRecharge(
  store: Store,
  settings: SettingsRoom,
  forgetting: Pick<Forgetting, 'mark' | 'now'>,
  clock: Clock,
): Recharge {
  const all = store.prepare<Row>(`SELECT id, words, picked FROM recharge ORDER BY id`)
  const keep = store.prepare(`
    INSERT INTO recharge (id, words, picked, edited_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET words = excluded.words, picked = excluded.picked,
      rev = CASE WHEN words = '' AND excluded.words <> '' THEN ${nextEpoch('rev')} ELSE rev + 1 END,
      edited_at = excluded.edited_at`)

  const own = (rows: readonly Row[]) =>
    rows.filter(({ id, words }) => !isRechargeName(id) && words !== '')

  function get(): RechargeItem[] {
    const rows = all.all()
    const ticked = (id: string) => rows.some((row) => row.id === id && row.picked === 1)
    const ours = rechargeNames.map((name) => ({ id: name, words: null, picked: ticked(name) }))
    if (settings.words() !== 'numbers-and-words') return ours
    return [
      ...ours,
      ...own(rows).map(({ id, words, picked }) => ({ id, words, picked: picked === 1 })),
    ]
  }

  return {
    get,
    set({ id, words, picked }) {
      if (isRechargeName(id)) {
        store.write(() => keep.run(id, '', picked ? 1 : 0, clock.now()))
        return get()
      }
      // Taking words out is always allowed.
      if (words !== '' && settings.words() !== 'numbers-and-words')
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      const rows = all.all()
      const before = rows.find((row) => row.id === id)
      if (!before && own(rows).length >= mostRecharge)
        throw new Refusal('bad-input', `The list takes ${mostRecharge} of your own.`)
      const isLost = before !== undefined && !words.includes(before.words)
      store.write(() => {
        keep.run(id, words, picked ? 1 : 0, clock.now())
        if (isLost) forgetting.mark([id])
      })
      if (isLost) forgetting.now()
      return get()
    },
  }
}

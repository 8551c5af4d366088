import type { WatchNow } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import type { Summary } from '../shifts/summary.ts'
import {
  beginnings,
  type Beginning,
  type SpellAnswer,
  type SpellQuestion,
  type WatchedSeries,
} from './kinds.ts'
import { createSeries, type Watched } from './series.ts'
import { limits } from './watch.ts'

/** What is watched: stress always, energy on request, and then each with more patience. */
export interface Watching {
  /** Takes in what a shift is worth now. Called inside the transaction that changed it. */
  refresh(shiftId: string): void
  /** Folds all of it anew. What this gives is what `refresh` has kept, by property test. */
  rebuild(): void
  /** What the watch says of stress now. */
  now(): WatchNow
  /** The same of energy; null where it isn't watched. */
  energy(): WatchNow | null
  /** Watches energy too, or no more; both are folded anew, for the limit is another then. */
  watchEnergy(on: boolean): void
  /** How the weeks before the first shift were; folds all of it anew. */
  begin(as: Beginning): void
  /** What the agent answers about the spell that began with this shift; `no-shift` where it isn't there. */
  answer(
    shiftId: string,
    question: SpellQuestion,
    answer: SpellAnswer,
    series?: WatchedSeries,
  ): void
}

const beganAs = 'watch-began'
const energyToo = 'watch-energy'

export function createWatching(store: Store, clock: Clock): Watching {
  const setting = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = ?`)
  const keepSetting = store.prepare(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`)
  const hasEnergy = () => setting.get(energyToo)?.value === 'yes'
  const watched: Watched = {
    isOn: () => true,
    limit: () => limits[hasEnergy() ? 1 : 0],
    began: () => beginnings.find((each) => each === setting.get(beganAs)?.value) ?? null,
  }
  const stress = createSeries(store, clock, 'stress', watched)
  const energy = createSeries(store, clock, 'energy', { ...watched, isOn: hasEnergy })

  const rebuild = () =>
    store.write(() => {
      stress.rebuild()
      energy.rebuild()
    })
  return {
    refresh(shiftId) {
      stress.refresh(shiftId)
      energy.refresh(shiftId)
    },
    rebuild,
    now: () => stress.now(),
    energy: () => (hasEnergy() ? energy.now() : null),
    watchEnergy: (on) =>
      store.write(() => {
        keepSetting.run(energyToo, on ? 'yes' : 'no')
        rebuild()
      }),
    begin: (as) =>
      store.write(() => {
        keepSetting.run(beganAs, as)
        rebuild()
      }),
    answer: (shiftId, question, answer, series = 'stress') =>
      (series === 'stress' ? stress : energy).answer(shiftId, question, answer),
  }
}

/** A summary that tells the watch of every shift it writes anew, in the same transaction. */
export const watched = (summary: Summary, watching: Watching): Summary => ({
  refresh: (shiftId) => {
    summary.refresh(shiftId)
    watching.refresh(shiftId)
  },
  rebuild: () => {
    summary.rebuild()
    watching.rebuild()
  },
})

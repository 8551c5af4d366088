/** The watch and what it is set beside, as functions that hear one logged shift after the other. */
import {
  afterShift,
  beginWatch,
  limits,
  type LoggedShift,
  type WatchSays,
} from '../../src/trends/watch.ts'

export type Scheme = () => (shift: LoggedShift) => WatchSays

/** Lull's own; `series` is how many are watched at once. */
export const rankWatch =
  (series: 1 | 2 | 3 = 1, toSkip = 0): Scheme =>
  () => {
    let state = beginWatch(toSkip)
    const limit = limits[series - 1] ?? limits[0]
    return (shift) => {
      state = afterShift(state, shift, limit)
      return state.says
    }
  }

const baseline = 20
const frozen = (values: readonly number[], floor: number) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, sd: Math.max(floor, Math.sqrt(squares / (values.length - 1))) }
}

/** A scheme that freezes mean and SD of the first 20 shifts, then judges by `watch`. */
const onFrozen =
  (floor: number, watch: (mean: number, sd: number) => (value: number) => WatchSays): Scheme =>
  () => {
    const first: number[] = []
    let judge: ((value: number) => WatchSays) | null = null
    return ({ value }) => {
      if (judge) return judge(value)
      first.push(value)
      if (first.length < baseline) return 'collecting'
      const { mean, sd } = frozen(first, floor)
      judge = watch(mean, sd)
      return 'usual'
    }
  }

const sideOf = (t: number, limit: number): WatchSays =>
  t > limit ? 'higher' : t < -limit ? 'lower' : 'usual'

/** S. W. Roberts' EWMA as textbooks have it: lambda .2, limit 2.7. */
export const textbookEwma: Scheme = onFrozen(0.1, (mean, sd) => {
  let z = 0
  let count = 0
  return (value) => {
    z = 0.8 * z + 0.2 * (value - mean)
    count++
    const spread = sd * Math.sqrt((0.2 / 1.8) * (1 - 0.8 ** (2 * count)))
    return sideOf(z / spread, 2.7)
  }
})

/** E. S. Page's CUSUM, k .5 and h 5 standard deviations, on both sides. */
export const cusum: Scheme = onFrozen(0.1, (mean, sd) => {
  let up = 0
  let down = 0
  return (value) => {
    const off = (value - mean) / sd
    up = Math.max(0, up + off - 0.5)
    down = Math.max(0, down - off - 0.5)
    return up > 5 ? 'higher' : down > 5 ? 'lower' : 'usual'
  }
})

/** The widened EWMA that Lull's design first had: lambda .2, limit 2.25, three shifts, phi .3 taken as given. */
export const widenedEwma: Scheme = onFrozen(0.75, (mean, sd) => {
  const phi = 0.3
  const q = 0.8 * phi
  let z = 0
  let count = 0
  let run = 0
  let side: WatchSays = 'usual'
  return (value) => {
    z = 0.8 * z + 0.2 * (value - mean)
    count++
    const own = (0.2 / 1.8) * (1 - 0.8 ** (2 * count)) * ((1 + q) / (1 - q))
    const t = z / (sd * Math.sqrt(own + (1 + phi) / (1 - phi) / baseline))
    const now = sideOf(t, 2.25)
    run = now === 'usual' ? 0 : now === side ? run + 1 : 1
    side = now
    return run >= 3 ? now : 'usual'
  }
})

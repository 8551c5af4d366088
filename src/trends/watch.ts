/**
 * The rank watch (shared/statistics.md, section 3; design.md, "Honest numbers" 2). Each shift is ranked
 * among the agent's usual shifts; a slow average of those ranks is kept, and the watch speaks when that
 * has stayed, three shifts in a row, further from the middle than the agent's own ups and downs would
 * take it. What it may say about its own errors comes from tests/simulation (odds.ts).
 */

/** Kinds of shift that are ranked among their own; `any` where the agent doesn't tell them apart. */
export const shiftKinds = ['any', 'early', 'late', 'night'] as const
export type ShiftKind = (typeof shiftKinds)[number]

/** A logged shift, as the watch sees it; shifts without a value never reach it. */
export interface LoggedShift {
  /** The value of the shift, 0 to 10; it is rounded to half points. */
  value: number
  kind: ShiftKind
  /** Too few shifts were logged just before: three fresh ones are needed to say anything. */
  afterGap: boolean
}

/** The shifts that the agent calls usual, as counts and sums: its size doesn't grow with them. */
export interface Usual {
  /** For each kind, how many shifts stand in each of the 21 half points. */
  readonly counts: Readonly<Partial<Record<ShiftKind, readonly number[]>>>
  readonly n: number
  readonly sum: number
  readonly squares: number
  /** Sum of the products of neighbours, and the two ends: for the carry-over. */
  readonly products: number
  readonly first: number
  readonly last: number
}

export type WatchSays = 'collecting' | 'usual' | 'higher' | 'lower'

/** What the watch remembers between two shifts; JSON. */
export interface WatchState {
  readonly says: WatchSays
  /** How many of the first shifts are still shown without being learned from. */
  readonly toSkip: number
  /** Logged shifts seen so far. */
  readonly seen: number
  readonly usual: Usual
  /** `usual` with what came since, to be learned once the average is near the middle again. */
  readonly heard: Usual
  /** The slow average of the ranks; 0 is the middle. */
  readonly z: number
  /** Shifts that were judged. */
  readonly judged: number
  /** `z` over its own spread. */
  readonly t: number
  /** How many shifts in a row `t` was beyond the limit, and on which side. */
  readonly run: number
  readonly side: -1 | 0 | 1
  /** The count of `seen` at which `t` last changed its sign: where a rise or a fall began. */
  readonly since: number
  /** The count of `seen` at which the present `says` began. */
  readonly saidAt: number
}

/** So many usual shifts before anything is judged, and so many of a kind. */
export const firstUsual = 20
export const firstOfKind = 10
/** From here on nothing more is learned. */
export const mostUsual = 60
/** The limit on |t| for one watched series, two, three (statistics.md, section 3.5). */
export const limits = [2.2, 2.4, 2.5] as const
/** How many of the first shifts aren't learned from when the agent was away, or had hard weeks. */
export const skippedShifts = 10

const weight = 0.1
const runToSpeak = 3
const endsBelow = 1
const learnsWithin = 0.5
const bins = 21
const noCounts: readonly number[] = Array.from({ length: bins }, () => 0)
const noUsual: Usual = { counts: {}, n: 0, sum: 0, squares: 0, products: 0, first: 0, last: 0 }

/** The watch before the first shift. `toSkip`: shown, but not learned from. */
export const beginWatch = (toSkip = 0): WatchState => ({
  says: 'collecting',
  toSkip,
  seen: 0,
  usual: noUsual,
  heard: noUsual,
  z: 0,
  judged: 0,
  t: 0,
  run: 0,
  side: 0,
  since: 0,
  saidAt: 0,
})

/** The watch after one more logged shift. `limit` is one of `limits`, by how many series are watched. */
export function afterShift(
  state: WatchState,
  { value, kind, afterGap }: LoggedShift,
  limit: number,
): WatchState {
  const seen = state.seen + 1
  const bin = Math.min(bins - 1, Math.max(0, Math.round(value * 2)))
  if (state.toSkip > 0) return { ...state, seen, toSkip: state.toSkip - 1 }
  if (stillCollects(state.usual, kind)) {
    const usual = learned(state.usual, bin, kind)
    const heard = state.heard === state.usual ? usual : learned(state.heard, bin, kind)
    const says = state.says === 'collecting' && usual.n >= firstUsual ? 'usual' : state.says
    return {
      ...state,
      seen,
      usual,
      heard,
      says,
      saidAt: says === state.says ? state.saidAt : seen,
    }
  }
  return judged(state, seen, bin, kind, afterGap, limit)
}

/** Whether a shift of this kind would only be collected: too few usual ones to rank it among. */
export const stillCollects = (usual: Usual, kind: ShiftKind): boolean =>
  usual.n < firstUsual || usualOf(usual, kind) < firstOfKind

const usualOf = ({ counts }: Usual, kind: ShiftKind): number =>
  (counts[kind] ?? noCounts).reduce((sum, count) => sum + count, 0)

function judged(
  state: WatchState,
  seen: number,
  bin: number,
  kind: ShiftKind,
  afterGap: boolean,
  limit: number,
): WatchState {
  const { usual } = state
  const z = (1 - weight) * state.z + weight * rankOf(usual, bin, kind)
  const count = state.judged + 1
  const t = z / Math.sqrt(spreadOf(usual, count))
  const since = Math.sign(t) === Math.sign(state.t) ? state.since : seen
  const side = t > limit ? 1 : t < -limit ? -1 : 0
  const before = afterGap ? 0 : state.run
  const run = side === 0 ? 0 : side === state.side ? before + 1 : 1
  const says = saysNow(afterGap ? 'usual' : state.says, t, side, run)
  return {
    says,
    toSkip: 0,
    seen,
    ...learning(state, says, t, bin, kind),
    z,
    judged: count,
    t,
    run,
    side,
    since,
    saidAt: says === state.says ? state.saidAt : seen,
  }
}

function saysNow(before: WatchSays, t: number, side: number, run: number): WatchSays {
  if (run >= runToSpeak) return side > 0 ? 'higher' : 'lower'
  if (before === 'higher') return t < endsBelow ? 'usual' : before
  if (before === 'lower') return t > -endsBelow ? 'usual' : before
  return 'usual'
}

/**
 * Learns only while things are usual, and only for good once the average is near the middle; a spell
 * that was told never becomes part of the usual.
 */
function learning(
  { usual, heard }: WatchState,
  says: WatchSays,
  t: number,
  bin: number,
  kind: ShiftKind,
): Pick<WatchState, 'usual' | 'heard'> {
  if (usual.n >= mostUsual) return { usual, heard }
  if (says !== 'usual') return { usual, heard: usual }
  const more = learned(heard, bin, kind)
  return Math.abs(t) <= learnsWithin ? { usual: more, heard: more } : { usual, heard: more }
}

function learned(usual: Usual, bin: number, kind: ShiftKind): Usual {
  const { counts, n, sum, squares, products, first, last } = usual
  const value = bin / 2
  const ofKind = [...(counts[kind] ?? noCounts)]
  ofKind[bin] = (ofKind[bin] ?? 0) + 1
  return {
    counts: { ...counts, [kind]: ofKind },
    n: n + 1,
    sum: sum + value,
    squares: squares + value * value,
    products: n === 0 ? 0 : products + last * value,
    first: n === 0 ? value : first,
    last: value,
  }
}

/**
 * Where a half point stands among the usual shifts of its kind: the share below plus half of the share
 * equal, less a half, over the spread of such ranks (about .289 without ties, never taken below .2).
 */
function rankOf(usual: Usual, bin: number, kind: ShiftKind): number {
  let below = 0
  const counts = usual.counts[kind] ?? noCounts
  for (let each = 0; each < bin; each++) below += counts[each] ?? 0
  const centred = (below + (counts[bin] ?? 0) / 2) / usualOf(usual, kind) - 0.5
  return centred / Math.max(0.2, rankSpread(usual))
}

/** The root of the mean square of the centred mid-ranks, over all usual shifts, each within its kind. */
function rankSpread({ counts, n }: Usual): number {
  let squares = 0
  for (const kind of shiftKinds) {
    const ofKind = counts[kind]
    if (!ofKind) continue
    let all = 0
    for (const count of ofKind) all += count
    let below = 0
    for (const count of ofKind) {
      const centred = (below + count / 2) / all - 0.5
      squares += count * centred * centred
      below += count
    }
  }
  return Math.sqrt(squares / n)
}

/** Where the middle eight of ten usual shifts lie, and their average: 0 to 10, in half points. */
export function rangeOf({ counts, n, sum }: Usual): { low: number; high: number; average: number } {
  const all = noCounts.map((_, bin) =>
    shiftKinds.reduce((count, kind) => count + (counts[kind]?.[bin] ?? 0), 0),
  )
  const at = (share: number) => {
    let below = 0
    const rank = share * (n - 1)
    return all.findIndex((count) => (below += count) > rank) / 2
  }
  return { low: at(0.1), high: at(0.9), average: sum / n }
}

/** The variance of the slow average after `count` judged shifts, when nothing has changed. */
function spreadOf(usual: Usual, count: number): number {
  const phi = carryOver(usual)
  const kept = 1 - weight
  const fading = kept ** count
  return (
    (weight / (2 - weight)) * (1 - fading ** 2) * ((1 + kept * phi) / (1 - kept * phi)) +
    (((1 + phi) / (1 - phi)) * (1 - fading) ** 2) / usual.n
  )
}

/**
 * How much of one shift's rating carries over to the next: the lag-1 autocorrelation of the usual
 * ratings, its small-sample bias taken off, drawn towards .3 and never below it.
 */
export function carryOver({ n, sum, squares, products, first, last }: Usual): number {
  const mean = sum / n
  const spread = squares - n * mean * mean
  const shared = products - mean * (2 * sum - first - last) + (n - 1) * mean * mean
  const r1 = spread > 0 ? shared / spread : 0
  const unbiased = (n * r1 + 1) / (n - 4)
  return Math.min(0.8, Math.max(0.3, (30 * 0.3 + n * unbiased) / (30 + n)))
}

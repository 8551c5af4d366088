import type { Pattern } from '../../src/breathing/patterns.ts'
import { breathMs } from '../../src/breathing/timeline.ts'
import { tonesOf, type Tone } from '../../src/breathing/tones.ts'

/** What is used of an AudioContext, so that a clock that drifts can stand in for it. */
export interface ToneContext {
  readonly currentTime: number
  readonly destination: unknown
  getOutputTimestamp(): AudioTimestamp
  createOscillator(): ToneOscillator
  createGain(): ToneGain
}
interface ToneOscillator {
  readonly frequency: ToneParam
  connect(next: unknown): unknown
  start(at: number): void
  stop(at: number): void
}
interface ToneGain {
  readonly gain: ToneParam
  connect(next: unknown): unknown
}
interface ToneParam {
  setValueAtTime(value: number, at: number): unknown
  linearRampToValueAtTime(value: number, at: number): unknown
  setTargetAtTime(value: number, at: number, constant: number): unknown
  cancelAndHoldAtTime(from: number): unknown
}

export interface Tones {
  /** Tells the tone that sounds now and the one after it; called once a phase, at least. */
  look(elapsedMs: number): void
  /** Fades out what sounds, and takes back what was told ahead. */
  stop(): void
}

/** A tone whose time has come is told this much ahead of now, in seconds. */
const leastAhead = 0.02
const fadeAwaySeconds = 0.08
const half = 0.5

/**
 * The tones of a pause, told ahead to the audio clock. That clock and the page's drift apart by up to
 * some hundred parts in a million, so each phase asks anew how they stand (`getOutputTimestamp`), and
 * no tone is told more than one phase ahead.
 */
export function createTones(
  context: ToneContext,
  pattern: Pattern,
  plannedMs: number,
  startedMs: number,
  volume: number,
): Tones {
  const breath = breathMs(pattern)
  const phases = pattern.phases.filter(({ ms }) => ms > 0)
  const offsets = phases.map((_phase, index) => breathMs({ phases: phases.slice(0, index) }))
  let told = -1
  let sounding: { oscillator: ToneOscillator; gain: ToneGain; endsAt: number }[] = []

  /** The `number`th phase of the pause, counted through all its breaths; null beyond its end. */
  function phaseNumber(number: number) {
    const index = number % phases.length
    const phase = phases[index]
    const startMs = Math.floor(number / phases.length) * breath + (offsets[index] ?? 0)
    return phase && startMs < plannedMs ? { phase, startMs } : null
  }
  function numberAt(elapsedMs: number) {
    const into = Math.max(0, elapsedMs) % breath
    const round = Math.floor(Math.max(0, elapsedMs) / breath)
    const index = offsets.findLastIndex((offset) => offset <= into)
    return round * phases.length + Math.max(0, index)
  }

  return {
    look(elapsedMs) {
      const now = context.currentTime
      sounding = sounding.filter(({ endsAt }) => endsAt > now)
      const current = numberAt(elapsedMs)
      for (const number of [current, current + 1]) {
        const next = phaseNumber(number)
        if (number <= told || !next) continue
        told = number
        const tone = tonesOf(next.phase)
        if (tone.gainPeak === 0 || volume === 0) continue
        const startsAt = contextTimeOf(context, startedMs + next.startMs)
        const voice = play(context, tone, startsAt, volume)
        if (voice) sounding.push(voice)
      }
    },
    stop() {
      const now = context.currentTime
      for (const { oscillator, gain } of sounding) {
        // Held where it is: taking back a ramp would let it jump, and click.
        gain.gain.cancelAndHoldAtTime(now)
        gain.gain.setTargetAtTime(0, now, fadeAwaySeconds / 4)
        oscillator.stop(now + fadeAwaySeconds)
      }
      sounding = []
    },
  }
}

/** The audio clock's time, in seconds, at a time of the page's clock, in milliseconds. */
function contextTimeOf(context: ToneContext, pageMs: number): number {
  const { contextTime, performanceTime } = context.getOutputTimestamp()
  // Before the first sound has left it, the context knows no such pair.
  return contextTime && performanceTime
    ? contextTime + (pageMs - performanceTime) / 1000
    : context.currentTime + (pageMs - performance.now()) / 1000
}

/** Tells one tone to the audio clock; null where it would be over before it began. */
function play(context: ToneContext, tone: Tone, startsAt: number, volume: number) {
  const { fromHz, toHz, durationMs, gainPeak, fadeInMs, fadeOutMs } = tone
  const endsAt = startsAt + durationMs / 1000
  const from = Math.max(startsAt, context.currentTime + leastAhead)
  const [fadeIn, fadeOut] = [fadeInMs / 1000, fadeOutMs / 1000]
  if (from + fadeIn + fadeOut > endsAt) return null
  const done = (from - startsAt) / (endsAt - startsAt)
  const loudest = gainPeak * volume * half
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.connect(gain)
  gain.connect(context.destination)
  oscillator.frequency.setValueAtTime(fromHz + (toHz - fromHz) * done, from)
  oscillator.frequency.linearRampToValueAtTime(toHz, endsAt)
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(loudest, from + fadeIn)
  gain.gain.setValueAtTime(loudest, endsAt - fadeOut)
  gain.gain.linearRampToValueAtTime(0, endsAt)
  oscillator.start(from)
  oscillator.stop(endsAt)
  return { oscillator, gain, endsAt }
}

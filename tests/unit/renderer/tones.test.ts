import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTones, type ToneContext } from '../../../renderer/pause/tones.ts'
import { ownPattern } from '../../../src/breathing/own.ts'
import { patternIds, patterns, type Pattern } from '../../../src/breathing/patterns.ts'
import { breathMs, momentAt } from '../../../src/breathing/timeline.ts'

interface Told {
  at: number
  until: number
  from: number
  to: number
  /** The gain's steps, as what and when. */
  gain: { value: number; at: number }[]
  stoppedAt: number | null
}

const nothing = () => null
const deaf = {
  setValueAtTime: nothing,
  linearRampToValueAtTime: nothing,
  setTargetAtTime: nothing,
  cancelAndHoldAtTime: nothing,
}
const setTo = (one: Told, what: 'from' | 'to') => (value: number) => (one[what] = value)

/**
 * An audio clock that runs beside the page's, so many millionths faster, and begins at 3 s. It writes
 * down what it is told, and hears nothing.
 */
function aContext(drift: number, anchoredOnce = false) {
  const told: Told[] = []
  let pageMs = 0
  const seconds = (ms: number) => 3 + (ms / 1000) * (1 + drift / 1e6)
  const context: ToneContext = {
    get currentTime() {
      return seconds(pageMs)
    },
    destination: null,
    getOutputTimestamp: () => {
      const at = anchoredOnce ? 500 : pageMs
      return { contextTime: seconds(at), performanceTime: at }
    },
    createOscillator() {
      const one: Told = { at: 0, until: 0, from: 0, to: 0, gain: [], stoppedAt: null }
      told.push(one)
      return {
        connect: () => null,
        frequency: {
          ...deaf,
          setValueAtTime: setTo(one, 'from'),
          linearRampToValueAtTime: setTo(one, 'to'),
        },
        start: (at: number) => void (one.at = at),
        stop: (at: number) => {
          if (one.until === 0) one.until = at
          else one.stoppedAt = at
        },
      }
    },
    createGain() {
      // Each tone makes its own, right after its oscillator.
      const steps = told.at(-1)?.gain ?? []
      const step = (value: number, at: number) => steps.push({ value, at })
      return {
        connect: () => null,
        gain: {
          ...deaf,
          setValueAtTime: step,
          linearRampToValueAtTime: step,
          setTargetAtTime: step,
        },
      }
    },
  }
  return {
    told,
    context,
    at: (ms: number) => void (pageMs = ms),
    /** When the page's clock shows what the audio clock shows at `contextTime`. */
    pageTime: (contextTime: number) => ((contextTime - 3) * 1000) / (1 + drift / 1e6),
  }
}

/** Breathes a pause from end to end, with a look at each change of phase, some of them late. */
function breathe(
  pattern: Pattern,
  plannedMs: number,
  drift: number,
  lateMs: (look: number) => number,
  anchoredOnce = false,
) {
  const startedMs = 500
  const audio = aContext(drift, anchoredOnce)
  audio.at(startedMs)
  const tones = createTones(audio.context, pattern, plannedMs, startedMs, 1)
  for (let elapsed = 0, look = 0; elapsed < plannedMs; look++) {
    const late = Math.min(elapsed + lateMs(look), plannedMs - 1)
    audio.at(startedMs + late)
    tones.look(late)
    elapsed = late + momentAt(pattern, plannedMs, late).nextInMs
  }
  const starts: number[] = []
  for (let begin = 0; begin < plannedMs; begin += breathMs(pattern)) {
    let at = begin
    for (const { name, ms } of pattern.phases) {
      if (name !== 'rest') starts.push(at)
      at += ms
    }
  }
  return { ...audio, startedMs, starts }
}

describe('tones that are told ahead', () => {
  it.each([-200, 0, 200])(
    'stay within 5 ms of the breath over ten minutes, with a clock %i millionths off',
    (drift) => {
      const { told, starts, startedMs, pageTime } = breathe(
        patterns['cyclic-sighing'],
        600_000,
        drift,
        () => 3,
      )
      expect(told).toHaveLength(starts.length)
      const errors = told.map((tone, index) =>
        Math.abs(pageTime(tone.at) - startedMs - (starts[index] ?? Number.NaN)),
      )
      // The very first can only be told when it is due already.
      expect(errors[0]).toBeLessThan(40)
      expect(Math.max(...errors.slice(1))).toBeLessThan(5)
    },
  )

  it('would not, if they were anchored only once', () => {
    const { told, starts, startedMs, pageTime } = breathe(
      patterns['cyclic-sighing'],
      600_000,
      200,
      () => 3,
      true,
    )
    const last = told.at(-1)?.at ?? 0
    expect(Math.abs(pageTime(last) - startedMs - (starts.at(-1) ?? 0))).toBeGreaterThan(50)
  })

  it.each(patternIds)('rise in, fall out, and never overlap (%s)', (id) => {
    const pattern = patterns[id]
    const { told } = breathe(pattern, breathMs(pattern) * 3, 0, () => 0)
    const sounding = pattern.phases.filter(({ name }) => name !== 'rest')
    for (const [index, tone] of told.entries()) {
      const { name } = sounding[index % sounding.length] ?? { name: 'rest' }
      if (name === 'in' || name === 'top-up') expect(tone.to).toBeGreaterThan(tone.from)
      if (name === 'out') expect(tone.to).toBeLessThan(tone.from)
      expect(told[index + 1]?.at ?? Infinity).toBeGreaterThanOrEqual(tone.until - 1e-6)
    }
    expect(told).toHaveLength(sounding.length * 3)
  })

  it('fade in over 200 ms and end in silence', () => {
    const { told } = breathe(patterns['longer-exhale'], 20_000, 0, () => 0)
    for (const { gain, at, until } of told) {
      expect(gain[0]).toEqual({ value: 0, at })
      expect((gain[1]?.at ?? 0) - at).toBeGreaterThanOrEqual(0.2 - 1e-9)
      expect(gain.at(-1)).toEqual({ value: 0, at: until })
    }
  })

  it('are told once each, whenever and however often somebody looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 59_999 }), { minLength: 1, maxLength: 30 }),
        (looks) => {
          const audio = aContext(0)
          const tones = createTones(audio.context, patterns.coherent, 60_000, 0, 1)
          for (const look of looks.toSorted((one, other) => one - other)) {
            audio.at(look)
            tones.look(look)
          }
          const begun = audio.told.map(({ until }) => Math.round(until * 1000))
          return new Set(begun).size === begun.length
        },
      ),
    )
  })

  it('never begin in the past, even where a look came late', () => {
    const audio = aContext(0)
    const tones = createTones(audio.context, patterns['longer-exhale'], 60_000, 0, 1)
    audio.at(2500)
    tones.look(2500)
    const [late] = audio.told
    expect(late?.at).toBeGreaterThan(audio.context.currentTime)
    // It begins where the breath is by then, not at the bottom.
    expect(late?.from).toBeGreaterThan(200)
  })

  it('are nothing at volume 0, and end within a tenth of a second when they are stopped', () => {
    const silent = aContext(0)
    createTones(silent.context, patterns.coherent, 60_000, 0, 0).look(0)
    expect(silent.told).toEqual([])
    const audio = aContext(0)
    const tones = createTones(audio.context, patterns.coherent, 60_000, 0, 1)
    tones.look(0)
    audio.at(1000)
    tones.stop()
    for (const { stoppedAt } of audio.told)
      expect(stoppedAt).toBeLessThan(audio.context.currentTime + 0.1)
    expect(audio.told).toHaveLength(2)
  })

  it('go along with a breath of one\u2019s own', () => {
    const own = ownPattern([
      { name: 'in', ms: 2250 },
      { name: 'out', ms: 3750 },
    ])
    if (!own.ok) throw new Error(own.problem)
    expect(breathe(own.pattern, 60_000, 100, () => 1).told).toHaveLength(20)
  })
})

import { useLayoutEffect, useRef } from 'react'
import type { Pattern } from '../../src/breathing/patterns.ts'
import { breathMs } from '../../src/breathing/timeline.ts'
import type { Motion } from '../theme/motion.ts'
import { breathFrames, type BreathFrame } from './breath.ts'
import classes from './Shape.module.css'

/** From empty to full: how large a layer is, and how strongly it is seen. */
interface Layer {
  name: 'aura' | 'halo' | 'ring' | 'disc'
  scale: readonly [number, number]
  opacity: readonly [number, number]
}

const layers: readonly Layer[] = [
  { name: 'aura', scale: [0.66, 1], opacity: [0.25, 1] },
  { name: 'halo', scale: [0.58, 1], opacity: [0.35, 0.8] },
  { name: 'ring', scale: [0.6, 1], opacity: [0.5, 0.95] },
  { name: 'disc', scale: [0.64, 1], opacity: [0.82, 1] },
]

/** Breath gathers and slackens like a slow wave, without a stop at either end. */
const wave = 'cubic-bezier(0.42, 0, 0.58, 1)'

interface ShapeProps {
  /** Null where nothing is paced: the shape rests. */
  pattern: Pattern | null
  plannedMs: number
  /** When the pause began, on the page's own clock, which animations run on too. */
  startedMs: number
  motion: Motion
  /** Nothing paces for a while; the hairline goes on. */
  resting?: boolean
  /** In the card: smaller, at the side. */
  small?: boolean
}

/**
 * The soft shape and the hairline. Only transform and opacity change, so the compositor draws both
 * while the page's own thread is busy; both start at the pause's start on the page's clock.
 */
export function Shape({
  pattern,
  plannedMs,
  startedMs,
  motion,
  resting = false,
  small = false,
}: ShapeProps) {
  const shape = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const run = line.current?.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
      duration: plannedMs,
      fill: 'both',
      easing: motion === 'full' ? 'linear' : `steps(${Math.ceil(plannedMs / 1000)})`,
    })
    if (run) run.startTime = startedMs
    return () => run?.cancel()
  }, [plannedMs, startedMs, motion])

  useLayoutEffect(() => {
    if (pattern === null || resting || motion === 'none') return
    const breath = breathMs(pattern)
    const frames = breathFrames(pattern)
    const running = layers.map((layer, index) =>
      shape.current?.children[index]?.animate(
        frames.map((frame) => look(layer, frame, motion)),
        { duration: breath, iterations: plannedMs / breath, fill: 'both' },
      ),
    )
    for (const animation of running) if (animation) animation.startTime = startedMs
    return () => {
      for (const animation of running) animation?.cancel()
    }
  }, [pattern, plannedMs, startedMs, motion, resting])

  return (
    <>
      <div
        ref={shape}
        className={small ? `${classes['shape']} ${classes['small']}` : classes['shape']}
        aria-hidden="true"
      >
        {layers.map(({ name }) => (
          <div key={name} className={classes[name]} />
        ))}
      </div>
      <div ref={line} className={classes['line']} aria-hidden="true" />
    </>
  )
}

function look({ scale, opacity }: Layer, { offset, full }: BreathFrame, motion: Motion): Keyframe {
  const between = ([from, to]: readonly [number, number]) => from + (to - from) * full
  return motion === 'full'
    ? { offset, easing: wave, opacity: between(opacity), transform: `scale(${between(scale)})` }
    : { offset, easing: wave, opacity: between([0.35, 1]) }
}

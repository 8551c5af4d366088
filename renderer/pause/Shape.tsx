import { useLayoutEffect, useRef } from 'react'
import { breathMs } from '../../src/breathing/timeline.ts'
import type { Pause } from '../state/pause.ts'
import classes from './Shape.module.css'
import { breathFrames, type BreathFrame } from './breath.ts'

export type Motion = 'full' | 'less' | 'none'

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

/**
 * The soft shape and the hairline. Only transform and opacity change, so the compositor draws both
 * while the page's own thread is busy; both start at the pause's start on the page's clock.
 */
export function Shape({ pause, motion }: { pause: Pause; motion: Motion }) {
  const shape = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const { pattern, plannedMs, startedMs } = pause
    const breath = breathMs(pattern)
    const frames = breathFrames(pattern)
    const running = motion === 'none' ? [] : breathe()
    running.push(
      line.current?.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
        duration: plannedMs,
        fill: 'both',
        easing: motion === 'full' ? 'linear' : `steps(${plannedMs / 1000})`,
      }),
    )
    for (const animation of running) if (animation) animation.startTime = startedMs
    return () => {
      for (const animation of running) animation?.cancel()
    }

    function breathe() {
      return layers.map((layer, index) =>
        shape.current?.children[index]?.animate(
          frames.map((frame) => look(layer, frame, motion)),
          { duration: breath, iterations: plannedMs / breath, fill: 'both' },
        ),
      )
    }
  }, [pause, motion])

  return (
    <>
      <div ref={shape} className={classes['shape']} aria-hidden="true">
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

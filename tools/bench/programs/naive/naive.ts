/**
 * A pacer as one writes it first: a chain of timers, each asks the clock and sets React state. It is
 * given the best of that: the clock is read anew each time, so that nothing accumulates.
 */
import { createElement, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { waveAt } from '../../wave.ts'

const phaseMs = 5500
const tickMs = 16
const layers = [
  { name: 'aura', scale: [0.66, 1], opacity: [0.25, 1] },
  { name: 'halo', scale: [0.58, 1], opacity: [0.35, 0.8] },
  { name: 'ring', scale: [0.6, 1], opacity: [0.5, 0.95] },
  { name: 'disc', scale: [0.64, 1], opacity: [0.82, 1] },
] as const
const startedMs = performance.now()
Object.assign(window, { startedMs })

function Pacer() {
  const [full, setFull] = useState(0)
  useEffect(() => {
    let timer = 0
    function tick() {
      const breaths = (performance.now() - startedMs) / phaseMs
      const into = waveAt(breaths % 1)
      setFull(Math.floor(breaths) % 2 === 0 ? into : 1 - into)
      timer = window.setTimeout(tick, tickMs)
    }
    tick()
    return () => clearTimeout(timer)
  }, [])
  const between = ([from, to]: readonly [number, number]) => from + (to - from) * full
  return createElement(
    'div',
    { className: 'shape' },
    layers.map(({ name, scale, opacity }) =>
      createElement('div', {
        key: name,
        className: name,
        style: { opacity: between(opacity), transform: `scale(${between(scale)})` },
      }),
    ),
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(createElement(Pacer))

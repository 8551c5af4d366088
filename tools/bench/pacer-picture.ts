import type { Pattern } from '../../src/breathing/patterns.ts'
import { breathMs, momentAt } from '../../src/breathing/timeline.ts'
import type { Watched } from './pacer.ts'
import type { Frame } from './seen.ts'
import { waveAt } from './wave.ts'

const shownMs = 20_000
const width = 900
const panel = { left: 20, top: 64, height: 120, apart: 70 }
const across = width - 2 * panel.left

/** What the picture shows of a pacer that was watched. */
type Seen = Pick<Watched, 'frames' | 'blocks'>

/** What was seen over 20 s, as a drawing: Lull's shape above, the naive one below, blocks shaded. */
export function pacerPicture(ours: Seen, naive: Seen, breath: Pattern): string {
  const height = panel.top + 2 * panel.height + panel.apart + 54
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Figtree, system-ui, sans-serif" font-size="13" fill="#1f2e2d">
<title>The size of the shape on the screen over 20 seconds, its page blocked for half a second every two</title>
<rect width="${width}" height="${height}" rx="18" fill="#f5f2ea"/>
${row(ours, breath, panel.top, 'Lull: one animation that the compositor draws', '#1f6f6b')}
${row(naive, breath, panel.top + panel.height + panel.apart, 'Beside it: a chain of timers and React state', '#8a5710')}
<g fill="#566562"><rect x="${panel.left}" y="${height - 31}" width="14" height="14" fill="#dfe3dc"/><text x="${panel.left + 22}" y="${height - 19}">the page’s thread is blocked</text><path d="M240 ${height - 24}h22" stroke="#7f8c87" stroke-dasharray="2 3"/><text x="270" y="${height - 19}">where the breath is by the clock</text><text x="${width - panel.left}" y="${height - 19}" text-anchor="end">20 seconds from left to right; larger is higher</text></g>
</svg>
`
}

function row(
  { frames, blocks }: Seen,
  breath: Pattern,
  top: number,
  title: string,
  colour: string,
) {
  const from = frames[0]?.atMs ?? 0
  const x = (atMs: number) => round(panel.left + ((atMs - from) / shownMs) * across)
  const y = (full: number) => round(top + (1 - full) * panel.height)
  const shown = (atMs: number) => atMs >= from && atMs <= from + shownMs
  const shaded = blocks
    .filter(({ fromMs, toMs }) => shown(fromMs) && shown(toMs))
    .map(
      ({ fromMs, toMs }) =>
        `<rect x="${x(fromMs)}" y="${top - 6}" width="${round(x(toMs) - x(fromMs))}" height="${panel.height + 12}"/>`,
    )
  const due = Array.from({ length: 400 }, (_each, index) => from + (index / 400) * shownMs)
  return `<text x="${panel.left}" y="${top - 18}" font-weight="600">${title}</text>
<g fill="#dfe3dc">${shaded.join('')}</g>
<polyline fill="none" stroke="#7f8c87" stroke-dasharray="2 3" points="${due.map((atMs) => `${x(atMs)},${y(fullAt(breath, atMs))}`).join(' ')}"/>
<path fill="none" stroke="${colour}" stroke-width="2" d="${stairs(
    frames.filter(({ atMs }) => shown(atMs)),
    x,
    y,
  )}"/>`
}

/** What is on the screen stays until the next frame, so a line between two frames would be a lie. */
function stairs(
  frames: readonly Frame[],
  x: (atMs: number) => number,
  y: (full: number) => number,
) {
  const radii = frames.flatMap(({ radius }) => radius ?? [])
  const [empty, full] = [Math.min(...radii), Math.max(...radii)]
  const steps = frames.flatMap(({ atMs, radius }) =>
    radius === null ? [] : `H${x(atMs)}V${y((radius - empty) / (full - empty))}`,
  )
  return steps.join('').replace(/^H([\d.]+)V/, 'M$1 ')
}

/** How full the shape ought to be, 0 to 1. */
function fullAt(breath: Pattern, atMs: number): number {
  const { phase, progress } = momentAt(breath, atMs + 2 * breathMs(breath), atMs)
  return phase === 'out' ? 1 - waveAt(progress) : waveAt(progress)
}

const round = (value: number) => Math.round(value * 10) / 10

/**
 * Lull's pacer: how true it is to the clock, what is seen of it while its page is busy, and what it
 * costs. docs/pacer.md says how, and what it can't tell.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { build as viteBuild } from 'vite'
import { createTones, type ToneContext } from '../../renderer/pause/tones.ts'
import { patterns } from '../../src/breathing/patterns.ts'
import { breathMs, momentAt } from '../../src/breathing/timeline.ts'
import { launch, type Lull } from '../driver/driver.ts'
import { sleep } from '../stand-in/real-time.ts'
import { median, quantile, type Measured } from './figures.ts'
import { pacerPicture } from './pacer-picture.ts'
import { readPng } from './png.ts'
import {
  edgeOf,
  leastDisturbed,
  inBlocks,
  isWithin,
  lateness,
  profileOf,
  type Block,
  type Frame,
  type Held,
  type Point,
} from './seen.ts'

const root = join(import.meta.dirname, '../..')
/** Its breath of 11 s meets blocks every 2 s in ever other places, and it lasts ten minutes. */
const pattern = patterns['coherent-slower']
const plannedMs = 605_000
const watchedMs = 22_000
const sampledMs = 60_000
const tracedMs = 10_000
const tenMinutesMs = 600_000
/** A little beyond what is read, so that a late frame finds its moment too. */
const heldMs = { from: 600, to: 4900, every: 10 }
const looksInSecond = 10

interface Options {
  /** Samples the animation over ten real minutes. */
  long: boolean
  /** Where to draw what was seen; null for nowhere. */
  picture: string | null
}

/** The shape in its window, in the page's own pixels, and when its pacer began, on the page's clock. */
interface Shape extends Point {
  reach: number
  width: number
  startedMs: number
}

/** What was seen of a pacer, and when its page was blocked. */
export interface Watched {
  frames: Frame[]
  blocks: Block[]
  shape: Shape
}

/** All `pacer.*` figures. */
export async function pacer({ long, picture }: Options): Promise<Measured[]> {
  const runtime = process.env['LULL_RUNTIME'] ?? 'stand-in'
  const work = await withPause(workAFrame)
  const clock = await withPause((page) => againstTheClock(page, long ? tenMinutesMs : sampledMs))
  const tones = toneErrors(clock.wordsLateMs)
  const { held, ...ours } = await withPause(async (page) => {
    const watched = await watch(page, shapeOfLull)
    return { ...watched, held: await holdStill(page, watched.shape) }
  })
  const naive = await withNaive((page) => watch(page, shapeOfNaive))
  if (picture !== null) writeFileSync(picture, pacerPicture(ours, naive, pattern))

  const late = lateness(ours.frames, pattern, held)
  const offset = median(late.map(({ lateMs }) => lateMs))
  const whileBlocked = late.filter(({ atMs }) => isWithin(atMs, ours.blocks))
  const errors = whileBlocked.map(({ lateMs }) => Math.abs(lateMs - offset))
  const between = late
    .filter(({ atMs }) => !isWithin(atMs, ours.blocks))
    .map(({ lateMs }) => Math.abs(lateMs - offset))
  // What else the machine had to do in the last minute, in processors.
  const [load = 0] = loadavg()
  const seen = inBlocks(ours.frames, ours.blocks)
  const beside = inBlocks(naive.frames, naive.blocks)
  const [drawn, sounded] = [quantile(clock.errors, 0.99), quantile(tones, 0.99)]
  const { length: blocks } = ours.blocks
  return [
    {
      id: 'pacer.p99',
      value: Math.max(drawn, sounded),
      note: `animation ${ms(drawn)} (${clock.looks} looks in ${clock.overMs / 1000} real s, of each second the least disturbed; of all, frame age included, ${ms(clock.looksP99)}); tones ${ms(sounded)} (10 min, reckoned: an audio clock 200 ppm off, looks as late as the words); words ${ms(Math.max(...clock.wordsLateMs))} late at most`,
      runtime,
    },
    {
      id: 'pacer.blocked.p99',
      value: quantile(errors, 0.99),
      note: `${errors.length} readable frames in ${blocks} blocks of 500 ms; p50 ${ms(median(errors))}, between the blocks p99 ${ms(quantile(between, 0.99))}; load ${load.toFixed(1)}`,
      runtime,
    },
    {
      id: 'pacer.blocked.frames',
      value: seen.share,
      note: `longest standstill ${ms(seen.longestMs)}`,
      runtime,
    },
    { id: 'pacer.offset', value: offset, note: 'the screencast’s own way included', runtime },
    {
      id: 'pacer.naive.frames',
      value: beside.share,
      note: `longest standstill ${ms(beside.longestMs)}`,
      runtime,
    },
    {
      id: 'pacer.frame',
      value: work.taskMs / work.frames,
      note: `${work.frames} frames in ${tracedMs / 1000} s, all pages’ main threads, traced`,
      runtime,
    },
  ]
}

const ms = (value: number) => `${value.toFixed(1)} ms`

/** Lull on a profile of its own, with a pause of ten minutes that has just begun. */
async function withPause<Told>(run: (page: Page) => Promise<Told>): Promise<Told> {
  const profile = mkdtempSync(join(tmpdir(), 'lull-pacer-'))
  const device = {
    version: 1,
    theme: 'light',
    safetyRead: true,
    pauseLast: pattern.id,
    pauseLastMs: plannedMs,
  }
  writeFileSync(join(profile, 'device.json'), JSON.stringify(device))
  let lull: Lull | undefined
  try {
    lull = await launch({ profile })
    await lull.window('main')
    await lull.tray.press('Take a pause')
    const page = await lull.window('pause')
    await page.getByText('breathe in', { exact: true }).waitFor()
    await page.evaluate(findShape)
    return await run(page)
  } finally {
    await lull?.kill()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function withNaive<Told>(run: (page: Page) => Promise<Told>): Promise<Told> {
  const folder = join(root, 'node_modules/.cache/lull/naive')
  await viteBuild({
    root: join(import.meta.dirname, 'programs/naive'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, assetsDir: '', target: 'chrome150' },
  })
  const lull = await launch({
    app: join(import.meta.dirname, 'programs/naive.mjs'),
    env: { LULL_BENCH_NAIVE: folder },
  })
  try {
    const page = await lull.window('pause')
    await page.locator('.halo').waitFor()
    return await run(page)
  } finally {
    await lull.kill()
  }
}

/** The animations of the shape's four layers, and that of its outer edge, in the page. */
const findShape = `void (() => {
  window.layers = document.getAnimations().filter((each) => each.effect.getTiming().iterations > 1)
  window.shape = layers.find(({ effect }) => effect.target.className.includes('halo'))
})()`

/** In the page: where the shape's middle is, how far it reaches at its largest, when its pacer began. */
const whereIs = (edge: string, startedMs: string) => `(() => {
  const edge = ${edge}
  const { left, top, width, height } = edge.getBoundingClientRect()
  return {
    x: left + width / 2,
    y: top + height / 2,
    reach: edge.offsetWidth / 2,
    width: innerWidth,
    startedMs: ${startedMs},
  }
})()`
const shapeOfLull = whereIs('shape.effect.target', 'shape.startTime')
const shapeOfNaive = whereIs("document.querySelector('.halo')", 'startedMs')

/**
 * How far the animation is from the page's clock, in ms, looked at whenever a frame is made, ten times a
 * second; and how late the words come, which start from the same instant by timers of their own. The
 * page gets to look some time after its frame was made, and a busy machine makes that longer.
 */
async function againstTheClock(page: Page, overMs: number) {
  await page.evaluate(`void (() => {
    window.samples = []
    window.words = []
    const word = document.querySelector('main p[aria-hidden]')
    new MutationObserver(() => words.push(performance.now())).observe(word, { childList: true, subtree: true })
    const sample = () => {
      const now = performance.now()
      samples.push(now - shape.startTime - shape.currentTime)
    }
    setInterval(() => requestAnimationFrame(sample), ${1000 / looksInSecond})
  })()`)
  await sleep(overMs)
  const samples = numbers(await page.evaluate(`samples`))
  const words = numbers(await page.evaluate(`words.map((at) => at - shape.startTime)`))
  const phaseMs = pattern.phases[0]?.ms ?? 0
  return {
    overMs,
    looks: samples.length,
    looksP99: quantile(samples.map(Math.abs), 0.99),
    errors: leastDisturbed(samples, looksInSecond),
    wordsLateMs: words.map((at) => at % phaseMs),
  }
}

/**
 * How far each tone of ten minutes begins from its time on the page's clock, in ms, where the audio
 * clock runs 200 ppm fast and Lull looks as late as it was seen to.
 */
function toneErrors(lateMs: readonly number[]): number[] {
  const clock = driftingContext(200)
  const tones = createTones(clock.context, pattern, tenMinutesMs, 0, 1)
  for (let elapsed = 0, look = 0; elapsed < tenMinutesMs; look++) {
    const late = elapsed === 0 ? 0 : (lateMs[look % lateMs.length] ?? 0)
    clock.at(elapsed + late)
    tones.look(elapsed + late)
    elapsed += late + momentAt(pattern, tenMinutesMs, elapsed + late).nextInMs
  }
  const due = clock.starts.map(
    (_each, index) => (index * breathMs(pattern)) / pattern.phases.length,
  )
  return clock.starts.map((start, index) => Math.abs(start - (due[index] ?? 0)))
}

/** An audio clock so many millionths fast, that writes down when tones begin, by the page's clock. */
function driftingContext(drift: number) {
  const starts: number[] = []
  let pageMs = 0
  const pace = 1 + drift / 1e6
  const param = {
    setValueAtTime: () => null,
    linearRampToValueAtTime: () => null,
    setTargetAtTime: () => null,
    cancelAndHoldAtTime: () => null,
  }
  const context: ToneContext = {
    get currentTime() {
      return 3 + (pageMs * pace) / 1000
    },
    destination: null,
    getOutputTimestamp: () => ({
      contextTime: 3 + (pageMs * pace) / 1000,
      // 0 would mean that no sound has left it yet.
      performanceTime: Math.max(pageMs, Number.MIN_VALUE),
    }),
    createOscillator: () => ({
      frequency: param,
      connect: () => null,
      start: (at: number) => void starts.push(((at - 3) * 1000) / pace),
      stop: () => {},
    }),
    createGain: () => ({ gain: param, connect: () => null }),
  }
  return { context, starts, at: (now: number) => void (pageMs = now) }
}

/** The page's screencast over some seconds, its thread blocked for 500 ms every 2 s. */
async function watch(page: Page, shape: string): Promise<Watched> {
  const cdp = await page.context().newCDPSession(page)
  const cast: { at: number; png: string }[] = []
  cdp.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    if (metadata.timestamp !== undefined) cast.push({ at: metadata.timestamp * 1000, png: data })
    void cdp.send('Page.screencastFrameAck', { sessionId })
  })
  await page.evaluate(evenDamage)
  await page.evaluate(blocking)
  const where = shapeIn(await page.evaluate(shape))
  await cdp.send('Page.startScreencast', { format: 'png' })
  await sleep(watchedMs)
  await cdp.send('Page.stopScreencast')
  await page.evaluate('void (unblock = true)')
  const origin = Number(await page.evaluate('performance.timeOrigin'))
  const blocks = numbers(await page.evaluate('blocks.flat()'))
  return {
    frames: framesOf(cast, where, origin + where.startedMs),
    blocks: pairs(blocks.map((at) => at - where.startedMs)),
    shape: where,
  }
}

/**
 * Chromium's capture takes a part of the window that changes by itself for a video, and when that
 * changes its size, skips a quarter of a second of it (media/capture/content/animated_content_sampler):
 * frames that were drawn and shown. Where all of the window changes by something that nobody sees, it
 * doesn't. Frames in which only that changed aren't counted.
 */
const evenDamage = `void (() => {
  const sheet = document.createElement('div')
  sheet.style.cssText = 'position:fixed;inset:0;background:#fff;opacity:0;pointer-events:none;will-change:opacity'
  document.body.append(sheet)
  sheet.animate([{ opacity: 0 }, { opacity: 0.001 }], { duration: 1000, iterations: Infinity, direction: 'alternate' })
})()`

const blocking = `void (() => {
  window.blocks = []
  window.unblock = false
  const block = () => {
    const from = performance.now()
    while (performance.now() < from + 500);
    blocks.push([from, performance.now()])
    if (!unblock) setTimeout(block, 1500)
  }
  setTimeout(block, 1500)
})()`

/** Just far enough beyond the shape at its largest to tell its edge from the glow around it. */
const beyond = 9
/** From this share of its reach on, no word lies over it. */
const wordless = 0.55

function framesOf(
  cast: readonly { at: number; png: string }[],
  shape: Shape,
  beganAt: number,
): Frame[] {
  let before: string | null = null
  // Pictures are packed beside each other, and a later one may be ready first.
  const inOrder = cast.toSorted((one, other) => one.at - other.at)
  return inOrder.map(({ at, png }) => {
    const { radius, look } = lookAt(png, shape)
    const now = look.join(' ')
    const moved = before !== null && now !== before
    before = now
    return { atMs: at - beganAt, radius, look, moved }
  })
}

function lookAt(png: string, { x, y, reach, width }: Shape) {
  const picture = readPng(Buffer.from(png, 'base64'))
  const scale = picture.width / width
  const length = Math.ceil((reach + beyond) * scale)
  const from = Math.ceil(reach * wordless * scale)
  const profile = profileOf(picture, { x: x * scale, y: y * scale }, length)
  return { radius: edgeOf(profile), look: profile.slice(from) }
}

/** What the shape looks like at moments of a breath in: pictures of it, held still there. */
async function holdStill(page: Page, shape: Shape): Promise<Held[]> {
  const cdp = await page.context().newCDPSession(page)
  const held: Held[] = []
  for (let intoMs = heldMs.from; intoMs <= heldMs.to; intoMs += heldMs.every) {
    await page.evaluate(`new Promise((shown) => {
      for (const layer of layers) {
        layer.pause()
        layer.currentTime = ${intoMs}
      }
      requestAnimationFrame(() => requestAnimationFrame(shown))
    })`)
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' })
    held.push({ intoMs, look: lookAt(data, shape).look })
  }
  return held
}

/** What the pages' main threads do while the compositor draws the breath, over some seconds. */
async function workAFrame(page: Page): Promise<{ taskMs: number; frames: number }> {
  const cdp = await page.context().newCDPSession(page)
  const events = await trace(cdp)
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`),
  )
  const taskMs = tasks.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0)
  const frames = events.filter(
    ({ name, ph }) => name === 'Graphics.Pipeline.DrawAndSwap' && ph === 'b',
  ).length
  if (threads.size === 0 || frames === 0) throw new Error('the trace shows no page that is drawn')
  return { taskMs, frames }
}

/** An event of a trace; times in microseconds. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  args?: { name?: unknown }
}

async function trace(cdp: CDPSession): Promise<TraceEvent[]> {
  const events: unknown[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...value))
  const includedCategories = ['disabled-by-default-devtools.timeline', 'viz']
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  })
  await sleep(tracedMs)
  const { promise, resolve } = Promise.withResolvers<void>()
  cdp.once('Tracing.tracingComplete', () => resolve())
  await cdp.send('Tracing.end')
  await promise
  return events.filter(isTraceEvent)
}

const isTraceEvent = (event: unknown): event is TraceEvent =>
  typeof event === 'object' && event !== null && 'name' in event && 'pid' in event && 'tid' in event

function numbers(told: unknown): number[] {
  if (!Array.isArray(told)) throw new Error('the page told nothing')
  return told.map(Number)
}
function shapeIn(told: unknown): Shape {
  if (typeof told !== 'object' || told === null) throw new Error('the page told nothing')
  const { x, y, reach, width, startedMs } = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, Number(value)]),
  )
  if (!x || !y || !reach || !width || !startedMs) throw new Error('the page shows no shape')
  return { x, y, reach, width, startedMs }
}
const pairs = (times: readonly number[]): Block[] =>
  times.flatMap((fromMs, index) =>
    index % 2 === 0 ? { fromMs, toMs: times[index + 1] ?? fromMs } : [],
  )

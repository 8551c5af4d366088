/** What the page's own world is given, as source: its state as a window of the model, and its clock. */
export interface PageState {
  visible: boolean
  focused: boolean
}

export interface PageClockStart {
  /** Wall clock, ms. */
  now: number
}

/** The page's side that the browser part reaches under a secret name. */
export interface PageControl {
  state(state: PageState): void
  step(ms: number): Promise<void>
}

/**
 * Headless pages are never hidden and always have the focus; the window model says otherwise, and it
 * is the truth.
 */
export function followWindow(first: PageState): (state: PageState) => void {
  let now = first
  const define = (name: string, get: () => unknown) =>
    Object.defineProperty(Document.prototype, name, { get, configurable: true })
  define('visibilityState', () => (now.visible ? 'visible' : 'hidden'))
  define('hidden', () => !now.visible)
  Document.prototype.hasFocus = () => now.focused
  return (next) => {
    const before = now
    now = next
    if (before.visible !== next.visible)
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    if (before.focused !== next.focused)
      window.dispatchEvent(new FocusEvent(next.focused ? 'focus' : 'blur'))
  }
}

/**
 * Makes Date, timers, animation frames, performance.now, Temporal.Now and Web Animations stand still
 * until they are stepped, all together. The document's own timeline has been stopped from outside; an
 * animation's place on the stepped one is kept by moving it by hand.
 */
export function stepClock({ now: start }: PageClockStart): (ms: number) => Promise<void> {
  const RealDate = Date
  const realTimeline = Object.getOwnPropertyDescriptor(AnimationTimeline.prototype, 'currentTime')
  const channel = new MessageChannel()
  const turns: (() => void)[] = []
  channel.port1.addEventListener('message', () => turns.shift()?.())
  channel.port1.start()
  /** A real turn of the event loop, so that what was set off gets done. */
  const turn = () =>
    new Promise<void>((resolve) => {
      turns.push(resolve)
      channel.port2.postMessage(null)
    })

  let passed = 0
  let ids = 0
  interface Timer {
    at: number
    run: () => void
    every: number | null
  }
  const timers = new Map<number, Timer>()
  const wall = () => start + passed
  const frameMs = 1000 / 60

  const add = (handler: unknown, ms: unknown, args: unknown[], repeat: boolean) => {
    const delay = Math.max(1, Number(ms) || 0)
    const run = () => {
      if (typeof handler === 'function') Reflect.apply(handler, window, args)
    }
    timers.set(++ids, { at: passed + delay, run, every: repeat ? delay : null })
    return ids
  }
  const drop = (id: unknown) => void timers.delete(Number(id))
  const atFrame = (handler: (time: number) => void) => {
    // The margin keeps a frame that rounding puts a hair before `passed` from coming twice.
    const at = (Math.floor(passed / frameMs + 1e-6) + 1) * frameMs
    timers.set(++ids, { at, run: () => handler(at), every: null })
    return ids
  }
  const SteppedDate: unknown = new Proxy(RealDate, {
    construct: (target, args, as) =>
      Reflect.construct(target, args.length === 0 ? [wall()] : args, as),
    apply: () => new RealDate(wall()).toString(),
    get: (target, key) => (key === 'now' ? wall : Reflect.get(target, key)),
  })
  Object.assign(window, {
    Date: SteppedDate,
    setTimeout: (handler: unknown, ms: unknown, ...args: unknown[]) =>
      add(handler, ms, args, false),
    setInterval: (handler: unknown, ms: unknown, ...args: unknown[]) =>
      add(handler, ms, args, true),
    clearTimeout: drop,
    clearInterval: drop,
    requestAnimationFrame: atFrame,
    cancelAnimationFrame: drop,
    requestIdleCallback: (handler: (deadline: object) => void) =>
      add(handler, 1, [{ didTimeout: false, timeRemaining: () => 10 }], false),
    cancelIdleCallback: drop,
  })
  Performance.prototype.now = () => passed
  const temporal: unknown = Reflect.get(window, 'Temporal')
  if (typeof temporal === 'object' && temporal !== null && 'Now' in temporal) {
    const instant = () => Temporal.Instant.fromEpochMilliseconds(Math.floor(wall()))
    const zoned = (zone: string = Temporal.Now.timeZoneId()) => instant().toZonedDateTimeISO(zone)
    Object.assign(Temporal.Now, {
      instant,
      zonedDateTimeISO: zoned,
      plainDateTimeISO: (zone?: string) => zoned(zone).toPlainDateTime(),
      plainDateISO: (zone?: string) => zoned(zone).toPlainDate(),
      plainTimeISO: (zone?: string) => zoned(zone).toPlainTime(),
    })
  }
  const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const real: unknown = format?.get?.call(this)
      return (date: unknown = wall()) =>
        typeof real === 'function' ? Reflect.apply(real, this, [date]) : ''
    },
  })

  // The real timeline stands still at `still`; seen from the page it is at `passed`.
  const still = () => {
    const time: unknown = realTimeline?.get?.call(document.timeline)
    return typeof time === 'number' ? time : 0
  }
  Object.defineProperty(AnimationTimeline.prototype, 'currentTime', {
    configurable: true,
    get: () => passed,
  })
  const startTime = Object.getOwnPropertyDescriptor(Animation.prototype, 'startTime')
  Object.defineProperty(Animation.prototype, 'startTime', {
    configurable: true,
    get(this: Animation) {
      const real: unknown = startTime?.get?.call(this)
      return typeof real === 'number' ? real - still() + passed : null
    },
    set(this: Animation, value: unknown) {
      startTime?.set?.call(this, typeof value === 'number' ? value - passed + still() : null)
    },
  })
  function moveAnimations(ms: number) {
    for (const animation of document.getAnimations()) {
      if (animation.playState !== 'running' || typeof animation.currentTime !== 'number') continue
      animation.currentTime += ms * animation.playbackRate
    }
  }
  function moveTo(time: number) {
    moveAnimations(time - passed)
    passed = time
  }

  return async (ms) => {
    const end = passed + ms
    await turn()
    for (;;) {
      const [first] = [...timers]
        .filter(([, { at }]) => at <= end)
        .sort(([, a], [, b]) => a.at - b.at)
      if (!first) break
      const [id, timer] = first
      if (timer.at > passed) moveTo(timer.at)
      if (timer.every === null) timers.delete(id)
      else timer.at += timer.every
      try {
        timer.run()
      } catch (error) {
        reportError(error)
      }
      await turn()
    }
    moveTo(end)
    await turn()
  }
}

/** Puts the control under its secret name, in the top frame of a page of ours. */
export function control(
  name: string,
  first: PageState,
  clock: PageClockStart | null,
  follow: typeof followWindow,
  stepped: typeof stepClock,
  mayOpen: boolean,
): void {
  if (window.top !== window || location.protocol !== 'https:') return
  const made: PageControl = {
    state: follow(first),
    step: clock ? stepped(clock) : () => Promise.resolve(),
  }
  Object.defineProperty(window, name, { value: made })
  // A denied window never comes to be in Electron; Chromium would connect ahead before it is closed.
  if (!mayOpen) window.open = () => null
}

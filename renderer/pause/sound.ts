import type { StoreApi } from 'zustand/vanilla'
import type { PauseWindow } from '../state/pause-window.ts'
import { outputs } from '../state/outputs.ts'
import { createTones, type Tones } from './tones.ts'

/**
 * Whether tones go along. `call`: silent, because the agent's ear is the customer's line. `missing`:
 * silent, because the chosen device isn't there, and any other might be that line.
 */
export type Sound = 'off' | 'on' | 'call' | 'missing'

/** A tone that is stopped has faded by then. */
const fadedMs = 200

/** Tones go along with the pause that is breathed, while sound is on and no call runs. */
export function accompany(window: StoreApi<PauseWindow>, sound: StoreApi<Sound>): void {
  let context: AudioContext | null = null
  let playing: { tones: Tones; key: string } | null = null
  let hearsPause = () => {}
  /** The label whose device the context plays on; undefined before any was asked for. */
  let playsOn: string | null | undefined

  function silent(why: Sound) {
    playing?.tones.stop()
    if (playing) rest()
    playing = null
    if (sound.getState() !== why) sound.setState(why, true)
  }

  /** The device is let go of while nothing sounds, once the last tone has faded. */
  function rest() {
    setTimeout(() => {
      if (!playing) void context?.suspend()
    }, fadedMs)
  }

  /** Null while it isn't there yet: what comes of it looks once more. */
  function contextFor(label: string | null): AudioContext | null {
    if (context && playsOn === label) return context
    if (playsOn === label) return null
    playsOn = label
    void context?.close()
    context = null
    void become(label)
    return null
  }

  async function become(label: string | null) {
    const opened = await openOn(label).catch(() => null)
    if (playsOn !== label) {
      await opened?.close()
      return
    }
    context = opened
    if (opened) look()
    else {
      // The next phase looks again: a headset may be plugged in meanwhile.
      playsOn = undefined
      silent('missing')
    }
  }

  /** A headset that is pulled out takes its tones with it: no other device gets them. */
  async function devicesChanged() {
    const label = playsOn
    if (!context || typeof label !== 'string') return
    const there = await outputs().catch(() => [])
    if (playsOn !== label || there.some((each) => each.label === label)) return
    void context?.close()
    context = null
    playsOn = undefined
    silent('missing')
  }

  function look() {
    const { pause, device, call } = window.getState()
    const state = pause.store.getState()
    if (!device.sound) return silent('off')
    if (call) return silent('call')
    const { pattern } = pause
    if (state.stage !== 'breathing' || state.free || !pattern) return silent(sound.getState())
    const ready = contextFor(device.soundOutput)
    if (!ready) return
    if (!playing) void ready.resume()
    const startedMs = pause.startedMs()
    const key = `${pattern.id} ${startedMs} ${device.volume}`
    if (playing?.key !== key) {
      playing?.tones.stop()
      const { plannedMs } = pause.wanted
      playing = {
        key,
        tones: createTones(ready, pattern, plannedMs, startedMs, device.volume / 100),
      }
    }
    playing.tones.look(pause.elapsedMs())
    if (sound.getState() !== 'on') sound.setState('on', true)
  }

  function follow() {
    hearsPause()
    hearsPause = window.getState().pause.store.subscribe(look)
    look()
  }
  navigator.mediaDevices.addEventListener('devicechange', () => void devicesChanged())
  window.subscribe(follow)
  follow()
}

/** An audio context on the device with this label, or on the system's own; null where it isn't there. */
async function openOn(label: string | null): Promise<AudioContext | null> {
  if (label === null) return new AudioContext()
  const device = (await outputs()).find((each) => each.label === label)
  if (!device) return null
  const context = new AudioContext()
  try {
    if (!('setSinkId' in context) || typeof context.setSinkId !== 'function')
      throw new Error('this Chromium plays on its own device only')
    await context.setSinkId(device.id)
    return context
  } catch (error) {
    await context.close()
    throw error
  }
}

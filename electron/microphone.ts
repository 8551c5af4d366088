import { existsSync } from 'node:fs'
import { win32 } from 'node:path'
import {
  inUseByPipeWire,
  inUseByPulse,
  inUseOnWindows,
  look,
  type InUse,
  type MicrophoneState,
} from '../src/calls/microphone.ts'
import type { CallEvent } from '../src/calls/signal.ts'
import type { MicrophoneTool } from '../src/ports.ts'
import type { DeviceRoom } from './device.ts'
import { askTool } from './tools.ts'

/** One way to ask this system which programs have a microphone open; null when it didn't say. */
export interface Microphone {
  tool: MicrophoneTool
  inUse(): Promise<InUse | null>
}

/** From one answer to the next question, so that it never asks faster than that. */
export const everyMs = 3_000

const pactl = '/usr/bin/pactl'
const pwDump = '/usr/bin/pw-dump'
const consentStore = String.raw`HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone`

/**
 * The system's own tool, by its fixed place and with fixed words. macOS has none that can be asked
 * without rights or a helper of our own, so there is none there.
 */
export function microphoneOf(
  platform: NodeJS.Platform,
  exists: (path: string) => boolean = existsSync,
): Microphone | null {
  if (platform === 'win32') return { tool: 'windows', inUse: askWindows }
  if (platform !== 'linux') return null
  if (exists(pactl)) return { tool: 'pulse', inUse: askPulse }
  return exists(pwDump) ? { tool: 'pipewire', inUse: askPipeWire } : null
}

/** Asks while it is switched on, and tells of starts and ends. Off, no timer runs. */
export function watchMicrophone(
  { inUse }: Pick<Microphone, 'inUse'>,
  device: Pick<DeviceRoom, 'now' | 'onChange'>,
  tell: (event: Exclude<CallEvent, 'marked'>) => void,
  answered: (answers: boolean | null) => void,
): void {
  let state: MicrophoneState | null = null
  let next: NodeJS.Timeout | undefined
  /** Grows with every turn of the switch: an answer to a question from before is not heard. */
  let turn = 0
  let isOn = false

  async function ask(asked: number) {
    const found = await inUse()
    if (asked !== turn) return
    answered(found !== null)
    if (found) {
      const seen = look(state, found, performance.now())
      state = seen.state
      if (seen.event) tell(seen.event)
    }
    next = setTimeout(() => void ask(asked), everyMs)
  }
  function switched() {
    const { microphone } = device.now()
    if (microphone === isOn) return
    isOn = microphone
    turn++
    clearTimeout(next)
    // A call that runs when it is switched off is told to have ended, or nobody would.
    if (!isOn && state?.call === 'running') tell('ended')
    state = null
    answered(null)
    if (isOn) void ask(turn)
  }
  device.onChange(switched)
  switched()
}

async function askWindows(): Promise<InUse | null> {
  const reg = win32.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe')
  const output = await askTool(reg, ['query', consentStore, '/s', '/v', 'LastUsedTimeStop'])
  return output === null ? null : inUseOnWindows(output)
}

async function askPulse(): Promise<InUse | null> {
  const outputs = await askTool(pactl, ['-f', 'json', 'list', 'source-outputs'])
  if (outputs === null) return null
  // Mostly nobody listens, and then it doesn't matter to what.
  if (outputs.trim() === '[]') return []
  const sources = await askTool(pactl, ['-f', 'json', 'list', 'short', 'sources'])
  return sources === null ? null : inUseByPulse(outputs, sources)
}

async function askPipeWire(): Promise<InUse | null> {
  const output = await askTool(pwDump, [])
  return output === null ? null : inUseByPipeWire(output)
}

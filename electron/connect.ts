import { app } from 'electron'
import { scheme, type ReadLink } from '../src/calls/link.ts'
import type { Program } from '../src/calls/programs.ts'
import type { ThrownKind, Told } from '../src/calls/signal.ts'
import type { Arrived, Connect } from '../src/ports.ts'
import type { Actions } from './actions.ts'
import { newCode, type DeviceRoom } from './device.ts'
import { microphoneOf, watchMicrophone } from './microphone.ts'
import { isPortable } from './paths.ts'
import type { Windows } from './windows.ts'

/** The doors through which a phone tells of its calls, and the page that shows them. */
export interface ConnectRoom {
  now(): Connect
  /** A program told of a call. What it had to throw away comes as kinds. */
  hear(told: Told, thrown: readonly ThrownKind[]): void
  hearLink(link: ReadLink): void
  /** Another code: links that carry the old one are nothing from now on. */
  renew(): Promise<Connect>
  /** Begins "Test my hook", or ends it and forgets what it showed. */
  test(on: boolean): void
}

/** How long "Test my hook" listens. */
export const testMs = 60_000
/** More than anybody reads in a minute; the first ones tell what there is to tell. */
const mostArrived = 50

export function createConnect(
  actions: Actions,
  device: DeviceRoom,
  windows: Windows,
  profile: string | null,
): ConnectRoom {
  let test: Connect['test'] = null
  let testEnds: NodeJS.Timeout | undefined
  /** Whether the system took the link; null where it is off. */
  let registered: boolean | null = null
  const program = ownProgram(profile)
  const microphone = microphoneOf(process.platform)
  let answers: boolean | null = null

  const now = (): Connect => ({
    ...program,
    windows: process.platform === 'win32',
    code: device.now().linkOn ? device.linkCode() : null,
    registered,
    microphone: microphone && { tool: microphone.tool, answers },
    test,
  })
  const tell = () => windows.tell('main', { event: 'connect', connect: now() })

  function show(arrived: Omit<Arrived, 'at'>) {
    if (!test?.listening || test.arrived.length >= mostArrived) return
    test = { ...test, arrived: [...test.arrived, { ...arrived, at: Date.now() }] }
    tell()
  }

  function hear(told: Told, thrown: readonly ThrownKind[]) {
    const { source, event } = told
    const listening = test?.listening === true
    const outcome = actions.call(told, listening) ?? 'heard'
    show({ source, event, outcome, thrown: [...thrown] })
    if (outcome !== 'heard' || device.now().connectTold || !tellsOfCalls(source)) return
    // A phone is connected: Today needn't offer it any more.
    void device.set({ connectTold: true }).catch(() => {})
  }

  function hearLink({ event, code, channel, seconds, thrown }: ReadLink) {
    const given: Omit<Arrived, 'at' | 'outcome'> = { source: 'link', event, thrown: [...thrown] }
    if (!device.now().linkOn) return show({ ...given, outcome: 'switched-off' })
    if (code === null || code !== device.linkCode())
      return show({ ...given, outcome: 'wrong-code' })
    if (event === null) return show({ ...given, outcome: 'not-understood' })
    hear({ event, source: 'link', channel, seconds }, thrown)
  }

  /** Two dashes before the link: behind them Chromium takes nothing for a switch. */
  const registration = (): [string, string, string[]] => [
    scheme,
    program.path,
    [...program.args, '--'],
  ]
  let wasOn = false
  function register() {
    const { linkOn } = device.now()
    if (linkOn === wasOn) return
    wasOn = linkOn
    if (linkOn) registered = app.setAsDefaultProtocolClient(...registration())
    else {
      app.removeAsDefaultProtocolClient(...registration())
      registered = null
    }
    tell()
  }
  device.onChange(register)
  register()
  // A stick takes its link with it.
  app.on('will-quit', () => {
    if (wasOn && isPortable()) app.removeAsDefaultProtocolClient(...registration())
  })

  if (microphone)
    watchMicrophone(
      microphone,
      device,
      (event) => hear({ event, source: 'microphone' }, []),
      (said) => {
        if (said === answers) return
        answers = said
        tell()
      },
    )

  return {
    now,
    hear,
    hearLink,
    async renew() {
      await device.setLinkCode(newCode())
      tell()
      return now()
    },
    test(on) {
      clearTimeout(testEnds)
      test = on ? { listening: true, until: Date.now() + testMs, arrived: [] } : null
      if (on)
        testEnds = setTimeout(() => {
          test = test && { ...test, listening: false }
          tell()
        }, testMs)
      tell()
    },
  }
}

/** The agent's own keys are no phone. */
const tellsOfCalls = (source: Told['source']): boolean =>
  source === 'command' || source === 'link' || source === 'microphone'

/** This program as another one would start it: with its folder where it isn't packed, and its profile. */
function ownProgram(profile: string | null): Program {
  const image = process.platform === 'linux' ? process.env['APPIMAGE'] : undefined
  return {
    path: image ?? process.execPath,
    args: [
      ...(app.isPackaged ? [] : [app.getAppPath()]),
      ...(profile === null ? [] : ['--profile', profile]),
    ],
  }
}

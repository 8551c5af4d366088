import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Device, ShellEvent } from '../../../src/contract.ts'
import type { Unheard } from '../../../src/calls/hearing.ts'
import { readLink } from '../../../src/calls/link.ts'
import type { Told } from '../../../src/calls/signal.ts'
import { plainDevice } from '../../../src/settings/choices.ts'

const system: unknown[][] = []
let atQuit = () => {}
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getAppPath: () => '/app',
    getPath: () => '/home/agent/.config',
    setAsDefaultProtocolClient: (...given: unknown[]) => {
      system.push(['set', ...given])
      return true
    },
    removeAsDefaultProtocolClient: (...given: unknown[]) => system.push(['remove', ...given]),
    on: (_event: string, run: () => void) => {
      atQuit = run
    },
  },
}))
// No tool of this machine is asked here; tests/unit/electron/microphone.test.ts does that.
vi.mock('../../../electron/microphone.ts', () => ({
  microphoneOf: () => null,
  watchMicrophone: () => {},
}))
const { createConnect, testMs } = await import('../../../electron/connect.ts')

const code = '0123456789abcdefghjk'
beforeEach(() => {
  vi.useFakeTimers()
  system.length = 0
})
afterEach(() => void vi.useRealTimers())

function aRoom({
  linkOn = false,
  profile = '/media/stick',
  outcome = null as Unheard | null,
} = {}) {
  let device: Device = { ...plainDevice, startAtLogin: null, notice: null, linkOn }
  let changed: (device: Device) => void = () => {}
  const heard: [Told, boolean | undefined][] = []
  const told: ShellEvent[] = []
  const never = () => {}
  const room = createConnect(
    {
      open: never,
      openPage: never,
      changeKeys: () => {},
      unlockOpened: () => ({ task: null }),
      checkIn: () => {},
      mainOpened: () => ({ page: null, technique: null }),
      pause: never,
      pauseOpened: () => ({ wanted: null, call: false }),
      moved: never,
      call: (signal, testing) => {
        heard.push([signal, testing])
        return outcome
      },
      offers: {
        now: () => ({ fits: 'minute', note: true }),
        bring: never,
        isInTray: () => false,
        onTray: () => {},
        answer: never,
        cardDone: never,
      },
      lock: never,
      sleep: never,
      quiet: never,
      isQuiet: () => false,
      onQuiet: never,
      hide: never,
      quit: never,
      resume: never,
    },
    {
      now: () => device,
      places: () => ({}),
      linkCode: () => code,
      setLinkCode: () => Promise.resolve(),
      remember: never,
      set: (change) => {
        device = { ...device, ...(change.connectTold === true ? { connectTold: true } : {}) }
        return Promise.resolve(device)
      },
      onChange: (run) => void (changed = run),
    },
    {
      show: never,
      close: never,
      fold: never,
      unfold: never,
      tell: (_name, event) => void told.push(event),
      closeKnowing: never,
      names: () => ['main'],
      nameOf: () => null,
      pageOf: () => null,
      get: () => null,
      arePlaced: () => true,
      each: never,
      onLoaded: never,
      onClosed: never,
      isLoaded: () => true,
      onGone: never,
      lose: never,
    },
    profile,
  )
  const turn = (on: boolean) => {
    device = { ...device, linkOn: on }
    changed(device)
  }
  const link = (text: string) => room.hearLink(readLink(text))
  return { room, heard, told, turn, link, device: () => device }
}
const ended = `lull-call://ended?code=${code}`
const registered = ['lull-call', process.execPath, ['--profile', '/media/stick', '--']]

describe('links', () => {
  it('are heard with the code of this computer, and with no other', () => {
    const { link, heard } = aRoom({ linkOn: true })
    link(`lull-call://ended?code=${code.replace('0', '1')}`)
    link('lull-call://ended')
    link(`lull-call://quit?code=${code}`)
    expect(heard).toEqual([])
    link(`${ended}&seconds=95&number=%2B44123`)
    expect(heard).toEqual([[{ event: 'ended', source: 'link', channel: null, seconds: 95 }, false]])
  })

  it('are not heard while they are off, and their code is shown to nobody', () => {
    const { link, heard, room } = aRoom()
    link(ended)
    expect(heard).toEqual([])
    expect(room.now()).toMatchObject({ code: null, registered: null })
  })

  it('are registered while they are on, behind two dashes, and taken away again', () => {
    const { turn, room } = aRoom()
    expect(system).toEqual([])
    turn(true)
    turn(true)
    expect(system).toEqual([['set', ...registered]])
    expect(room.now()).toMatchObject({ code, registered: true })
    turn(false)
    expect(system.slice(1)).toEqual([['remove', ...registered]])
  })

  it('that were registered from a stick go with it', () => {
    aRoom({ linkOn: true })
    atQuit()
    expect(system.map(([what]) => what)).toEqual(['set', 'remove'])
  })
})

describe('a test of a hook', () => {
  it('shows for a minute what arrives, and what became of it', () => {
    const { room, link, heard, told } = aRoom({ linkOn: true })
    room.hear({ event: 'started', source: 'command' }, ['number'])
    expect(room.now().test).toBeNull()
    room.test(true)
    room.hear({ event: 'ended', source: 'command' }, ['number', 'name'])
    link('lull-call://ended?code=guess')
    vi.advanceTimersByTime(testMs)
    link(ended)
    expect(room.now().test).toMatchObject({
      listening: false,
      arrived: [
        { event: 'ended', source: 'command', outcome: 'heard', thrown: ['number', 'name'] },
        { event: 'ended', source: 'link', outcome: 'wrong-code', thrown: ['name'] },
      ],
    })
    expect(heard.map(([, testing]) => testing)).toEqual([false, true, false])
    expect(told.at(-1)).toEqual({ event: 'connect', connect: room.now() })
    room.test(false)
    expect(room.now().test).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shows that links are off, and what was passed over', () => {
    const { room, link } = aRoom({ outcome: 'told-already' })
    room.test(true)
    link(ended)
    room.hear({ event: 'ended', source: 'command' }, [])
    expect(room.now().test?.arrived.map(({ outcome }) => outcome)).toEqual([
      'switched-off',
      'told-already',
    ])
  })

  it('keeps no more than anybody reads, however much arrives', () => {
    const { room } = aRoom()
    room.test(true)
    for (let nth = 0; nth < 5000; nth++) room.hear({ event: 'ended', source: 'command' }, [])
    expect(room.now().test?.arrived.length).toBeLessThanOrEqual(50)
  })
})

it('a phone that was heard needn’t be offered any more', () => {
  const { room, device } = aRoom()
  room.hear({ event: 'ended', source: 'command' }, [])
  expect(device().connectTold).toBe(true)
})

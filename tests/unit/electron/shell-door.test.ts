import { describe, expect, it, vi } from 'vitest'
import type { Device, ShellFacts } from '../../../src/contract.ts'
import type { Connect } from '../../../src/ports.ts'
import { plainDevice } from '../../../src/settings/choices.ts'

const handle = vi.fn<(channel: string, handler: (...args: unknown[]) => unknown) => void>()
vi.mock('electron', () => ({ ipcMain: { handle }, protocol: {} }))
const { answerShellDoor } = await import('../../../electron/shell-door.ts')

const device: Device = { ...plainDevice, startAtLogin: null, notice: null }
const connect: Connect = {
  path: '/opt/Lull/lull',
  args: [],
  windows: false,
  code: null,
  registered: null,
  microphone: null,
  test: null,
}

const facts: ShellFacts = {
  lull: '0.1.0',
  electron: '45',
  chromium: '150',
  node: '24',
  system: 'linux 6, x64',
  session: 'x11',
  packaged: false,
  place: 'usual',
  folder: '~/.config/Lull',
  displays: 1,
  dumps: 0,
  settings: {},
  log: [],
}

/** Main's door, with a window `main` whose page has the id 1; everything it does is written down. */
function aDoor() {
  const done: string[] = []
  const act = (what: string) => () => void done.push(what)
  answerShellDoor(
    {
      show: act('show'),
      close: act('close'),
      fold: act('fold'),
      unfold: act('unfold'),
      tell: act('tell'),
      closeKnowing: act('closeKnowing'),
      names: () => ['main'],
      arePlaced: () => true,
      pageOf: () => null,
      get: () => null,
      nameOf: (id) => (id === 1 ? 'main' : null),
      each: () => {},
      onLoaded: () => {},
      onClosed: () => {},
      isLoaded: () => true,
      onGone: () => {},
      lose: act('lose'),
    },
    {
      open: act('open'),
      openPage: act('openPage'),
      changeKeys: act('changeKeys'),
      unlockOpened: () => ({ task: null }),
      checkIn: () => undefined,
      mainOpened: () => ({ page: null, technique: null }),
      pause: act('pause'),
      pauseOpened: () => ({ wanted: null, call: false }),
      offers: {
        now: () => ({ fits: 'minute', note: true }),
        bring: act('bring'),
        isInTray: () => false,
        onTray: () => {},
        answer: act('answerCard'),
        cardDone: act('cardDone'),
      },
      moved: act('moved'),
      sleep: act('sleep'),
      quiet: act('quiet'),
      isQuiet: () => false,
      onQuiet: () => {},
      call: () => {
        done.push('call')
        return null
      },
      lock: act('lock'),
      hide: act('hide'),
      quit: act('quit'),
      resume: act('resume'),
    },
    {
      now: () => device,
      places: () => ({}),
      linkCode: () => null,
      setLinkCode: () => Promise.resolve(),
      remember: () => {},
      set: () => Promise.resolve(device),
      onChange: () => {},
    },
    {
      states: () => ({
        mark: 'none',
        answer: 'none',
        hide: 'none',
        pause: 'none',
        note: 'none',
        checkIn: 'none',
      }),
      record: act('record'),
    },
    {
      now: () => connect,
      hear: () => {},
      hearLink: () => {},
      renew: () => Promise.resolve(connect),
      test: act('test'),
    },
    { ask: () => Promise.resolve({ grant: null }) },
    { pdf: () => Promise.resolve({ pdf: '' }) },
    {
      get: () =>
        Promise.resolve({ place: { ground: 'disk', sync: null, roams: false }, isUsual: true }),
      ask: () => Promise.resolve(null),
      show: act('show'),
      move: act('move'),
      find: () => Promise.resolve(null),
      forget: () => Promise.resolve(),
    },
    () =>
      Promise.resolve({
        system: 'linux',
        doNotDisturb: null,
        fullScreen: null,
        idle: true,
        lock: 'told',
        tellsBy: { way: 'card', why: null },
      }),
    { told: () => null, pageFailed: () => {} },
    () => facts,
  )
  const [, handler] = handle.mock.calls.at(-1) ?? []
  if (!handler) throw new Error('no handler')
  return { done, ask: (event: unknown) => handler(event, { id: 3, method: 'lock', input: {} }) }
}

const ours = { url: 'app://lull/main/index.html' }
const foreign = { ok: false, error: { code: 'foreign-sender' } }

describe('the shell’s door', () => {
  it('answers the main frame of one of our windows', async () => {
    const { ask, done } = aDoor()
    expect(await ask({ sender: { id: 1, mainFrame: ours }, senderFrame: ours })).toEqual({
      id: 3,
      ok: true,
      value: null,
    })
    expect(done).toEqual(['lock'])
  })

  it.each([
    ['a page that is no window of ours', { sender: { id: 2, mainFrame: ours }, senderFrame: ours }],
    ['a frame inside our page', { sender: { id: 1, mainFrame: ours }, senderFrame: { ...ours } }],
    ['a frame that is gone', { sender: { id: 1, mainFrame: ours }, senderFrame: null }],
    [
      'our window at another address',
      ((elsewhere) => ({ sender: { id: 1, mainFrame: elsewhere }, senderFrame: elsewhere }))({
        url: 'https://lull.example/main/index.html',
      }),
    ],
    [
      'an address that only begins like ours',
      ((elsewhere) => ({ sender: { id: 1, mainFrame: elsewhere }, senderFrame: elsewhere }))({
        url: 'app://lull.example/main/index.html',
      }),
    ],
  ])('refuses %s, and does nothing', async (_who, event) => {
    const { ask, done } = aDoor()
    expect(await ask(event)).toMatchObject(foreign)
    expect(done).toEqual([])
  })
})

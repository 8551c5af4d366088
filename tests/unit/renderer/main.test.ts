import { describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { openMain } from '../../../renderer/state/main.ts'
import type { Input, ShellDoor } from '../../../src/contract.ts'
import { answeredWithinMs } from '../../../src/checkins/reminders.ts'
import { plainDevice } from '../../../src/settings/choices.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

const today = { shiftDate: null, notes: 0, pauses: [], checkIn: null, hasRecoveryKey: true }
const openWith = async (answers: Record<string, unknown> = {}) => {
  const vault = fakeBridge({
    'journal.state': { state: 'open', hasRecoveryKey: true, waiting: 0 },
    'today.get': today,
    'week.due': { from: null },
    ...answers,
  })
  return { ...vault, main: await openMain(connect(vault.bridge)) }
}

describe('the main window', () => {
  it('reads again when something changed', async () => {
    const { main, answers, tell } = await openWith()
    answers['today.get'] = { ...today, notes: 1 }
    tell({ event: 'changed' })
    await settled()
    expect(main.store.getState().today?.notes).toBe(1)
  })

  it('asks nothing of a locked journal', async () => {
    const { main, methods } = await openWith({
      'journal.state': { state: 'locked', hasRecoveryKey: false, waiting: 0 },
    })
    expect(methods()).toEqual([
      'journal.state',
      'device.get',
      'main.opened',
      'shortcuts.state',
      'trouble.told',
      'tray.shown',
      'quiet.state',
      'windows.placed',
    ])
    expect(main.store.getState().today).toBeNull()
  })

  it('keeps a check-in until a journal is open, and saves it then by itself', async () => {
    const { main, answers, inputs, tell } = await openWith({ 'checkin.save': refuse('no-journal') })
    await main.checkIn({ stress: 6, energy: 4 })
    expect(main.store.getState()).toMatchObject({ checkIn: { stress: 6 }, problem: null })
    expect(inputs('open')).toEqual([{ window: 'unlock' }])
    answers['checkin.save'] = { id: 'c' }
    tell({ event: 'journal', state: 'open' })
    await settled()
    expect(inputs('checkin.save')).toEqual([
      { stress: 6, energy: 4 },
      { stress: 6, energy: 4 },
    ])
    expect(main.store.getState().checkIn).toBeNull()
  })

  it('says so when a check-in cannot be kept', async () => {
    const { main } = await openWith({ 'checkin.save': refuse('disk-full') })
    await main.checkIn({ stress: 6, energy: 4 })
    expect(main.store.getState()).toMatchObject({ checkIn: null, problem: 'disk-full' })
  })
})

describe('a check-in that is asked for', () => {
  const asked = (page: 'check-in' | 'reminder') =>
    ({ event: 'page', page, technique: null }) as const

  it('is on Today, whatever page stood there, until one goes on', async () => {
    const { main, tellShell } = await openWith()
    main.go('guide')
    tellShell(asked('check-in'))
    expect(main.store.getState()).toMatchObject({
      page: 'today',
      checkInAsked: { reminded: false, done: false },
    })
    const first = main.store.getState().checkInAsked?.turn
    tellShell(asked('check-in'))
    expect(main.store.getState().checkInAsked?.turn).not.toBe(first)
    main.go('journal')
    expect(main.store.getState().checkInAsked).toBeNull()
  })

  it('by a reminder is kept as that, once, and only soon after it', async () => {
    vi.useFakeTimers()
    try {
      const { main, inputs, tellShell } = await openWith({ 'checkin.save': { id: 'c' } })
      const taps = { stress: 6, energy: 4 }
      tellShell(asked('reminder'))
      await main.checkIn(taps)
      await main.checkIn(taps)
      tellShell(asked('reminder'))
      vi.advanceTimersByTime(answeredWithinMs)
      await main.checkIn(taps)
      tellShell(asked('check-in'))
      await main.checkIn(taps)
      expect(inputs('checkin.save')).toEqual([{ ...taps, kind: 'reminder' }, taps, taps, taps])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the pages that open from elsewhere', () => {
  it('are shown at once where the window was opened for one, and when it is asked for again', async () => {
    const { main, tellShell } = await openWith({
      'main.opened': { page: 'support', technique: null },
    })
    expect(main.store.getState().page).toBe('support')
    tellShell({ event: 'page', page: 'guide', technique: null })
    expect(main.store.getState().page).toBe('guide')
  })

  it('can be one technique of the guide, also once more, until one goes on by oneself', async () => {
    const { main, tellShell } = await openWith({
      'main.opened': { page: 'guide', technique: 'listen' },
    })
    const first = main.store.getState().guideAt
    expect(first?.technique).toBe('listen')
    tellShell({ event: 'page', page: 'guide', technique: 'listen' })
    expect(main.store.getState().guideAt?.turn).not.toBe(first?.turn)
    main.go('guide')
    expect(main.store.getState()).toMatchObject({ page: 'guide', guideAt: null })
  })

  it('leave Today where nothing was asked for', async () => {
    const { main } = await openWith({ 'main.opened': { page: null, technique: null } })
    expect(main.store.getState().page).toBe('today')
  })
})

describe('a contact', () => {
  const noOne = { kind: 'lead', name: '', reach: '' }

  it('is kept field by field, and a field on its way takes none before it back', async () => {
    const { main, answers, inputs } = await openWith({ 'contacts.get': [noOne] })
    answers['contacts.set'] = [{ ...noOne, name: 'Ana' }]
    const first = main.setContact('lead', { name: 'Ana' })
    const second = main.setContact('lead', { reach: '214' })
    await Promise.all([first, second])
    expect(inputs('contacts.set')).toEqual([
      { kind: 'lead', name: 'Ana', reach: '' },
      { kind: 'lead', name: 'Ana', reach: '214' },
    ])
  })

  it('can be taken back', async () => {
    const { main, answers, inputs } = await openWith({ 'contacts.get': [noOne] })
    answers['contacts.set'] = [{ ...noOne, name: 'Ana' }]
    await main.setContact('lead', { name: 'Ana' })
    answers['contacts.set'] = [noOne]
    await main.store.getState().saved?.undo()
    expect(inputs('contacts.set').at(-1)).toEqual(noOne)
    expect(main.store.getState().contacts).toEqual([noOne])
  })

  it('that can’t be kept says so, and the next one is tried all the same', async () => {
    const { main, answers, inputs } = await openWith({ 'contacts.get': [noOne] })
    answers['contacts.set'] = refuse('disk-full')
    await main.setContact('lead', { name: 'Ana' })
    expect(main.store.getState()).toMatchObject({ problem: 'disk-full', saved: null })
    answers['contacts.set'] = [{ ...noOne, name: 'Ana' }]
    await main.setContact('lead', { name: 'Ana' })
    expect(inputs('contacts.set')).toHaveLength(2)
    expect(main.store.getState().contacts).toEqual([{ ...noOne, name: 'Ana' }])
  })
})

describe('a choice of this computer', () => {
  const changed: Input<ShellDoor, 'device.set'> = {
    language: 'pseudo',
    theme: 'light',
    motion: 'less',
    dim: true,
    lockMinutes: 60,
    hideFromCapture: true,
    pauseLast: 'own:4000-0-0-6000-0',
    pauseLastMs: 90_000,
    ownPatterns: ['own:4000-0-0-6000-0'],
    pausesOff: ['box'],
    chooseFrom: ['water'],
    sound: true,
    volume: 100,
    soundOutput: 'Headset',
    breakEveryMin: 120,
    eyeRestEveryMin: 40,
    safetyRead: true,
    holdsRead: true,
    tellBy: 'tray',
    shortcuts: {
      mark: null,
      answer: 'Alt+F1',
      hide: null,
      pause: 'Alt+F2',
      note: null,
      checkIn: null,
    },
    noTrayTold: true,
    unplacedTold: true,
    linkOn: true,
    microphone: true,
    connectTold: true,
    blankAway: false,
  }

  it('can be taken back, every one of them', async () => {
    const before = { ...plainDevice, startAtLogin: null, notice: null }
    const { main, inputs } = await openWith({ 'device.get': before, 'device.set': before })
    for (const [name, value] of Object.entries(changed)) {
      await main.chooseDevice({ [name]: value })
      await main.store.getState().saved?.undo()
      expect(inputs('device.set').at(-1)).toEqual({ [name]: Object(before)[name] })
    }
    expect(Object.keys(changed).toSorted()).toEqual(Object.keys(plainDevice).toSorted())
  })
})

import { describe, expect, it } from 'vitest'
import type { LoggedDecision } from '../../../src/contract.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { createAskedRoom } from '../../../renderer/state/asked.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

const line: LoggedDecision = {
  at: 1,
  lastAt: 1,
  times: 1,
  did: 'silent',
  what: null,
  reason: 'call-not-marked',
}

describe('why Lull did or didn’t ask', () => {
  it('is read when somebody looks, again when something changes, and not after they went on', async () => {
    const { bridge, answers, methods, tell } = fakeBridge({ 'prompts.log': [line] })
    const room = createAskedRoom(connect(bridge))
    expect(methods()).toEqual([])
    await room.look()
    expect(room.store.getState()).toEqual({ lines: [line], problem: null })
    answers['prompts.log'] = [line, line]
    tell({ event: 'changed' })
    await settled()
    expect(room.store.getState().lines).toHaveLength(2)
    room.leave()
    tell({ event: 'changed' })
    await settled()
    expect(methods()).toHaveLength(2)
    expect(room.store.getState()).toEqual({ lines: null, problem: null })
  })

  it('says what went wrong, and keeps what was read', async () => {
    const { bridge, answers, tell } = fakeBridge({ 'prompts.log': [line] })
    const room = createAskedRoom(connect(bridge))
    await room.look()
    answers['prompts.log'] = refuse('locked')
    tell({ event: 'changed' })
    await settled()
    expect(room.store.getState()).toEqual({ lines: [line], problem: 'locked' })
  })
})

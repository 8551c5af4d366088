import { describe, expect, it } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { openUnlock } from '../../../renderer/state/unlock.ts'
import { fakeBridge, refuse, silence } from './fake-bridge.ts'

const journal = (state: string, hasRecoveryKey = false) => ({
  'journal.state': { state, hasRecoveryKey, waiting: 0 },
})
const openWith = async (answers: Record<string, unknown>) => {
  const vault = fakeBridge(answers)
  return { ...vault, unlock: await openUnlock(connect(vault.bridge)) }
}

describe('the unlock window', () => {
  it.each([
    ['absent', false, 'create'],
    ['locked', false, 'open'],
    ['open', false, 'offer'],
    ['open', true, 'ready'],
  ])('begins by what the journal is (%s, recovery key %s)', async (state, key, step) => {
    const { unlock } = await openWith(journal(state, key))
    expect(unlock.store.getState().step).toBe(step)
  })

  it('offers a recovery key after a journal is made, and shows it once', async () => {
    const { unlock } = await openWith({
      ...journal('absent'),
      'recovery.create': { recoveryKey: 'AAAA-BBBB' },
    })
    await unlock.create('a passphrase')
    expect(unlock.store.getState().step).toBe('offer')
    await unlock.writeDownKey()
    expect(unlock.store.getState()).toMatchObject({ step: 'key', recoveryKey: 'AAAA-BBBB' })
  })

  it('sends the secret as what it is', async () => {
    const { unlock, inputs } = await openWith({
      ...journal('locked'),
      'journal.open': refuse('wrong-secret'),
    })
    await unlock.open('one')
    unlock.switchBy()
    await unlock.open('two')
    expect(inputs('journal.open')).toEqual([{ passphrase: 'one' }, { recoveryKey: 'two' }])
  })

  it('tells each refusal anew and stays', async () => {
    const { unlock, methods } = await openWith({
      ...journal('locked'),
      'journal.open': refuse('wrong-secret'),
    })
    await unlock.open('one')
    await unlock.open('one')
    expect(unlock.store.getState()).toMatchObject({
      step: 'open',
      problem: 'wrong-secret',
      refused: 2,
      busy: false,
    })
    expect(methods()).not.toContain('fold')
  })

  it('tells of lost writes before it folds', async () => {
    const { unlock, methods } = await openWith({
      ...journal('locked'),
      'journal.open': { notice: 'lost-writes' },
    })
    await unlock.open('right')
    expect(unlock.store.getState().step).toBe('lost')
    expect(methods()).not.toContain('fold')
  })

  it.each([
    [{ notice: null, unreadable: 0, swapped: false }, []],
    [{ notice: null, unreadable: 2, swapped: false }, ['sealed']],
    [{ notice: null, unreadable: 0, swapped: true }, ['sealed']],
    [{ notice: 'lost-writes', unreadable: 1, swapped: true }, ['lost', 'sealed']],
  ])(
    'tells all there is to tell, one after the other, and then folds: %j',
    async (opened, steps) => {
      const { unlock, methods } = await openWith({ ...journal('locked'), 'journal.open': opened })
      await unlock.open('right')
      for (const step of steps) {
        expect(unlock.store.getState().step).toBe(step)
        expect(methods()).not.toContain('fold')
        unlock.goOn()
      }
      expect(methods().filter((method) => method === 'fold')).toHaveLength(1)
    },
  )

  it('does one thing at a time', async () => {
    const { unlock, inputs } = await openWith({ ...journal('absent'), 'journal.create': silence })
    void unlock.create('a passphrase')
    void unlock.create('a passphrase')
    expect(unlock.store.getState().busy).toBe(true)
    expect(inputs('journal.create')).toHaveLength(1)
  })
})

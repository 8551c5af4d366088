import { describe, expect, it } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { openUnlock } from '../../../renderer/state/unlock.ts'
import { troubles } from '../../../src/keys/troubles.ts'
import { strengthOf } from '../../../renderer/unlock/strength.ts'
import { fakeBridge, refuse, silence } from './fake-bridge.ts'

const keys = {
  passphrase: true,
  recoveryKey: false,
  keychain: false,
  keychainHere: 'none',
  waitMs: 0,
}
const journal = (state: string, hasRecoveryKey = false) => ({
  'journal.state': { state, hasRecoveryKey, waiting: 0 },
  'keys.get': keys,
  'unlock.opened': { task: null },
})
const opened = { notice: null, unreadable: 0, swapped: false }
const recovery = { recoveryKey: 'AAAA-BBBB', asked: [0, 1] }
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

  it('begins with the recovery key where there is no passphrase', async () => {
    const { unlock } = await openWith({
      ...journal('locked'),
      'keys.get': { ...keys, passphrase: false, recoveryKey: true },
    })
    expect(unlock.store.getState().by).toBe('recoveryKey')
  })

  it('offers a recovery key after a journal is made, shows it once, and wants two groups back', async () => {
    const { unlock, inputs } = await openWith({
      ...journal('absent'),
      'recovery.create': recovery,
      'recovery.keep': refuse('not-the-same'),
    })
    await unlock.create('a passphrase')
    expect(unlock.store.getState().step).toBe('offer')
    await unlock.writeDownKey()
    expect(unlock.store.getState()).toMatchObject({ step: 'key', recovery })
    expect(inputs('recovery.create')).toEqual([{ secret: { passphrase: 'a passphrase' } }])
    unlock.toCheck()
    await unlock.keepKey(['AAAA', 'CCCC'])
    expect(unlock.store.getState()).toMatchObject({ step: 'check', problem: 'not-the-same' })
    await unlock.writeDownKey()
    expect(unlock.store.getState().step).toBe('key')
    expect(inputs('recovery.create')).toHaveLength(2)
  })

  it('asks for a secret before it shows a recovery key of a journal that is open', async () => {
    const { unlock, inputs } = await openWith({ ...journal('open'), 'recovery.create': recovery })
    await unlock.writeDownKey()
    expect(unlock.store.getState().step).toBe('prove')
    expect(inputs('recovery.create')).toEqual([])
    await unlock.prove('a passphrase')
    expect(unlock.store.getState().step).toBe('key')
  })

  it('sends the secret as what it is', async () => {
    const { unlock, inputs } = await openWith({
      ...journal('locked'),
      'journal.open': refuse('wrong-secret'),
    })
    await unlock.open('one')
    unlock.switchBy()
    await unlock.open('two')
    await unlock.openByKeychain()
    expect(inputs('journal.open')).toEqual([
      { passphrase: 'one' },
      { recoveryKey: 'two' },
      { keychain: true },
    ])
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

  const copy = {
    name: '2026-11-22T14-00-00-000Z-daily',
    at: 1,
    kind: 'daily',
    bytes: 1,
    opens: 'unknown',
  } as const
  const trouble = { folder: '/journal', kept: '/journal/backups/x-damaged', newer: null }

  it.each([...troubles, 'newer'] as const)(
    'tells what more is known where it is %s, and shows the folder',
    async (problem) => {
      const { unlock, methods } = await openWith({
        ...journal('locked'),
        'journal.open': refuse(problem),
        'journal.trouble': trouble,
        'journal.show': null,
      })
      await unlock.open('right')
      expect(unlock.store.getState()).toMatchObject({ step: 'open', problem, trouble })
      unlock.showFolder()
      expect(methods()).toContain('journal.show')
    },
  )

  it('knows of the copies as soon as the journal is found damaged, and not before', async () => {
    const { unlock } = await openWith({
      ...journal('locked'),
      'journal.open': refuse('damaged'),
      'journal.trouble': trouble,
      'copies.list': { copies: [copy] },
    })
    expect(unlock.store.getState().copies).toEqual([])
    await unlock.open('right')
    expect(unlock.store.getState()).toMatchObject({ problem: 'damaged', copies: [copy] })
  })

  it('asks before another journal is begun, and goes back to the one there is', async () => {
    const { unlock, inputs } = await openWith({
      ...journal('locked'),
      'journal.open': refuse('damaged'),
      'journal.trouble': trouble,
      'journal.anew': null,
    })
    await unlock.open('right')
    unlock.toAnew()
    expect(unlock.store.getState()).toMatchObject({ step: 'anew', problem: null, trouble: null })
    unlock.back()
    expect(unlock.store.getState()).toMatchObject({ step: 'open', problem: 'damaged', trouble })
    expect(inputs('journal.anew')).toEqual([])
    unlock.toAnew()
    await unlock.beginAnew()
    expect(inputs('journal.anew')).toEqual([{ sure: true }])
    expect(unlock.store.getState()).toMatchObject({ step: 'create', problem: null })
  })

  it('keeps the ways out of a damage on the way back from its copies, and by either secret', async () => {
    const { unlock, methods } = await openWith({
      ...journal('locked'),
      'journal.open': refuse('gone'),
      'journal.trouble': trouble,
      'copies.list': { copies: [copy] },
      'copies.lookBy': refuse('wrong-secret'),
      'journal.anew': null,
    })
    await unlock.open('right')
    unlock.switchBy()
    expect(unlock.store.getState()).toMatchObject({ by: 'recoveryKey', problem: 'gone', trouble })
    await unlock.toCopies()
    await unlock.lookInside(copy.name, 'a guess')
    expect(unlock.store.getState()).toMatchObject({ step: 'copies', problem: 'wrong-secret' })
    unlock.switchBy()
    expect(unlock.store.getState()).toMatchObject({ step: 'copies', problem: null })
    unlock.back()
    expect(unlock.store.getState()).toMatchObject({ step: 'open', problem: 'gone', trouble })
    unlock.toAnew()
    await unlock.beginAnew()
    expect(unlock.store.getState()).toMatchObject({ step: 'create', copies: [] })
    expect(methods()).not.toContain('fold')
  })

  it('goes back from a copy to the copies, and from there to where they were asked for', async () => {
    const look = { holds: {}, from: null, to: null, differs: null }
    const { unlock } = await openWith({
      ...journal('absent'),
      'copies.list': { copies: [copy] },
      'copies.lookBy': look,
    })
    await unlock.toCopies()
    await unlock.lookInside(copy.name, 'right')
    expect(unlock.store.getState()).toMatchObject({ step: 'copy', copy: { line: copy, look } })
    unlock.back()
    expect(unlock.store.getState()).toMatchObject({ step: 'copies', copy: null })
    unlock.back()
    expect(unlock.store.getState().step).toBe('create')
  })

  it('begins with the copies where there is no journal and these were asked for, and ends with them', async () => {
    const { unlock, methods } = await openWith({
      ...journal('absent'),
      'unlock.opened': { task: 'copies' },
      'copies.list': { copies: [copy] },
    })
    await Promise.resolve()
    expect(unlock.store.getState()).toMatchObject({ step: 'copies', task: null, copies: [copy] })
    unlock.back()
    expect(methods()).toContain('fold')
  })

  it.each([
    ['absent', 'create'],
    ['locked', 'open'],
  ])(
    'asks before it forgets a place that is gone; what lies at the usual one is %s',
    async (state, step) => {
      const answers: Record<string, unknown> = {
        ...journal('locked'),
        'journal.open': refuse('place-gone'),
        'place.forget': null,
      }
      const { unlock, inputs } = await openWith(answers)
      await unlock.open('right')
      expect(unlock.store.getState().step).toBe('gone')
      unlock.toAnew()
      expect(unlock.store.getState().step).toBe('another')
      unlock.back()
      expect(unlock.store.getState().step).toBe('gone')
      expect(inputs('place.forget')).toEqual([])
      unlock.toAnew()
      answers['journal.state'] = { state, hasRecoveryKey: false, waiting: 0 }
      await unlock.beginAnew()
      expect(inputs('place.forget')).toEqual([{ sure: true }])
      expect(inputs('journal.anew')).toEqual([])
      expect(unlock.store.getState()).toMatchObject({ step, problem: null, copies: [] })
    },
  )

  it.each([
    [null, 'open'],
    [{ computer: 'PC-14', since: 1 }, 'elsewhere'],
  ] as const)(
    'opens a journal that lies elsewhere instead of beginning one; open on another computer: %o',
    async (elsewhere, step) => {
      const answers: Record<string, unknown> = {
        ...journal('absent'),
        'place.find': { found: 'there' },
      }
      const { unlock } = await openWith(answers)
      answers['keys.get'] = { ...keys, passphrase: false, recoveryKey: true }
      answers['journal.elsewhere'] = elsewhere
      await unlock.find()
      expect(unlock.store.getState()).toMatchObject({ step, elsewhere, by: 'recoveryKey' })
    },
  )

  it.each(['nothing', 'network'] as const)(
    'stays where it was while what is shown to it is %s',
    async (found) => {
      const { unlock } = await openWith({ ...journal('absent'), 'place.find': { found } })
      await unlock.find()
      expect(unlock.store.getState()).toMatchObject({ step: 'create', notThere: found })
    },
  )

  it('asks what to do where another computer opened it meanwhile', async () => {
    const answers: Record<string, unknown> = {
      ...journal('locked'),
      'journal.open': refuse('open-elsewhere'),
    }
    const { unlock } = await openWith(answers)
    const elsewhere = { computer: 'PC-14', since: 1 }
    answers['journal.elsewhere'] = elsewhere
    await unlock.open('right')
    expect(unlock.store.getState()).toMatchObject({ step: 'elsewhere', elsewhere, busy: false })
  })

  it('stays at the question where the folder can’t be renamed', async () => {
    const { unlock } = await openWith({
      ...journal('locked'),
      'journal.anew': refuse('read-only'),
    })
    unlock.toAnew()
    await unlock.beginAnew()
    expect(unlock.store.getState()).toMatchObject({ step: 'anew', problem: 'read-only' })
  })

  it('says how long the next try waits, and that it may be made again', async () => {
    const answers = {
      ...journal('locked'),
      'journal.open': refuse('wait'),
    }
    const { unlock } = await openWith(answers)
    answers['keys.get'] = { ...keys, waitMs: 5000 }
    await unlock.open('one')
    expect(unlock.store.getState()).toMatchObject({ problem: 'wait', keys: { waitMs: 5000 } })
    unlock.waited()
    expect(unlock.store.getState()).toMatchObject({ problem: null, keys: { waitMs: 0 } })
  })

  it.each([
    [opened, []],
    [{ ...opened, unreadable: 2 }, ['sealed']],
    [{ ...opened, swapped: true }, ['sealed']],
    [{ ...opened, notice: 'lost-writes' }, ['lost']],
    [{ ...opened, notice: 'changed' }, ['lost']],
    [{ ...opened, notice: 'no-witness' }, ['lost']],
    [{ ...opened, notice: 'keys-back' }, ['lost']],
    [{ ...opened, notice: 'keys-changed' }, ['lost']],
    [{ notice: 'lost-writes', unreadable: 1, swapped: true }, ['lost', 'sealed']],
  ])(
    'tells all there is to tell, one after the other, and then folds: %j',
    async (answer, steps) => {
      const { unlock, methods } = await openWith({ ...journal('locked'), 'journal.open': answer })
      await unlock.open('right')
      for (const step of steps) {
        expect(unlock.store.getState().step).toBe(step)
        expect(methods()).not.toContain('fold')
        unlock.goOn()
      }
      expect(methods().filter((method) => method === 'fold')).toHaveLength(1)
    },
  )

  it('offers another passphrase to whoever needed the recovery key', async () => {
    const { unlock, inputs } = await openWith({ ...journal('locked'), 'journal.open': opened })
    unlock.switchBy()
    await unlock.open('AAAA')
    expect(unlock.store.getState().step).toBe('forgot')
    unlock.chooseAnother()
    await unlock.choose('another passphrase')
    expect(unlock.store.getState()).toMatchObject({ step: 'done', task: 'passphrase' })
    expect(inputs('keys.passphrase')).toEqual([
      { secret: { recoveryKey: 'AAAA' }, passphrase: 'another passphrase' },
    ])
  })

  it.each([
    ['passphrase', 'choose'],
    ['renew', 'choose'],
    ['recovery', 'key'],
    ['keychain', 'sure'],
    ['remove-passphrase', 'sure'],
    ['remove-recovery', 'sure'],
  ])('changes nothing before it is known who asks (%s)', async (task, step) => {
    const answers: Record<string, unknown> = {
      ...journal('open', true),
      'unlock.opened': { task },
      'recovery.create': recovery,
      'keys.prove': refuse('wrong-secret'),
    }
    const { unlock, methods } = await openWith(answers)
    expect(unlock.store.getState().step).toBe('prove')
    await unlock.prove('a guess')
    expect(unlock.store.getState()).toMatchObject({ step: 'prove', problem: 'wrong-secret' })
    expect(methods().filter((method) => /recovery|keys\.(?!get|prove)/.test(method))).toEqual([])
    answers['keys.prove'] = null
    await unlock.prove('the one')
    expect(unlock.store.getState()).toMatchObject({ step, problem: null })
  })

  it.each([
    ['keychain', 'keys.keychain', {}],
    ['remove-passphrase', 'keys.remove', { kind: 'passphrase' }],
    ['remove-recovery', 'keys.remove', { kind: 'recovery' }],
  ])('does what was asked for once that is sure (%s)', async (task, method, input) => {
    const { unlock, inputs } = await openWith({
      ...journal('open', true),
      'unlock.opened': { task },
    })
    await unlock.prove('the one')
    await unlock.confirm()
    expect(inputs(method)).toEqual([{ secret: { passphrase: 'the one' }, ...input }])
    expect(unlock.store.getState().step).toBe('done')
  })

  it('asks no second time for the secret that has just opened the journal', async () => {
    const { unlock } = await openWith({
      ...journal('locked'),
      'unlock.opened': { task: 'passphrase' },
      'journal.open': opened,
    })
    await unlock.open('the one')
    expect(unlock.store.getState().step).toBe('choose')
  })

  it('offers a recovery key after a new data key, which ended the one before', async () => {
    const { unlock, inputs } = await openWith({
      ...journal('locked'),
      'unlock.opened': { task: null, renewed: { copiesLeft: 0 } },
      'journal.open': opened,
      'recovery.create': recovery,
    })
    await unlock.open('the new one')
    expect(unlock.store.getState().step).toBe('offer')
    await unlock.writeDownKey()
    expect(inputs('recovery.create')).toEqual([{ secret: { passphrase: 'the new one' } }])
  })

  it('does one thing at a time', async () => {
    const { unlock, inputs } = await openWith({ ...journal('absent'), 'journal.create': silence })
    void unlock.create('a passphrase')
    void unlock.create('a passphrase')
    expect(unlock.store.getState().busy).toBe(true)
    expect(inputs('journal.create')).toHaveLength(1)
  })
})

describe('how long a passphrase holds', () => {
  it.each([
    [0, 'day'],
    [8.9, 'day'],
    [9, 'year'],
    [11.4, 'year'],
    [11.6, 'years'],
    [14.4, 'years'],
    [14.6, 'beyond'],
    [40, 'beyond'],
  ] as const)('10 to the %d guesses: %s', (guessesLog10, strength) => {
    expect(strengthOf(guessesLog10)).toBe(strength)
  })
})

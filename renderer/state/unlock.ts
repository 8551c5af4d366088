import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface UnlockState {
  /**
   * `create` and `open` ask for a passphrase; `offer` asks whether to write down a recovery key now,
   * `key` shows it, `lost` tells of lost writes, `sealed` of what was sealed, `ready` has nothing left to ask.
   */
  readonly step: 'create' | 'open' | 'offer' | 'key' | 'lost' | 'sealed' | 'ready'
  readonly by: 'passphrase' | 'recoveryKey'
  readonly busy: boolean
  readonly problem: ErrorCode | null
  /** Counts refusals, so that the field is selected anew after each. */
  readonly refused: number
  /** Shown once, kept nowhere else. */
  readonly recoveryKey: string
  /** Sealed notes that couldn't be read, and whether another key for sealing lay there. */
  readonly unreadable: number
  readonly swapped: boolean
}

export interface Unlock {
  readonly store: StoreApi<UnlockState>
  readonly create: (passphrase: string) => Promise<void>
  readonly open: (secret: string) => Promise<void>
  /** Changes between passphrase and recovery key. */
  readonly switchBy: () => void
  readonly writeDownKey: () => Promise<void>
  readonly fold: () => void
  /** On to what else there is to tell; then it folds. */
  readonly goOn: () => void
  /** A page that holds nothing of the journal, and so opens while it is locked. */
  readonly look: (page: 'guide' | 'support') => void
}

/** The unlock window, by what the journal is: none yet, locked, or open without a recovery key. */
export async function openUnlock(doors: Doors): Promise<Unlock> {
  const journal = await doors.vault('journal.state', {})
  const openStep = journal.hasRecoveryKey ? 'ready' : 'offer'
  const store = createStore<UnlockState>(() => ({
    step: ({ absent: 'create', locked: 'open', open: openStep } as const)[journal.state],
    by: 'passphrase',
    busy: false,
    problem: null,
    refused: 0,
    recoveryKey: '',
    unreadable: 0,
    swapped: false,
  }))
  const show = (change: Partial<UnlockState>) => store.setState(change)
  const fold = () => void doors.shell('fold', {})

  /** What is still to be told, then nothing. */
  function goOn() {
    const { step, unreadable, swapped } = store.getState()
    if (step !== 'sealed' && (unreadable > 0 || swapped)) show({ step: 'sealed' })
    else fold()
  }

  /** One thing at a time: a second press while scrypt runs does nothing. */
  async function once(work: () => Promise<void>) {
    if (store.getState().busy) return
    show({ busy: true, problem: null })
    try {
      await work()
    } catch (error) {
      show({ problem: codeOf(error), refused: store.getState().refused + 1 })
    } finally {
      show({ busy: false })
    }
  }

  return {
    store,
    fold,
    goOn,
    // Whoever looks elsewhere comes back by its own Unlock, to a field that has the focus again.
    look: (page) => void doors.shell('open', { window: 'main', page }).then(fold),
    create: (passphrase) =>
      once(async () => {
        await doors.vault('journal.create', { passphrase })
        show({ step: 'offer' })
      }),
    open: (secret) =>
      once(async () => {
        const { by } = store.getState()
        const { notice, unreadable, swapped } = await doors.vault(
          'journal.open',
          by === 'passphrase' ? { passphrase: secret } : { recoveryKey: secret },
        )
        show({ unreadable, swapped })
        if (notice === 'lost-writes') show({ step: 'lost' })
        else goOn()
      }),
    switchBy: () =>
      show({
        by: store.getState().by === 'passphrase' ? 'recoveryKey' : 'passphrase',
        problem: null,
      }),
    writeDownKey: () =>
      once(async () => {
        const { recoveryKey } = await doors.vault('recovery.create', {})
        show({ step: 'key', recoveryKey })
      }),
  }
}

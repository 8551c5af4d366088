import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DataAbout, ErrorCode, FilePurpose, Input, VaultDoor } from '../../src/contract.ts'
import type { FileProblem } from '../../src/transfer/file.ts'
import type { LookedAt } from '../../src/transfer/transfer.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createPlaceRoom, type PlaceRoom } from './place.ts'

export type Taken = Input<VaultDoor, 'data.out'>['taken']

export interface DataView {
  readonly about: DataAbout | null
  /** A file that was looked at and could be brought in. */
  readonly found: LookedAt | null
  /** The file is encrypted, and the window for secrets asks for what opens it. */
  readonly isSealed: boolean
  /** What was wrong with the file that was looked at last. */
  readonly fileProblem: FileProblem | null
  /** What was done last. */
  readonly done: 'taken-out' | 'brought-in' | null
  readonly busy: 'out' | 'look' | 'bring' | 'wipe' | null
  readonly problem: ErrorCode | null
}

export interface DataRoom {
  readonly store: StoreApi<DataView>
  /** Where the journal lies. */
  readonly place: PlaceRoom
  readonly look: () => Promise<void>
  readonly leave: () => void
  /** Asks where, and writes everything there. */
  readonly out: (taken: Taken, name: string) => Promise<void>
  /** Asks for a file, and says what bringing it in would do. */
  readonly choose: () => Promise<void>
  /** Asks once more for what opens the encrypted file. */
  readonly openFile: () => Promise<void>
  readonly bring: () => Promise<void>
  /** Leaves the file that was looked at. */
  readonly drop: () => void
  readonly wipe: () => Promise<void>
  /** Where there is no journal, a copy of the one before opens in the window for secrets. */
  readonly openCopies: () => void
}

const closed: DataView = {
  about: null,
  found: null,
  isSealed: false,
  fileProblem: null,
  done: null,
  busy: null,
  problem: null,
}

/** The page of what is there. */
export function createDataRoom(doors: Doors): DataRoom {
  const store = createStore<DataView>(() => closed)
  let looking = false

  const set = (view: Partial<DataView>) => {
    if (looking) store.setState(view)
  }
  const read = async () => set({ about: await doors.vault('data.about', {}) })
  const told = (error: unknown) => set({ problem: codeOf(error) })

  /** One thing at a time; what went before it is said no longer. */
  async function doing(busy: NonNullable<DataView['busy']>, work: () => Promise<void>) {
    if (store.getState().busy !== null) return
    set({ busy, problem: null, fileProblem: null, done: null })
    try {
      await work()
    } catch (error) {
      told(error)
    } finally {
      set({ busy: null })
    }
  }
  const openFile = async () =>
    void (await doors.shell('open', { window: 'unlock', task: 'file' }).catch(told))
  const ask = async (purpose: FilePurpose, name: string) =>
    (await doors.shell('file.ask', { purpose, name })).grant

  /** What came of an encrypted file, once it was opened. */
  async function readFound() {
    if (!store.getState().isSealed) return
    const looked = await doors.vault('data.found', {})
    if (looked === null) return
    set({ isSealed: false })
    set(looked.problem ? { fileProblem: looked.problem } : { found: looked.found })
  }

  doors.onEvent((event) => {
    if (event.event !== 'changed' || !looking) return
    read().catch(told)
    readFound().catch(told)
  })

  return {
    store,
    place: createPlaceRoom(doors),
    async look() {
      looking = true
      await read().catch(told)
    },
    leave() {
      const { found, isSealed } = store.getState()
      looking = false
      store.setState(closed, true)
      if (found || isSealed) doors.vault('data.leave', {}).catch(() => {})
    },
    out: (taken, name) =>
      doing('out', async () => {
        const grant = await ask(taken.as, name)
        if (grant === null) return
        await doors.vault('data.out', { grant, taken })
        set({ done: 'taken-out' })
      }),
    choose: () =>
      doing('look', async () => {
        const grant = await ask('import', 'journal.json')
        if (grant === null) return
        set({ found: null, isSealed: false })
        const looked = await doors.vault('data.look', { grant })
        if (looked.problem) return set({ fileProblem: looked.problem })
        set({ found: looked.found, isSealed: looked.found === null })
        if (looked.found === null) await openFile()
      }),
    bring: () =>
      doing('bring', async () => {
        const { found } = store.getState()
        if (!found) return
        set({ found: null })
        await doors.vault('data.bring', { id: found.id })
        set({ done: 'brought-in' })
      }),
    openFile,
    drop() {
      set({ found: null, isSealed: false })
      doors.vault('data.leave', {}).catch(told)
    },
    openCopies: () => void doors.shell('open', { window: 'unlock', task: 'copies' }).catch(told),
    wipe: () =>
      doing('wipe', async () => {
        await doors.vault('data.wipe', { sure: true })
      }),
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  CopyLine,
  CopyLook,
  ErrorCode,
  FoundPlace,
  JournalTrouble,
  KeysStatus,
  Moved,
  OpenedJournal,
  RecoveryKey,
  UnlockOpened,
  UnlockTask,
} from '../../src/contract.ts'
import { isTrouble } from '../../src/keys/troubles.ts'
import type { OpenElsewhere } from '../../src/ports.ts'
import { codeOf, type Doors } from './bridge.ts'

/** What a person has to open the journal with. */
export type Secret = { passphrase: string } | { recoveryKey: string }

/**
 * `create`, `open` and `prove` ask for a secret, `choose` for a new passphrase, `sure` whether to change
 * it; `elsewhere` says that another computer has it open, `gone` that its place isn't there; `anew` asks
 * whether to begin another journal beside one that doesn't open, `another` in place of one that is away; `offer` asks whether to write down a recovery
 * key now, `key` shows it, `check` asks for two groups of it; `lost` tells of what was found, `sealed` of what
 * was sealed, `forgot` offers another passphrase; `done` says what was changed, `ready` has nothing left to ask.
 * `copies` asks for one of the journal's copies and what opens it, `copy` says what is in it, `restored` that it
 * is the journal now; `file` asks for what opens a file that is brought in.
 */
export type Step =
  | 'create'
  | 'open'
  | 'elsewhere'
  | 'gone'
  | 'anew'
  | 'another'
  | 'prove'
  | 'choose'
  | 'sure'
  | 'offer'
  | 'key'
  | 'check'
  | 'lost'
  | 'sealed'
  | 'forgot'
  | 'done'
  | 'copies'
  | 'copy'
  | 'restored'
  | 'file'
  | 'ready'

export interface UnlockState {
  readonly step: Step
  /** What the window was opened to change. */
  readonly task: UnlockTask | null
  readonly by: 'passphrase' | 'recoveryKey'
  readonly busy: boolean
  readonly problem: ErrorCode | null
  /** What else is known where the journal can't be opened as it is. */
  readonly trouble: JournalTrouble | null
  /** What was found when it opened. */
  readonly notice: OpenedJournal['notice']
  /** Counts refusals, so that the field is selected anew after each. */
  readonly refused: number
  readonly keys: KeysStatus
  /** Shown once, kept nowhere else, with the two groups of it that are typed back. */
  readonly recovery: RecoveryKey
  /** Sealed notes that couldn't be read, and whether another key for sealing lay there. */
  readonly unreadable: number
  readonly swapped: boolean
  /** The journal has just got another data key, or that could not be done. */
  readonly renewed: UnlockOpened['renewed'] | null
  /** The journal has just moved, or could not. */
  readonly moved: Moved | null
  /** Where another computer has it open. */
  readonly elsewhere: OpenElsewhere | null
  /** What was found in a folder in place of a journal that can be opened there. */
  readonly notThere: Exclude<FoundPlace, 'there'> | null
  /** The part of Lull that holds the journal ended by itself, and was started again. */
  readonly ended: boolean
  /** The journal's copies, once they are wanted, or where there is no journal beside them. */
  readonly copies: readonly CopyLine[]
  /** The one that is looked into. */
  readonly copy: { readonly line: CopyLine; readonly look: CopyLook } | null
}

export interface Unlock {
  readonly store: StoreApi<UnlockState>
  readonly create: (passphrase: string) => Promise<void>
  readonly open: (secret: string) => Promise<void>
  readonly openByKeychain: () => Promise<void>
  /** Shows that a secret is known, before anything is changed. */
  readonly prove: (secret: string) => Promise<void>
  readonly choose: (passphrase: string) => Promise<void>
  /** Does what was asked for, where no passphrase is needed for it. */
  readonly confirm: () => Promise<void>
  /** Shows the journal's folder. */
  readonly showFolder: () => void
  /** Asks whether to begin another journal. */
  readonly toAnew: () => void
  readonly beginAnew: () => Promise<void>
  /** From a side way to where it was taken; the window folds where it began with it. */
  readonly back: () => void
  /** Changes between passphrase and recovery key. */
  readonly switchBy: () => void
  readonly writeDownKey: () => Promise<void>
  /** The key is on paper: two groups of it come back. */
  readonly toCheck: () => void
  readonly keepKey: (groups: [string, string]) => Promise<void>
  /** The journal was opened by its recovery key: another passphrase. */
  readonly chooseAnother: () => void
  /** On to the list of copies. */
  readonly toCopies: () => Promise<void>
  readonly lookInside: (name: string, secret: string) => Promise<void>
  readonly restore: () => Promise<void>
  readonly openFile: (secret: string) => Promise<void>
  /** The wait is over. */
  readonly waited: () => void
  /** Opens it although another computer has it open; a copy is put aside first. */
  readonly openHere: () => Promise<void>
  /** Asks where the journal lies by now. */
  readonly find: () => Promise<void>
  readonly fold: () => void
  /** On to what else there is to tell; then it folds. */
  readonly goOn: () => void
  /** A page that holds nothing of the journal, and so opens while it is locked. */
  readonly look: (page: 'guide' | 'support' | 'report') => void
}

/** What comes of a task once it is known that the agent asked for it. */
const stepOf: Record<UnlockTask, Step> = {
  passphrase: 'choose',
  renew: 'choose',
  recovery: 'key',
  keychain: 'sure',
  'remove-passphrase': 'sure',
  'remove-recovery': 'sure',
  copies: 'copies',
  file: 'file',
}

const firstBy = ({ passphrase, recoveryKey }: KeysStatus) =>
  passphrase || !recoveryKey ? ('passphrase' as const) : ('recoveryKey' as const)

/** Of these, more is known than the code says. */
const tellsMore = (problem: ErrorCode) => isTrouble(problem) || problem === 'newer'

/**
 * The unlock window, by what the journal is and what was asked for. A secret that was typed stays in this page,
 * whose process ends with the window.
 */
export async function openUnlock(doors: Doors): Promise<Unlock> {
  const [journal, keys, wanted, elsewhere] = await Promise.all([
    doors.vault('journal.state', {}),
    doors.vault('keys.get', {}),
    doors.shell('unlock.opened', {}),
    doors.vault('journal.elsewhere', {}),
  ])
  const { renewed = null, moved = null, ended = false } = wanted
  // Where there is no journal, its copies are opened as where it is locked: each by what opened it then.
  const onlyCopies = journal.state === 'absent' && wanted.task === 'copies'
  const task = onlyCopies ? null : wanted.task
  const openStep: Step =
    task === 'copies' || task === 'file'
      ? task
      : task
        ? 'prove'
        : journal.hasRecoveryKey
          ? 'ready'
          : 'offer'
  const beginStep = (
    {
      absent: onlyCopies ? 'copies' : 'create',
      locked: elsewhere ? 'elsewhere' : 'open',
      open: openStep,
    } as const
  )[journal.state]
  const store = createStore<UnlockState>(() => ({
    step: beginStep,
    task,
    by: firstBy(keys),
    busy: false,
    problem: null,
    trouble: null,
    notice: null,
    refused: 0,
    keys,
    recovery: { recoveryKey: '', asked: [0, 1] },
    unreadable: 0,
    swapped: false,
    renewed,
    moved,
    elsewhere,
    notThere: null,
    ended,
    copies: [],
    copy: null,
  }))
  const get = store.getState
  const show = (change: Partial<UnlockState>) => store.setState(change)
  const fold = () => void doors.shell('fold', {})
  let proof: Secret | null = null
  /** What a side way was taken from: coming back, the other ways are still there. */
  let left: Pick<UnlockState, 'step' | 'problem' | 'trouble'> | null = null
  const leaving = () => {
    const { step, problem, trouble } = get()
    left = { step, problem, trouble }
  }
  /** What is still to be told or done, one after the other. */
  let next: Step[] = []

  async function goOn() {
    const [step, ...rest] = next
    next = rest
    if (step === undefined) fold()
    else if (step === 'key') await once(showKey)
    else show({ step, problem: null })
    if (step === 'copies') readCopies().catch(() => {})
  }

  /** One thing at a time: a second press while scrypt runs does nothing. */
  async function once(work: () => Promise<void>) {
    if (get().busy) return
    show({ busy: true, problem: null })
    try {
      await work()
    } catch (error) {
      const problem = codeOf(error)
      if (problem === 'place-gone') return show({ step: 'gone' })
      // Another computer came first, since this window was opened.
      const isOpen =
        problem === 'open-elsewhere' &&
        (await doors.vault('journal.elsewhere', {}).catch(() => null))
      if (isOpen) return show({ step: 'elsewhere', elsewhere: isOpen })
      const isTry = problem === 'wrong-secret' || problem === 'wait'
      const now = isTry ? await doors.vault('keys.get', {}).catch(() => get().keys) : get().keys
      const trouble = tellsMore(problem)
        ? await doors.vault('journal.trouble', {}).catch(() => null)
        : null
      // Whether there are copies decides what to do next.
      if (isTrouble(problem)) await readCopies().catch(() => {})
      show({ problem, trouble, refused: get().refused + 1, keys: now })
    } finally {
      show({ busy: false })
    }
  }

  const typed = (secret: string): Secret =>
    get().by === 'passphrase' ? { passphrase: secret } : { recoveryKey: secret }

  async function opened({ notice, unreadable, swapped }: OpenedJournal) {
    show({ notice, unreadable, swapped })
    const after: Step | null = task && proof ? stepOf[task] : task ? 'prove' : null
    const forgot = proof && 'recoveryKey' in proof && !task ? 'forgot' : null
    const { hasRecoveryKey } = await doors.vault('journal.state', {})
    // The ways in ended with the old key, and only the passphrase was made anew.
    const offer = renewed?.copiesLeft != null && !hasRecoveryKey ? 'offer' : null
    const steps: (Step | null)[] = [
      notice ? 'lost' : null,
      unreadable > 0 || swapped ? 'sealed' : null,
      after,
      forgot,
      offer,
    ]
    next = steps.filter((step) => step !== null)
    show({ busy: false })
    await goOn()
  }

  const proven = (): Secret => proof ?? typed('')
  /** What opens the copy that is looked into. */
  let copySecret: Secret | null = null

  const readCopies = async () => {
    const { copies } = await doors.vault('copies.list', {})
    show({ copies })
  }
  // Where the journal is gone, or isn't asked for, its copies may still be there.
  if (beginStep === 'create' || beginStep === 'copies') readCopies().catch(() => {})

  async function showKey() {
    show({
      recovery: await doors.vault('recovery.create', { secret: proven() }),
      step: 'key',
    })
  }

  return {
    store,
    fold,
    goOn: () => void goOn(),
    // Whoever looks elsewhere comes back by its own Unlock, to a field that has the focus again.
    look: (page) => void doors.shell('open', { window: 'main', page }).then(fold),
    create: (passphrase) =>
      once(async () => {
        await doors.vault('journal.create', { passphrase })
        proof = { passphrase }
        show({ step: 'offer' })
      }),
    open: (secret) =>
      once(async () => {
        proof = typed(secret)
        await opened(await doors.vault('journal.open', proof))
      }),
    openByKeychain: () =>
      once(async () => {
        proof = null
        await opened(await doors.vault('journal.open', { keychain: true }))
      }),
    prove: (secret) =>
      once(async () => {
        await doors.vault('keys.prove', { secret: typed(secret) })
        proof = typed(secret)
        const step = task ? stepOf[task] : 'key'
        if (step === 'key') await showKey()
        else show({ step })
      }),
    choose: (passphrase) =>
      once(async () => {
        const method = task === 'renew' ? 'keys.renew' : 'keys.passphrase'
        await doors.vault(method, { secret: proven(), passphrase })
        // After a new data key the shell locks, and this window with it.
        if (task === 'renew') return
        proof = { passphrase }
        show({ step: 'done', task: 'passphrase' })
      }),
    confirm: () =>
      once(async () => {
        const secret = proven()
        if (task === 'keychain') await doors.vault('keys.keychain', { secret })
        else {
          const kind = task === 'remove-passphrase' ? 'passphrase' : 'recovery'
          await doors.vault('keys.remove', { secret, kind })
        }
        show({ step: 'done' })
      }),
    showFolder: () => void doors.shell('journal.show', {}),
    toAnew() {
      leaving()
      const step = get().step === 'gone' ? 'another' : 'anew'
      show({ step, problem: null, trouble: null })
    },
    beginAnew: () =>
      once(async () => {
        const isAway = get().step === 'another'
        if (isAway) await doors.shell('place.forget', { sure: true })
        else await doors.vault('journal.anew', { sure: true })
        left = null
        // Where Lull puts it there may be one already.
        const { state } = isAway ? await doors.vault('journal.state', {}) : { state: 'absent' }
        const step = state === 'absent' ? 'create' : 'open'
        show({ step, trouble: null, notThere: null, copies: [] })
      }),
    back() {
      copySecret = null
      if (get().step === 'copy') show({ step: 'copies', copy: null, problem: null })
      else if (left) {
        show({ ...left, copy: null })
        left = null
      } else fold()
    },
    switchBy() {
      const { by, problem } = get()
      // What is wrong with the journal stays so, whatever opens it.
      const stays = problem !== null && tellsMore(problem) ? problem : null
      show({ by: by === 'passphrase' ? 'recoveryKey' : 'passphrase', problem: stays })
    },
    async writeDownKey() {
      if (proof) await once(showKey)
      else show({ step: 'prove', problem: null })
    },
    toCheck: () => show({ step: 'check', problem: null }),
    keepKey: (groups) =>
      once(async () => {
        await doors.vault('recovery.keep', { groups })
        show({ step: 'done', task: 'recovery' })
      }),
    openHere: () =>
      once(async () => {
        await doors.vault('journal.openHere', { sure: true })
        show({ step: 'open' })
      }),
    find: () =>
      once(async () => {
        const came = await doors.shell('place.find', {})
        if (!came) return
        if (came.found !== 'there') return show({ notThere: came.found })
        // Another vault began, of which this page hears only by asking.
        const [theirs, isOpen] = await Promise.all([
          doors.vault('keys.get', {}),
          doors.vault('journal.elsewhere', {}),
        ])
        show({
          step: isOpen ? 'elsewhere' : 'open',
          elsewhere: isOpen,
          keys: theirs,
          by: firstBy(theirs),
          notThere: null,
          copies: [],
        })
      }),
    chooseAnother: () => show({ step: 'choose', problem: null }),
    async toCopies() {
      if (get().busy) return
      leaving()
      await once(async () => {
        await readCopies()
        show({ step: 'copies', trouble: null })
      })
    },
    lookInside: (name, secret) =>
      once(async () => {
        copySecret = typed(secret)
        const line = get().copies.find((copy) => copy.name === name)
        if (!line) return
        const look = await doors.vault('copies.lookBy', { name, secret: copySecret })
        show({ step: 'copy', copy: { line, look } })
      }),
    restore: () =>
      once(async () => {
        const { copy } = get()
        if (!copy || !copySecret) return
        const { name } = copy.line
        await doors.vault('copies.restoreBy', { name, secret: copySecret, sure: true })
        copySecret = null
        show({ step: 'restored' })
      }),
    openFile: (secret) =>
      once(async () => {
        await doors.vault('data.openFile', { secret: typed(secret) })
        fold()
      }),
    waited: () => {
      const { problem, keys: now } = get()
      show({ keys: { ...now, waitMs: 0 }, problem: problem === 'wait' ? null : problem })
    },
  }
}

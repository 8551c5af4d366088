import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  Contact,
  Device,
  ErrorCode,
  Input,
  JournalStatus,
  OpenedFor,
  PausesTaken,
  PauseWanted,
  Question,
  Settings,
  ShellDoor,
  Trouble,
  Today,
  TypeChoices,
  VaultDoor,
} from '../../src/contract.ts'
import type { ShortcutStates } from '../../src/settings/shortcuts.ts'
import { lullsTypes } from '../../src/guidance/own-types.ts'
import type { TechniqueId } from '../../src/guidance/guide.ts'
import { answeredWithinMs } from '../../src/checkins/reminders.ts'
import { plainDevice } from '../../src/settings/choices.ts'
import type { Page } from '../main/pages.ts'
import { knowTypes } from '../i18n/names.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createAskedRoom, type AskedRoom } from './asked.ts'
import { createCopiesRoom, type CopiesRoom } from './copies.ts'
import { createDataRoom, type DataRoom } from './data.ts'
import { createAllWordsRoom, type AllWordsRoom } from './all-words.ts'
import { createCheckInsRoom, type CheckInsRoom } from './check-ins.ts'
import { createIncidentRoom, type IncidentRoom } from './incident.ts'
import { createJournalRoom, type JournalRoom } from './journal.ts'
import { createPlansRoom, type PlansRoom } from './plans.ts'
import { createSelfCheckRoom, type SelfCheckRoom } from './self-check.ts'
import { createShiftRoom, type ShiftRoom } from './shift.ts'
import { createSheetRoom, type SheetRoom } from './sheet.ts'
import { createTrendsRoom, type TrendsRoom } from './trends.ts'
import { createWeekRoom, type WeekRoom } from './week.ts'

export interface CheckIn {
  stress: number
  energy: number
  kind?: 'reminder'
}

export interface CheckInAsked {
  readonly turn: number
  readonly reminded: boolean
  /** By the monotonic clock. */
  readonly askedAt: number
  /** The two taps were given. */
  readonly done: boolean
}

export interface MainState {
  readonly page: Page
  /** The page of the guide that was asked for from elsewhere; `turn` tells two such wishes apart. */
  readonly guideAt: { readonly technique: TechniqueId; readonly turn: number } | null
  readonly journal: JournalStatus
  /** Null while the journal can't be read. */
  readonly today: Today | null
  readonly pauses: PausesTaken | null
  readonly settings: Settings | null
  /** Whom the agent can turn to, as the agent wrote it. */
  readonly contacts: readonly Contact[] | null
  /** The types of call as the agent wants them. */
  readonly types: TypeChoices | null
  readonly device: Device
  /** Null until the shell has said. */
  readonly shortcuts: ShortcutStates | null
  /** Whether this desktop shows tray icons; null until, or unless, that can be said. */
  readonly tray: boolean | null
  /** Whether Lull says where its windows open; null until the shell has said. */
  readonly placed: boolean | null
  /** Whether nothing uncalled is offered for a while. */
  readonly isQuiet: boolean
  /** How often a choice was saved, and how to take the last one back; null once that is gone. */
  readonly saved: { readonly count: number; readonly undo: () => Promise<void> } | null
  /** Given, and on its way to the disk; it waits here until a journal is open. */
  readonly checkIn: CheckIn | null
  /**
   * The agent asked for the two taps from elsewhere, or a reminder did; null once one goes on to another
   * page. `turn` tells two such wishes apart.
   */
  readonly checkInAsked: CheckInAsked | null
  /** What ended by itself and was started again, until that was read. */
  readonly trouble: Trouble | null
  readonly problem: ErrorCode | null
}

export interface Main {
  readonly store: StoreApi<MainState>
  readonly journal: JournalRoom
  readonly plans: PlansRoom
  readonly asked: AskedRoom
  readonly data: DataRoom
  readonly copies: CopiesRoom
  readonly incident: IncidentRoom
  readonly allWords: AllWordsRoom
  readonly shift: ShiftRoom
  readonly trends: TrendsRoom
  readonly checkIns: CheckInsRoom
  readonly selfCheck: SelfCheckRoom
  readonly week: WeekRoom
  readonly sheet: SheetRoom
  readonly go: (page: MainState['page']) => void
  readonly checkIn: (checkIn: CheckIn) => Promise<void>
  /** Saves a choice at once; it can be taken back until the next one. */
  readonly choose: (change: Input<VaultDoor, 'settings.set'>) => Promise<void>
  readonly chooseDevice: (change: Input<ShellDoor, 'device.set'>) => Promise<void>
  /** Keeps what was written of one contact; it can be taken back until the next choice. */
  readonly setContact: (
    kind: Contact['kind'],
    change: Partial<Pick<Contact, 'name' | 'reach'>>,
  ) => Promise<void>
  /** Keeps the whole list of types; it can be taken back until the next choice. */
  readonly setTypes: (types: TypeChoices) => Promise<void>
  /** The agent leaves a question unanswered. It isn't asked again. */
  readonly skip: (question: Question) => Promise<void>
  readonly open: (window: 'note' | 'unlock') => void
  /** A pause: this one, or the last one again. */
  readonly pause: (wanted?: PauseWanted) => void
  readonly lock: () => void
  /** A tough one: as the tray's entry and the shortcut do. */
  readonly mark: () => void
  /** Nothing uncalled for so many milliseconds; 0 ends it. */
  readonly quiet: (ms: number) => void
  readonly quit: () => void
  /** The line about what ended by itself was read. */
  readonly troubleRead: () => void
  /** Keys are being chosen, or no longer: meanwhile they run nothing. */
  readonly recordKeys: (on: boolean) => void
}

/** The main window: what its pages show, read again whenever the vault says that something changed. */
export async function openMain(doors: Doors): Promise<Main> {
  const store = createStore<MainState>(() => ({
    page: 'today',
    guideAt: null,
    journal: { state: 'absent', hasRecoveryKey: false, waiting: 0 },
    today: null,
    pauses: null,
    settings: null,
    contacts: null,
    types: null,
    device: plainHere,
    shortcuts: null,
    tray: null,
    placed: null,
    isQuiet: false,
    saved: null,
    checkIn: null,
    checkInAsked: null,
    trouble: null,
    problem: null,
  }))
  const open = (window: 'note' | 'unlock') => void doors.shell('open', { window })
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  const shift = createShiftRoom(doors)
  const checkIns = createCheckInsRoom(doors)
  const week = createWeekRoom(doors)
  let reading = 0

  async function read() {
    const turn = ++reading
    const journal = await doors.vault('journal.state', {})
    if (journal.state === 'locked') {
      shift.shut()
      checkIns.shut()
      week.shut()
    }
    const [today, pauses, settings, contacts, types] =
      journal.state === 'locked'
        ? [null, null, null, null, null]
        : await Promise.all([
            doors.vault('today.get', {}),
            doors.vault('pauses.get', {}),
            doors.vault('settings.get', {}),
            doors.vault('contacts.get', {}),
            doors.vault('types.get', {}),
            shift.read(),
            week.readDue(),
          ])
    // A later reading is under way: it knows better.
    if (turn !== reading) return
    knowTypes(types?.types ?? lullsTypes)
    store.setState({ journal, today, pauses, settings, contacts, types, problem: null })
  }

  /** One that answers a reminder, and soon, is a reminder's; every other is the agent's own. */
  function checkIn(given: CheckIn): Promise<void> {
    const { checkInAsked: asked } = store.getState()
    const reminded =
      asked?.reminded === true &&
      !asked.done &&
      performance.now() - asked.askedAt < answeredWithinMs
    if (asked) store.setState({ checkInAsked: { ...asked, done: true } })
    return keep(reminded ? { ...given, kind: 'reminder' } : given)
  }
  async function keep(checkIn: CheckIn) {
    store.setState({ checkIn, problem: null })
    try {
      await doors.vault('checkin.save', checkIn)
      store.setState({ checkIn: null })
    } catch (error) {
      const code = codeOf(error)
      if (code === 'no-journal' || code === 'locked') open('unlock')
      else store.setState({ checkIn: null, problem: code })
    }
  }

  let count = 0
  /** Offers to take a choice back by the same way that saved it. */
  async function save(run: () => Promise<unknown>, back: () => Promise<unknown>) {
    store.setState({ saved: null, problem: null })
    try {
      await run()
    } catch (error) {
      const code = codeOf(error)
      if (code === 'no-journal' || code === 'locked') open('unlock')
      else store.setState({ problem: code })
      return
    }
    const undo = async () => {
      store.setState({ saved: null })
      await back().catch(told)
    }
    store.setState({ saved: { count: ++count, undo } })
  }

  const setSettings = async (change: Input<VaultDoor, 'settings.set'>) =>
    store.setState({ settings: await doors.vault('settings.set', change) })
  const setDevice = async (change: Input<ShellDoor, 'device.set'>) =>
    store.setState({ device: await doors.shell('device.set', change) })

  const keepContact = async (contact: Contact) =>
    store.setState({ contacts: await doors.vault('contacts.set', contact) })
  const keepTypes = async (types: TypeChoices) => {
    const kept = await doors.vault('types.set', types)
    knowTypes(kept.types)
    store.setState({ types: kept })
  }
  /** One after the other: a field that is left while another is on its way must not take it back. */
  let keeping = Promise.resolve()
  const keepAfter: (
    before: Promise<void>,
    ...wanted: Parameters<Main['setContact']>
  ) => Promise<void> = async (before, kind, change) => {
    await before
    const was = store.getState().contacts?.find((contact) => contact.kind === kind)
    if (was)
      await save(
        () => keepContact({ ...was, ...change }),
        () => keepContact(was),
      )
  }

  // What was chosen on one page isn't taken back on another.
  let turn = 0
  const go = (page: Page, technique: TechniqueId | null = null) =>
    store.setState({
      page,
      guideAt: technique === null ? null : { technique, turn: ++turn },
      saved: null,
      checkInAsked: null,
    })
  function openFor(page: OpenedFor, technique: TechniqueId | null) {
    if (page !== 'check-in' && page !== 'reminder') return go(page, technique)
    go('today')
    const askedAt = performance.now()
    const reminded = page === 'reminder'
    store.setState({ checkInAsked: { turn: ++turn, reminded, askedAt, done: false } })
  }

  doors.onShell((told) => {
    if (told.event === 'device') store.setState({ device: told.device })
    if (told.event === 'shortcuts') store.setState({ shortcuts: told.states })
    if (told.event === 'page') openFor(told.page, told.technique)
    if (told.event === 'quiet') store.setState({ isQuiet: told.on })
    if (told.event === 'trouble') store.setState({ trouble: told.trouble })
  })
  doors.onEvent((event) => {
    const { checkIn } = store.getState()
    if (event.event === 'journal' && event.state === 'open' && checkIn) void keep(checkIn)
    read().catch(told)
  })
  const readDevice = async () =>
    store.setState({
      device: await doors.shell('device.get', {}),
      shortcuts: await doors.shell('shortcuts.state', {}),
    })
  async function readPage() {
    const opened = await doors.shell('main.opened', {})
    if (opened?.page) openFor(opened.page, opened.technique)
  }
  await Promise.all([read(), readDevice(), readPage()]).catch(told)
  doors.shell('trouble.told', {}).then((trouble) => trouble && store.setState({ trouble }), told)
  // Nothing waits for this: a desktop may take its time to say.
  doors.shell('tray.shown', {}).then((tray) => store.setState({ tray }), told)
  doors.shell('quiet.state', {}).then((isQuiet) => store.setState({ isQuiet }), told)
  doors.shell('windows.placed', {}).then((placed) => store.setState({ placed }), told)

  return {
    store,
    journal: createJournalRoom(doors),
    plans: createPlansRoom(doors),
    asked: createAskedRoom(doors),
    data: createDataRoom(doors),
    copies: createCopiesRoom(doors),
    incident: createIncidentRoom(doors),
    allWords: createAllWordsRoom(doors, () => store.setState({ saved: null })),
    shift,
    trends: createTrendsRoom(doors),
    checkIns,
    selfCheck: createSelfCheckRoom(doors),
    week,
    sheet: createSheetRoom(doors),
    open,
    pause: (pause) => void doors.shell('open', { window: 'pause', ...(pause ? { pause } : {}) }),
    async choose(change) {
      const { settings } = store.getState()
      if (settings)
        await save(
          () => setSettings(change),
          () => setSettings(before(settings, change)),
        )
    },
    async chooseDevice(change) {
      const { device } = store.getState()
      await save(
        () => setDevice(change),
        () => setDevice(deviceBefore(device, change)),
      )
    },
    setContact(kind, change) {
      keeping = keepAfter(keeping, kind, change)
      return keeping
    },
    async setTypes(types) {
      const { types: was } = store.getState()
      if (was)
        await save(
          () => keepTypes(types),
          () => keepTypes(was),
        )
    },
    async skip(question) {
      await doors.vault('question.skip', { question }).catch(told)
    },
    checkIn,
    go: (page) => go(page),
    lock: () => {
      doors.shell('lock', {}).catch(told)
    },
    mark: () => {
      doors.shell('mark', {}).catch(told)
    },
    quit: () => {
      doors.shell('quit', {}).catch(told)
    },
    troubleRead: () => store.setState({ trouble: null }),
    recordKeys: (on) => {
      doors.shell('shortcuts.record', { on }).catch(told)
    },
    quiet: (ms) => {
      doors.shell('quiet', { ms }).catch(told)
    },
  }
}

/** Until the shell has answered. */
const plainHere: Device = { ...plainDevice, startAtLogin: null, notice: null }

/** What was chosen before, of that which a change names. */
const before = (
  {
    words,
    work,
    gap,
    shiftStart,
    cardAfterNote,
    longCalls,
    quietHours,
    fullScreenWork,
    startMoment,
    stopLine,
    checkInReminders,
    weekStart,
  }: Settings,
  change: Input<VaultDoor, 'settings.set'>,
): Input<VaultDoor, 'settings.set'> => ({
  ...('words' in change && { words }),
  ...('work' in change && { work }),
  ...('gap' in change && { gap }),
  ...('shiftStart' in change && { shiftStart }),
  ...('cardAfterNote' in change && { cardAfterNote }),
  ...('longCalls' in change && { longCalls }),
  ...('quietHours' in change && { quietHours }),
  ...('fullScreenWork' in change && { fullScreenWork }),
  ...('startMoment' in change && { startMoment }),
  ...('stopLine' in change && { stopLine }),
  ...('checkInReminders' in change && { checkInReminders }),
  ...('weekStart' in change && { weekStart }),
})

/** What was chosen of this computer before, of that which a change names. */
const deviceBefore = (
  { startAtLogin, ...device }: Device,
  change: Input<ShellDoor, 'device.set'>,
): Input<ShellDoor, 'device.set'> => ({
  ...('language' in change && { language: device.language }),
  ...('theme' in change && { theme: device.theme }),
  ...('motion' in change && { motion: device.motion }),
  ...('dim' in change && { dim: device.dim }),
  ...('lockMinutes' in change && { lockMinutes: device.lockMinutes }),
  ...('blankAway' in change && { blankAway: device.blankAway }),
  ...('hideFromCapture' in change && { hideFromCapture: device.hideFromCapture }),
  ...('pauseLast' in change && { pauseLast: device.pauseLast }),
  ...('pauseLastMs' in change && { pauseLastMs: device.pauseLastMs }),
  ...('ownPatterns' in change && { ownPatterns: device.ownPatterns }),
  ...('pausesOff' in change && { pausesOff: device.pausesOff }),
  ...('chooseFrom' in change && { chooseFrom: device.chooseFrom }),
  ...('sound' in change && { sound: device.sound }),
  ...('volume' in change && { volume: device.volume }),
  ...('soundOutput' in change && { soundOutput: device.soundOutput }),
  ...('breakEveryMin' in change && { breakEveryMin: device.breakEveryMin }),
  ...('eyeRestEveryMin' in change && { eyeRestEveryMin: device.eyeRestEveryMin }),
  ...('safetyRead' in change && { safetyRead: device.safetyRead }),
  ...('holdsRead' in change && { holdsRead: device.holdsRead }),
  ...('tellBy' in change && { tellBy: device.tellBy }),
  ...('shortcuts' in change && { shortcuts: device.shortcuts }),
  ...('noTrayTold' in change && { noTrayTold: device.noTrayTold }),
  ...('unplacedTold' in change && { unplacedTold: device.unplacedTold }),
  ...('linkOn' in change && { linkOn: device.linkOn }),
  ...('microphone' in change && { microphone: device.microphone }),
  ...('connectTold' in change && { connectTold: device.connectTold }),
  ...('startAtLogin' in change &&
    startAtLogin !== null && { startAtLogin: startAtLogin !== false }),
})

import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import type { FoundPlace, PlaceAsked, PlaceNow, WindowName } from '../src/contract.ts'
import type { CopyProblem, MoveProblem } from '../src/ports.ts'
import { Refusal } from '../src/refusal.ts'
import type { JournalPlace } from '../src/store/journal-place.ts'
import { isJournalIn, movedName, whyNotTo } from '../src/store/move.ts'
import type { Actions } from './actions.ts'
import { inFrontOf } from './in-front-of.ts'
import { journalFolder } from './paths.ts'
import { readPlace } from './place-reader.ts'
import type { VaultHost } from './vault-host.ts'
import { showJournal } from './show-journal.ts'
import type { Windows } from './windows.ts'

/** Where the journal lies, and its way to another folder. Main sees folders, and copies nothing that it could read. */
export interface MovingRoom {
  get(): Promise<PlaceNow>
  /** Shows its folder in the system's program for files. */
  show(): void
  /** Asks for a folder, or takes the usual one, and says what it is. Null where none was chosen. */
  ask(to: 'chosen' | 'usual', from: WindowName): Promise<PlaceAsked | null>
  /** Moves the journal to what was asked about last. It locks. */
  move(id: string): void
  /** Asks for the folder in which a journal lies, and opens that from now on. Null: none was chosen. */
  find(from: WindowName): Promise<{ found: FoundPlace } | null>
  /** Lets another journal begin where Lull puts it. The one that is away stays as it is. */
  forget(): Promise<void>
}

export function createMoving(
  windows: Pick<Windows, 'get'>,
  vault: Pick<VaultHost, 'tell' | 'onNews' | 'journalState' | 'restart'>,
  actions: Pick<Actions, 'moved'>,
  place: JournalPlace,
): MovingRoom {
  let asked: { id: string; to: string } | null = null
  let isAsking = false
  let isMoving = false

  vault.onNews((news) => {
    if (news.kind === 'copied') void copied(news.problem)
    // The vault that was to make the copy ended: the next start drops what there is of it.
    if (news.kind === 'journal') isMoving = false
  })

  async function copied(problem: CopyProblem | null) {
    if (!isMoving) return
    isMoving = false
    let said = problem
    try {
      if (said !== null) place.notCopied()
      // Whole as it was, the copy could not take its name: another program held it, or what lay there.
      else if (!(await place.copied())) said = 'busy'
    } catch {
      said = 'read-only'
    }
    actions.moved({ folder: place.folder(), problem: said })
  }

  /** One dialog at a time, in front of a window that is still there. */
  async function folderFor(from: WindowName): Promise<string | null> {
    const window = windows.get(from)
    if (!window || isAsking) return null
    isAsking = true
    try {
      const chosen = await askForFolder(window)
      return window.isDestroyed() ? null : chosen
    } finally {
      isAsking = false
    }
  }

  return {
    show: () => showJournal(place.folder()),
    get: async () => ({ place: await readPlace(place.folder()), isUsual: place.isUsual() }),
    async ask(to, from) {
      const chosen = to === 'usual' ? '' : await folderFor(from)
      if (chosen === null) return null
      const folder = to === 'usual' ? journalFolder() : join(chosen, movedName)
      const found = await readPlace(folder)
      const problem: MoveProblem | null =
        found.ground === 'network' ? 'network' : whyNotTo(place.folder(), folder)
      const id = randomUUID()
      asked = problem === null ? { id, to: folder } : null
      return { id, folder, place: found, problem }
    },
    move(id) {
      if (vault.journalState() !== 'open') throw new Refusal('locked', 'The journal is locked.')
      if (asked?.id !== id) throw new Refusal('no-grant', 'No place was chosen for this.')
      const { to } = asked
      asked = null
      place.copying(to)
      isMoving = true
      vault.tell({ kind: 'copy', to })
    },
    async find(from) {
      if (vault.journalState() === 'open') throw new Refusal('exists', 'The journal is open.')
      const chosen = await folderFor(from)
      if (chosen === null) return null
      const folder = [chosen, join(chosen, movedName)].find(isJournalIn)
      if (folder === undefined) return { found: 'nothing' }
      if ((await readPlace(folder)).ground === 'network') return { found: 'network' }
      await place.found(folder)
      vault.restart()
      return { found: 'there' }
    },
    async forget() {
      // Its stick may have come back meanwhile.
      if (vault.journalState() === 'open' || isJournalIn(place.folder()))
        throw new Refusal('exists', 'The journal is at its place.')
      await place.forgotten()
      vault.restart({ elsewhere: true })
    },
  }
}

/** Null where none was chosen. Nobody else reads in a list of recent places that there is one. */
async function askForFolder(window: BrowserWindow): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Lull',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  }
  const answer = await inFrontOf(window, dialog.showOpenDialog(window, options))
  const [path = ''] = answer?.filePaths ?? []
  return answer === null || answer.canceled || path === '' || basename(path) === '.' ? null : path
}

import {
  MessageChannelMain,
  utilityProcess,
  type BrowserWindow,
  type UtilityProcess,
} from 'electron'
import { join } from 'node:path'
import * as v from 'valibot'
import type { WindowName } from '../src/contract.ts'
import {
  fits,
  copyProblems,
  type JournalState,
  type ShellNews,
  type VaultNews,
} from '../src/ports.ts'
import { refused } from '../src/diagnostics/events.ts'
import type { VaultStart } from '../src/store/journal-place.ts'
import { vaultName } from './crashes.ts'
import { isOurs } from './scheme.ts'
import type { Windows } from './windows.ts'

/** Main's side of the vault: it hands out ports and hears a few words of state, and no others. */
export interface VaultHost {
  tell(news: ShellNews): void
  onNews(heard: (news: VaultNews) => void): void
  journalState(): JournalState
  /**
   * Ends the vault, keys and words with it, and starts one that knows nothing. `elsewhere`: its journal lies in
   * another folder, in which none was seen yet.
   */
  restart(next?: { elsewhere: boolean }): void
  /** Ends the vault for good. */
  end(): Promise<void>
  /** Runs when a vault has ended by itself and another has begun. */
  onGone(run: (were: VaultGone) => void): void
  /** Resolves once the vault has said how the journal stands. */
  ready: Promise<void>
}

/** What went with a vault that ended by itself. */
export interface VaultGone {
  /** Windows that knew something, and were seen. */
  windows: readonly WindowName[]
  /** One of them had the focus. */
  wasFocused: boolean
  /** The journal was open. */
  wasOpen: boolean
}

const ofKeychain = { kind: v.literal('keychain'), id: v.string() }
const news = v.variant('kind', [
  v.object({ kind: v.literal('journal'), state: v.picklist(['absent', 'locked', 'open']) }),
  v.object({
    kind: v.literal('offer'),
    asked: v.boolean(),
    fits: v.picklist(fits),
    note: v.boolean(),
  }),
  v.object({ kind: v.literal('withdraw') }),
  v.object({ kind: v.literal('watch'), until: v.nullable(v.picklist(['offer', 'return'])) }),
  v.object({ kind: v.literal('prompts'), kept: v.unknown() }),
  v.object({ kind: v.literal('file'), grant: v.string() }),
  v.object({ kind: v.literal('wiped') }),
  v.object({ kind: v.literal('copied'), problem: v.nullable(v.picklist(copyProblems)) }),
  v.object({ kind: v.literal('trouble'), event: refused }),
  v.object({ kind: v.literal('closed') }),
  v.variant('ask', [
    v.object({ ...ofKeychain, ask: v.literal('here') }),
    v.object({ ...ofKeychain, ask: v.literal('seal'), secret: v.string() }),
    v.object({ ...ofKeychain, ask: v.literal('open'), sealed: v.string() }),
  ]),
  v.object({ kind: v.literal('renewed'), copiesLeft: v.nullable(v.number()) }),
])

/**
 * How long a vault that was told to end may take to close its file; its key is overwritten first. One that is killed
 * on a slow disk costs a trial on a copy at the next opening, which takes longer still.
 */
const patienceMs = 5000
/** How many vaults in a row may end before their first word; one more would not speak either. */
const mostSilent = 3

/** `start`: what the next vault is told of the journal's place. `failed` hears that no vault can be had. */
export function createVaultHost(
  windows: Windows,
  start: () => VaultStart,
  failed: (error: Error) => void,
): VaultHost {
  const listeners: ((news: VaultNews) => void)[] = []
  const goneHearers: Parameters<VaultHost['onGone']>[0][] = []
  const first = Promise.withResolvers<void>()
  const ended = new Set<UtilityProcess>()
  /** Were told to end, and are still closing the journal. */
  const closing = new Map<UtilityProcess, Promise<void>>()
  let state: JournalState = 'locked'
  /** A journal was seen since Lull began: where the next vault finds none, its place is gone. */
  let isHere = false
  let ending = false
  let silent = 0
  /** What the policy remembers, carried from one vault to the next; main never looks into it. */
  let prompts: { kept: unknown; at: number } | null = null
  /** What every vault is told from its beginning. */
  let reminders: ShellNews | null = null
  let vault = fork()

  function fork(): UtilityProcess {
    const child = utilityProcess.fork(
      join(import.meta.dirname, 'vault.js'),
      [JSON.stringify({ ...start(), wasHere: isHere, isClosing: closing.size > 0 })],
      { serviceName: vaultName },
    )
    child.on('message', (message: unknown) => {
      const parsed = v.safeParse(news, message)
      if (!parsed.success || child !== vault) return
      silent = 0
      if (parsed.output.kind === 'prompts')
        prompts = { kept: parsed.output.kept, at: performance.now() }
      if (parsed.output.kind === 'journal') {
        state = parsed.output.state
        isHere = state !== 'absent'
      }
      if (parsed.output.kind === 'wiped') isHere = false
      first.resolve()
      for (const heard of listeners) heard(parsed.output)
    })
    // An `exit` follows; without a listener an error would be thrown in main.
    child.on('error', () => {})
    child.on('exit', () => {
      ended.add(child)
      if (ending || child !== vault) return
      if (++silent > mostSilent) return failed(new Error('the vault ended before it could begin'))
      // One that ended by itself is a lock too: what it knew is gone, the next one knows nothing.
      const wasOpen = state === 'open'
      const seen = windows.names().filter((name) => windows.get(name)?.isVisible() === true)
      const focused = seen.filter((name) => windows.get(name)?.isFocused() === true)
      windows.closeKnowing()
      const stays = windows.names()
      const isGone = (name: WindowName) => !stays.includes(name)
      replace()
      const were = { windows: seen.filter(isGone), wasFocused: focused.some(isGone), wasOpen }
      for (const heard of goneHearers) heard(were)
    })
    return child
  }

  function replace() {
    if (state === 'open') state = 'locked'
    vault = fork()
    if (prompts)
      vault.postMessage({
        kind: 'prompts',
        kept: prompts.kept,
        ageMs: performance.now() - prompts.at,
      })
    if (reminders) vault.postMessage(reminders)
    windows.each(attach)
    for (const heard of listeners) heard({ kind: 'journal', state })
  }

  /** Rights go with the window's name, so whatever else it came to show gets no port. */
  function attach(name: WindowName, window: BrowserWindow) {
    if (!isOurs(window.webContents.mainFrame.url)) return
    const { port1, port2 } = new MessageChannelMain()
    vault.postMessage({ kind: 'window', name }, [port1])
    window.webContents.postMessage('vault', null, [port2])
  }

  function finish(child: UtilityProcess): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    if (ended.has(child)) return Promise.resolve()
    const late = setTimeout(() => child.kill(), patienceMs)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    child.postMessage({ kind: 'end' })
    return promise
  }

  /** With the last one of them gone, the journal is the vault's that there is now. */
  async function leave(before: UtilityProcess) {
    await finish(before)
    closing.delete(before)
    if (closing.size === 0) vault.postMessage({ kind: 'alone' })
  }

  windows.onLoaded(attach)

  return {
    tell(message) {
      if (message.kind === 'reminders') reminders = message
      vault.postMessage(message)
    },
    onNews: (heard) => void listeners.push(heard),
    onGone: (run) => void goneHearers.push(run),
    journalState: () => state,
    restart(next) {
      if (next?.elsewhere) isHere = false
      const before = vault
      closing.set(before, leave(before))
      replace()
    },
    async end() {
      ending = true
      await Promise.all([...closing.values(), finish(vault)])
    },
    ready: first.promise,
  }
}

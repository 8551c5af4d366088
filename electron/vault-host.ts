import {
  MessageChannelMain,
  utilityProcess,
  type BrowserWindow,
  type UtilityProcess,
} from 'electron'
import { join } from 'node:path'
import * as v from 'valibot'
import type { WindowName } from '../src/contract.ts'
import { fits, type JournalState, type ShellNews, type VaultNews } from '../src/ports.ts'
import { journalFolder } from './paths.ts'
import type { Windows } from './windows.ts'

/** Main's side of the vault: it hands out ports and hears a few words of state, and no others. */
export interface VaultHost {
  tell(news: ShellNews): void
  onNews(heard: (news: VaultNews) => void): void
  journalState(): JournalState
  /** Ends the vault, keys and words with it, and starts one that knows nothing. */
  restart(): void
  /** Ends the vault for good. */
  end(): Promise<void>
  /** Resolves once the vault has said how the journal stands. */
  ready: Promise<void>
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
  v.object({ kind: v.literal('closed') }),
  v.variant('ask', [
    v.object({ ...ofKeychain, ask: v.literal('here') }),
    v.object({ ...ofKeychain, ask: v.literal('seal'), secret: v.string() }),
    v.object({ ...ofKeychain, ask: v.literal('open'), sealed: v.string() }),
  ]),
  v.object({ kind: v.literal('renewed'), copiesLeft: v.nullable(v.number()) }),
])

/** How long a vault that was told to end may take to close its file. */
const patienceMs = 1000
/** How many vaults in a row may end before their first word; one more would not speak either. */
const mostSilent = 3

/** `failed` hears that no vault can be had. */
export function createVaultHost(windows: Windows, failed: (error: Error) => void): VaultHost {
  const listeners: ((news: VaultNews) => void)[] = []
  const first = Promise.withResolvers<void>()
  const ended = new Set<UtilityProcess>()
  let state: JournalState = 'locked'
  let ending = false
  let silent = 0
  /** What the policy remembers, carried from one vault to the next; main never looks into it. */
  let prompts: { kept: unknown; at: number } | null = null
  /** What every vault is told from its beginning. */
  let reminders: ShellNews | null = null
  let vault = fork()

  function fork(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, 'vault.js'), [journalFolder()], {
      serviceName: 'Lull vault',
    })
    child.on('message', (message: unknown) => {
      const parsed = v.safeParse(news, message)
      if (!parsed.success || child !== vault) return
      silent = 0
      if (parsed.output.kind === 'prompts')
        prompts = { kept: parsed.output.kept, at: performance.now() }
      if (parsed.output.kind === 'journal') state = parsed.output.state
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
      windows.closeKnowing()
      replace()
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

  function attach(name: WindowName, window: BrowserWindow) {
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

  windows.onLoaded(attach)

  return {
    tell(message) {
      if (message.kind === 'reminders') reminders = message
      vault.postMessage(message)
    },
    onNews: (heard) => void listeners.push(heard),
    journalState: () => state,
    restart() {
      const before = vault
      replace()
      void finish(before)
    },
    end() {
      ending = true
      return finish(vault)
    },
    ready: first.promise,
  }
}

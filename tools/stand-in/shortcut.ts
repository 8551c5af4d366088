import { onlyAfterReady } from './phase.ts'
import { refuse } from './strict.ts'

const held = new Map<string, () => void>()
/** Accelerators that other programs hold; a test may name some. */
const foreign = new Set(
  (process.env['LULL_TAKEN_SHORTCUTS'] ?? '').split(',').filter(Boolean).map(normal),
)

let suspended = false

export const globalShortcut = {
  register(accelerator: string, callback: () => void): boolean {
    onlyAfterReady('globalShortcut.register')
    // Electron only answers false, which reads as keys that another program holds.
    if (suspended) refuse('globalShortcut.register fails while shortcuts are suspended')
    const key = normal(accelerator)
    if (held.has(key) || foreign.has(key)) return false
    held.set(key, callback)
    return true
  },
  unregister(accelerator: string): void {
    held.delete(normal(accelerator))
  },
  unregisterAll(): void {
    held.clear()
  },
  setSuspended(now: boolean): void {
    onlyAfterReady('globalShortcut.setSuspended')
    suspended = now
  },
  isSuspended: (): boolean => suspended,
  isRegistered: (accelerator: string): boolean => held.has(normal(accelerator)),
}

/** The stand-in's own: somebody presses it, in whatever program. Suspended, it stays with that one. */
export function pressShortcut(accelerator: string): void {
  const run = held.get(normal(accelerator))
  if (!run)
    refuse(`nothing is registered for "${accelerator}"; there is: ${[...held.keys()].join(', ')}`)
  if (!suspended) run()
}

/** One spelling for one combination of keys, whatever its case and order. */
function normal(accelerator: string): string {
  const command = process.platform === 'darwin' ? 'cmd' : 'ctrl'
  const names: Record<string, string> = {
    commandorcontrol: command,
    cmdorctrl: command,
    control: 'ctrl',
    command: 'cmd',
    option: 'alt',
    super: 'meta',
  }
  const parts = accelerator
    .toLowerCase()
    .split('+')
    .map((part) => names[part] ?? part)
  const key = parts.pop() ?? ''
  return [...parts.sort(), key].join('+')
}

import type { Clock, Files } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { isRead, type FilePurpose } from '../file-purposes.ts'

/** A place that the agent chose in the system's own dialog, as the shell hands it on. */
export interface Grant {
  grant: string
  purpose: FilePurpose
  /** The window that asked: no other may use it. */
  window: string
  path: string
}

export interface Grants {
  give(grant: Grant): void
  /** What writes to the chosen place: once, by the window that asked, within a minute, for its purpose. */
  take(grant: string, purpose: FilePurpose, window: string): (content: string | Uint8Array) => void
  /** The same for a file that is to be read: gives what stands in it; null where that is more than `mostBytes`. */
  read(grant: string, purpose: FilePurpose, window: string, mostBytes: number): Uint8Array | null
}

/** How long a chosen place may be written to. */
export const grantMs = 60_000

interface Held extends Grant {
  at: number
  /** From here on held to the folder as it was when it was chosen. */
  write: ((content: string | Uint8Array) => void) | null
  read: ((mostBytes: number) => Uint8Array | null) | null
}

/** Only what was granted is written to or read; a page neither names a path nor ever sees one. */
export function createGrants(files: Files, clock: Pick<Clock, 'elapsed'>): Grants {
  const held = new Map<string, Held>()

  function used(id: string, purpose: FilePurpose, window: string): Held {
    const found = held.get(id)
    // Also one that is used wrongly is used up.
    held.delete(id)
    const fits =
      found !== undefined &&
      found.purpose === purpose &&
      found.window === window &&
      clock.elapsed() - found.at < grantMs
    if (!fits) throw noGrant()
    return found
  }

  return {
    give(grant) {
      const { path, purpose } = grant
      held.set(grant.grant, {
        ...grant,
        at: clock.elapsed(),
        write: isRead(purpose) ? null : files.choose(path),
        read: isRead(purpose) ? files.open(path) : null,
      })
    },
    take(id, purpose, window) {
      const { write } = used(id, purpose, window)
      if (!write) throw noGrant()
      return write
    },
    read(id, purpose, window, mostBytes) {
      const { read } = used(id, purpose, window)
      if (!read) throw noGrant()
      return read(mostBytes)
    },
  }
}

const noGrant = () => new Refusal('no-grant', 'No place was chosen for this.')

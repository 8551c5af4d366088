import type { Clock, Files } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { FilePurpose } from '../file-purposes.ts'

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
}

/** How long a chosen place may be written to. */
export const grantMs = 60_000

interface Held extends Grant {
  at: number
  write: (content: string | Uint8Array) => void
}

/** Only what was granted is written to; a page neither names a path nor ever sees one. */
export function createGrants(files: Files, clock: Pick<Clock, 'elapsed'>): Grants {
  const held = new Map<string, Held>()
  return {
    give(grant) {
      held.set(grant.grant, { ...grant, at: clock.elapsed(), write: files.choose(grant.path) })
    },
    take(id, purpose, window) {
      const found = held.get(id)
      // Also one that is used wrongly is used up.
      held.delete(id)
      const fits =
        found !== undefined &&
        found.purpose === purpose &&
        found.window === window &&
        clock.elapsed() - found.at < grantMs
      if (!fits) throw new Refusal('no-grant', 'No place to write to was chosen for this.')
      return found.write
    },
  }
}

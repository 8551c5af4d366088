/**
 * What a folder lies on. `removable`: a stick, or what else is pulled out; `network`: another computer's
 * disk, also where that is this computer's own host; `unknown`: nothing here says so.
 */
export type Ground = 'disk' | 'removable' | 'network' | 'unknown'

export const syncServices = [
  'OneDrive',
  'Dropbox',
  'iCloud',
  'Google Drive',
  'Nextcloud',
  'Syncthing',
  'Box',
  'Proton Drive',
  'another',
] as const
/** Who copies a folder to other computers. `another`: a service whose name isn't known. */
export type SyncService = (typeof syncServices)[number]

export interface Place {
  ground: Ground
  /** Null: none that is known here. */
  sync: SyncService | null
  /** Windows copies it to a server when somebody logs out. */
  roams: boolean
}

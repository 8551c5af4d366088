/**
 * Why a copy of the journal was made: each day; before a new version, before something is brought in, before an
 * older copy takes its place; `unclean`: Lull had been cut off; `elsewhere`: another computer had it open;
 * `damaged`: as it was found.
 */
export const copyKinds = [
  'daily',
  'migration',
  'import',
  'restore',
  'unclean',
  'elsewhere',
  'damaged',
] as const
export type CopyKind = (typeof copyKinds)[number]

/**
 * Whether a copy can be opened, by its first page: under another key or the passphrase of then; damaged; or nobody
 * can say while the journal is locked.
 */
export type CopyOpens = 'yes' | 'other-key' | 'damaged' | 'unknown'

/** A copy's name: its folder's, by the time it was made. */
export const isCopyName = (name: string): boolean => partsOf(name) !== null

/** When and for which reason a copy was made; null where that is no copy's name. */
export function partsOf(name: string): { at: number; kind: CopyKind } | null {
  const [, day, hour, minute, second, ms, last] = pattern.exec(name) ?? []
  const kind = copyKinds.find((each) => each === last)
  const at = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`)
  return kind && Number.isFinite(at) ? { at, kind } : null
}

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z]+)$/

/** What a file is written or read for, each by one method of the vault's door; and how its name ends. */
export const filePurposes = [
  'incident',
  'sheet',
  'json',
  'csv',
  'markdown',
  'report',
  'encrypted',
  'import',
] as const
export type FilePurpose = (typeof filePurposes)[number]

export const endings: Record<FilePurpose, string> = {
  incident: 'txt',
  sheet: 'pdf',
  json: 'json',
  csv: 'csv',
  markdown: 'md',
  report: 'txt',
  encrypted: 'lull',
  import: 'json',
}

/** Those that are there already, and are read. */
export const isRead = (purpose: FilePurpose): boolean => purpose === 'import'

/**
 * A name that a page may suggest: small letters, digits and dashes, so that it can neither lead to
 * another folder nor carry words of the agent's to where main and the dialog see them.
 */
export const isFileName = (name: string, purpose: FilePurpose): boolean => {
  const [stem = '', ending, ...more] = name.split('.')
  return /^[a-z][a-z0-9-]{0,59}$/.test(stem) && ending === endings[purpose] && more.length === 0
}

import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { isAbsolute } from 'node:path'
import { onlyAfterReady } from './phase.ts'
import { refuse } from './strict.ts'
import type { BrowserWindow } from './windows.ts'

/** Answers that a test has laid ready, oldest first; a dialog without one would wait for ever. */
const answers: unknown[] = []
const opened: string[] = []

export const queueAnswer = (answer: unknown): void => void answers.push(answer)
/** What was handed to the system: addresses to open, error boxes, dialogs that ask where to save. */
export const openedOutside = (): string[] => [...opened]

const next = (dialog: string): object => {
  const answer = answers.shift()
  return typeof answer === 'object' && answer !== null
    ? answer
    : refuse(`${dialog}: no answer was laid ready`)
}

export const dialog = {
  showErrorBox(title: string, content: string): void {
    opened.push(`error: ${title}: ${content}`)
    process.stderr.write(`${title}: ${content}\n`)
  },
  showMessageBox: async (..._args: unknown[]) => ({
    response: 0,
    checkboxChecked: false,
    ...next('showMessageBox'),
  }),
  showOpenDialog,
  showSaveDialog,
}

/** As `showSaveDialog`. */
function showOpenDialog(
  ...args: [OpenDialogOptions] | [BrowserWindow, OpenDialogOptions]
): Promise<{ canceled: boolean; filePaths: string[] }> {
  const options = optionsOf('showOpenDialog', args)
  checkOptions('showOpenDialog', options, openOptions, openProperties)
  opened.push(`open: ${(options.properties ?? []).join(', ')}`)
  return chosenPaths()
}

async function chosenPaths() {
  const answer = { canceled: false, filePaths: [''], ...next('showOpenDialog') }
  if (answer.canceled) return { canceled: true, filePaths: [] }
  const wrong = answer.filePaths.find((path) => !isAbsolute(path))
  if (wrong !== undefined) refuse(`showOpenDialog: "${wrong}" is no path that a dialog gives`)
  return answer
}

/** Wrong ones throw at once, as Electron's do; the promise is the dialog alone. */
function showSaveDialog(
  ...args: [SaveDialogOptions] | [BrowserWindow, SaveDialogOptions]
): Promise<{ canceled: boolean; filePath: string }> {
  const options = optionsOf('showSaveDialog', args)
  checkOptions('showSaveDialog', options, saveOptions, saveProperties)
  opened.push(`save: ${options.defaultPath ?? ''} (${(options.properties ?? []).join(', ')})`)
  return chosen()
}

function optionsOf<Options extends object>(
  dialog: string,
  args: [Options] | [BrowserWindow, Options],
): Options {
  onlyAfterReady('dialog')
  const [window, options] = args.length === 2 ? args : [null, args[0]]
  if (window?.isDestroyed() === true) throw new TypeError('Object has been destroyed')
  if (typeof options !== 'object' || options === null)
    refuse(`${dialog} takes its options, after the window that it belongs to`)
  return options
}

async function chosen() {
  const { canceled, filePath } = { canceled: false, filePath: '', ...next('showSaveDialog') }
  // What the system's dialog gives: a whole path, or nothing when it was closed.
  if (canceled) return { canceled, filePath: '' }
  if (!isAbsolute(filePath)) refuse(`showSaveDialog: "${filePath}" is no path that a dialog gives`)
  return { canceled, filePath }
}

const saveOptions = [
  'title',
  'defaultPath',
  'buttonLabel',
  'filters',
  'message',
  'nameFieldLabel',
  'showsTagField',
  'properties',
  'securityScopedBookmarks',
]
const openOptions = [
  'title',
  'defaultPath',
  'buttonLabel',
  'filters',
  'properties',
  'message',
  'securityScopedBookmarks',
]
const openProperties: string[] = [
  'openFile',
  'openDirectory',
  'multiSelections',
  'showHiddenFiles',
  'createDirectory',
  'promptToCreate',
  'noResolveAliases',
  'treatPackageAsDirectory',
  'dontAddToRecent',
]
const saveProperties: string[] = [
  'showHiddenFiles',
  'createDirectory',
  'treatPackageAsDirectory',
  'showOverwriteConfirmation',
  'dontAddToRecent',
]

/** Electron passes over a name that it doesn't know, so that a slip of the pen protects nobody. */
function checkOptions(
  dialog: string,
  options: OpenDialogOptions | SaveDialogOptions,
  names: readonly string[],
  properties: readonly string[],
): void {
  for (const name of Object.keys(options))
    if (!names.includes(name)) refuse(`${dialog} has no option "${name}"`)
  for (const name of options.properties ?? [])
    if (!properties.includes(name)) refuse(`${dialog} has no property "${name}"`)
  for (const { extensions } of options.filters ?? [])
    for (const extension of extensions)
      if (extension !== '*' && !/^[A-Za-z0-9]+$/.test(extension))
        refuse(`a filter's extension has neither dot nor wildcard: "${extension}"`)
}

/** Recorded, never done. */
export const shell = {
  async openExternal(url: string): Promise<void> {
    opened.push(url)
  },
  showItemInFolder(path: string): void {
    opened.push(path)
  },
}

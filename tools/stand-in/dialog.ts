import { refuse } from './strict.ts'

/** Answers that a test has laid ready, oldest first; a dialog without one would wait for ever. */
const answers: unknown[] = []
const opened: string[] = []

export const queueAnswer = (answer: unknown): void => void answers.push(answer)
/** What was handed to the system: addresses to open, error boxes. */
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
  showOpenDialog: async (..._args: unknown[]) => ({
    canceled: false,
    filePaths: [''],
    ...next('showOpenDialog'),
  }),
  showSaveDialog: async (..._args: unknown[]) => ({
    canceled: false,
    filePath: '',
    ...next('showSaveDialog'),
  }),
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

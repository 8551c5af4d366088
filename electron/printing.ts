import type { WindowName } from '../src/contract.ts'
import type { Paper } from '../src/review/kinds.ts'
import type { Windows } from './windows.ts'

export interface PrintingRoom {
  /** What this window shows, as on paper: a PDF in base64. Throws where the window has gone meanwhile. */
  pdf(paper: Paper, of: WindowName): Promise<{ pdf: string }>
}

/** In inches, as Electron wants them: about 16 mm. */
const margin = 0.63

/**
 * Chromium hands a PDF to main and to nobody else (`printToPDF`), so this is the one place where main
 * holds what the agent wrote: for the moment in which it passes it on to the page that asked, which
 * shows it already. It goes into no log, no file and no variable that stays; only the vault writes it,
 * where the agent chose. The bytes are overwritten; the text that was answered is free memory then, until
 * it is used for something else.
 */
export function createPrinting(windows: Pick<Windows, 'get'>): PrintingRoom {
  return {
    async pdf(paper, of) {
      const window = windows.get(of)
      if (!window || window.isDestroyed()) throw new Error('there is no such window')
      const bytes = await window.webContents.printToPDF({
        pageSize: paper,
        margins: { top: margin, bottom: margin, left: margin, right: margin },
        printBackground: false,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
      })
      const pdf = bytes.toString('base64')
      bytes.fill(0)
      return { pdf }
    },
  }
}

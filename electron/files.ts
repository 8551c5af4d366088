import { t } from '@lingui/core/macro'
import {
  dialog,
  type BrowserWindow,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { randomUUID } from 'node:crypto'
import type { FilePurpose, WindowName } from '../src/contract.ts'
import { endings, isRead } from '../src/file-purposes.ts'
import { inFrontOf } from './in-front-of.ts'
import type { VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

export interface FilesRoom {
  /**
   * Asks where to write something, or which file to read, and hands the place to the vault. The window gets a grant, which
   * the vault takes from it once; null where nothing was chosen, or nobody is there any more to use it.
   */
  ask(
    asked: { purpose: FilePurpose; name: string },
    from: WindowName,
  ): Promise<{ grant: string | null }>
}

const none = { grant: null }

/** The system's own dialogs for files. Main sees the place and never a word of what is written there. */
export function createFiles(
  windows: Pick<Windows, 'get'>,
  vault: Pick<VaultHost, 'tell' | 'onNews'>,
): FilesRoom {
  /** Grants on their way to the vault: a page that used one before it had come would be refused. */
  const coming = new Map<string, () => void>()
  let asking = false

  vault.onNews((news) => {
    // Another vault knows nothing of the grants that were on their way to the one before.
    if (news.kind === 'journal') {
      for (const settle of coming.values()) settle()
      coming.clear()
    }
    if (news.kind !== 'file') return
    coming.get(news.grant)?.()
    coming.delete(news.grant)
  })

  return {
    async ask({ purpose, name }, from) {
      const window = windows.get(from)
      if (!window || asking) return none
      asking = true
      try {
        const path = await (isRead(purpose)
          ? toOpen(window, purpose)
          : toSave(window, purpose, name))
        // Locked meanwhile: that vault is gone, and so is what the window knew.
        if (path === '' || window.isDestroyed()) return none
        const grant = randomUUID()
        const { promise, resolve } = Promise.withResolvers<void>()
        coming.set(grant, resolve)
        vault.tell({ kind: 'file', grant, purpose, window: from, path })
        await promise
        return { grant }
      } finally {
        asking = false
      }
    },
  }
}

/** Nobody else reads in a list of recent files that there is one. Empty where nothing was chosen. */
async function toSave(window: BrowserWindow, purpose: FilePurpose, name: string): Promise<string> {
  const options: SaveDialogOptions = {
    title: 'Lull',
    defaultPath: name,
    filters: [filterFor(purpose)],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
  }
  const answer = await inFrontOf(window, dialog.showSaveDialog(window, options))
  return answer === null || answer.canceled ? '' : answer.filePath
}

async function toOpen(window: BrowserWindow, purpose: FilePurpose): Promise<string> {
  const options: OpenDialogOptions = {
    title: 'Lull',
    filters: [filterFor(purpose)],
    properties: ['dontAddToRecent', 'openFile'],
  }
  const answer = await inFrontOf(window, dialog.showOpenDialog(window, options))
  return answer === null || answer.canceled ? '' : (answer.filePaths[0] ?? '')
}

const filterFor = (purpose: FilePurpose) => ({
  name: {
    incident: t`Text`,
    report: t`Text`,
    sheet: 'PDF',
    json: 'JSON',
    csv: 'CSV',
    markdown: 'Markdown',
    encrypted: 'Lull',
    import: 'JSON, Lull',
  }[purpose],
  extensions: purpose === 'import' ? [endings.json, endings.encrypted] : [endings[purpose]],
})

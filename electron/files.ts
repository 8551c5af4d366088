import { t } from '@lingui/core/macro'
import { dialog } from 'electron'
import { randomUUID } from 'node:crypto'
import type { FilePurpose, WindowName } from '../src/contract.ts'
import { endings } from '../src/file-purposes.ts'
import type { VaultHost } from './vault-host.ts'
import type { Windows } from './windows.ts'

export interface FilesRoom {
  /**
   * Asks where to write something, and hands the place to the vault. The window gets a grant, which
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
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          title: 'Lull',
          defaultPath: name,
          filters: [
            { name: purpose === 'sheet' ? 'PDF' : t`Text`, extensions: [endings[purpose]] },
          ],
          // Nobody else reads in a list of recent files that there is one.
          properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
        })
        // Locked meanwhile: that vault is gone, and so is what the window knew.
        if (canceled || filePath === '' || window.isDestroyed()) return none
        const grant = randomUUID()
        const { promise, resolve } = Promise.withResolvers<void>()
        coming.set(grant, resolve)
        vault.tell({ kind: 'file', grant, purpose, window: from, path: filePath })
        await promise
        return { grant }
      } finally {
        asking = false
      }
    },
  }
}

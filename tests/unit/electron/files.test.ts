import { i18n } from '@lingui/core'
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShellNews, VaultNews } from '../../../src/ports.ts'

interface Chosen {
  canceled: boolean
  filePath: string
}
const showSaveDialog = vi.fn<(window: unknown, options: object) => Promise<Chosen>>()
const showOpenDialog =
  vi.fn<(window: unknown, options: object) => Promise<{ canceled: boolean; filePaths: string[] }>>()
vi.mock('electron', () => ({ dialog: { showSaveDialog, showOpenDialog } }))
const { createFiles } = await import('../../../electron/files.ts')

const asked = { purpose: 'incident', name: 'note-2026-11-26.txt' } as const
const chosen = { canceled: false, filePath: '/home/ana/note.txt' }

i18n.loadAndActivate({ locale: 'en', messages: {} })
beforeEach(() => void showSaveDialog.mockReset())

/** Main's side, with a window and a vault that answers when the test lets it. */
function shell() {
  const told: ShellNews[] = []
  let hear: (news: VaultNews) => void = () => {}
  const window = Object.assign(new EventEmitter(), {
    gone: false,
    isDestroyed: () => window.gone,
  })
  // The room asks a window only whether it is still there, and hears that it goes.
  const files: ReturnType<typeof createFiles> = Reflect.apply(createFiles, null, [
    { get: (name: string) => (name === 'main' ? window : null) },
    {
      tell: (news: ShellNews) => void told.push(news),
      onNews: (heard: typeof hear) => void (hear = heard),
    },
  ])
  const grantTold = () => {
    const last = told.at(-1)
    if (last?.kind !== 'file') throw new Error('no grant was told')
    return last
  }
  return { told, window, files, grantTold, hear: (news: VaultNews) => hear(news) }
}

describe('asking where to save', () => {
  it('is the system’s own dialog, which tells no list of recent files', async () => {
    const { files, hear, grantTold, told } = shell()
    showSaveDialog.mockResolvedValue(chosen)
    const asking = files.ask(asked, 'main')
    await vi.waitFor(() => expect(told).toHaveLength(1))
    const { grant, ...rest } = grantTold()
    expect(rest).toEqual({
      kind: 'file',
      purpose: 'incident',
      window: 'main',
      path: '/home/ana/note.txt',
    })
    hear({ kind: 'file', grant })
    expect(await asking).toEqual({ grant })
    expect(showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
      title: 'Lull',
      defaultPath: 'note-2026-11-26.txt',
      properties: expect.arrayContaining(['dontAddToRecent', 'showOverwriteConfirmation']),
    })
  })

  it('opens one file to be read, by a dialog of its own', async () => {
    const { files, hear, grantTold, told } = shell()
    showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/home/ana/mine.json'] })
    const asking = files.ask({ purpose: 'import', name: 'journal.json' }, 'main')
    await vi.waitFor(() => expect(told).toHaveLength(1))
    const { grant, ...rest } = grantTold()
    expect(rest).toMatchObject({ purpose: 'import', path: '/home/ana/mine.json' })
    hear({ kind: 'file', grant })
    expect(await asking).toEqual({ grant })
    expect(showOpenDialog.mock.calls[0]?.[1]).toMatchObject({
      properties: ['dontAddToRecent', 'openFile'],
      filters: [{ extensions: ['json', 'lull'] }],
    })
    showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] })
    expect(await files.ask({ purpose: 'import', name: 'journal.json' }, 'main')).toEqual({
      grant: null,
    })
  })

  it('is over with the window, though its dialog never says so, and can be asked anew', async () => {
    const { files, window, told } = shell()
    showSaveDialog.mockReturnValue(Promise.race([]))
    const asking = files.ask(asked, 'main')
    window.gone = true
    window.emit('closed')
    expect(await asking).toEqual({ grant: null })
    window.gone = false
    showSaveDialog.mockResolvedValue({ ...chosen, canceled: true })
    expect(await files.ask(asked, 'main')).toEqual({ grant: null })
    expect(showSaveDialog).toHaveBeenCalledTimes(2)
    expect([told, window.listenerCount('closed')]).toEqual([[], 0])
  })

  it('waits until the vault has the grant, so that the page’s next word can’t overtake it', async () => {
    const { files, hear, grantTold, told } = shell()
    showSaveDialog.mockResolvedValue(chosen)
    let answered = false
    const asking = files.ask(asked, 'main').then(() => (answered = true))
    await vi.waitFor(() => expect(told).toHaveLength(1))
    hear({ kind: 'file', grant: 'another' })
    await Promise.resolve()
    expect(answered).toBe(false)
    hear({ kind: 'file', grant: grantTold().grant })
    await asking
  })

  it.each<[string, Chosen]>([
    ['closes it', { canceled: true, filePath: '' }],
    ['chooses nothing', { canceled: false, filePath: '' }],
  ])('gives nothing where the agent %s', async (_what, answer) => {
    const { files, told } = shell()
    showSaveDialog.mockResolvedValue(answer)
    expect(await files.ask(asked, 'main')).toEqual({ grant: null })
    expect(told).toEqual([])
  })

  it('gives nothing to a window that was locked away meanwhile', async () => {
    const { files, told, window } = shell()
    const { promise, resolve } = Promise.withResolvers<Chosen>()
    showSaveDialog.mockReturnValue(promise)
    const asking = files.ask(asked, 'main')
    window.gone = true
    resolve(chosen)
    expect(await asking).toEqual({ grant: null })
    expect(told).toEqual([])
  })

  it('asks one thing at a time, and again after a dialog that failed', async () => {
    const { files } = shell()
    const { promise, reject } = Promise.withResolvers<Chosen>()
    showSaveDialog.mockReturnValue(promise)
    const first = files.ask(asked, 'main')
    expect(await files.ask(asked, 'main')).toEqual({ grant: null })
    expect(showSaveDialog).toHaveBeenCalledTimes(1)
    reject(new Error('no portal'))
    await expect(first).rejects.toThrow('no portal')
    showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    expect(await files.ask(asked, 'main')).toEqual({ grant: null })
    expect(showSaveDialog).toHaveBeenCalledTimes(2)
  })

  it('has nobody to ask for a window that isn’t there', async () => {
    const { files } = shell()
    expect(await files.ask(asked, 'pause')).toEqual({ grant: null })
    expect(showSaveDialog).not.toHaveBeenCalled()
  })
})

import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Moved } from '../../../src/contract.ts'
import type { ShellNews, VaultNews } from '../../../src/ports.ts'
import { tempFolder } from '../store/folders.ts'

const showOpenDialog = vi.fn<() => Promise<{ canceled: boolean; filePaths: string[] }>>()
vi.mock('electron', () => ({ app: { getPath: () => '' }, dialog: { showOpenDialog }, shell: {} }))
const { createMoving } = await import('../../../electron/moving.ts')

/** A move to a chosen folder, whose copy came to `problem`, and whose place then said `became`. */
async function moved(problem: 'disk-full' | null, became: () => Promise<boolean>) {
  const folder = join(tempFolder(), 'journal')
  mkdirSync(folder)
  const told: ShellNews[] = []
  const called: string[] = []
  const said = Promise.withResolvers<Moved>()
  let hear: (news: VaultNews) => void = () => {}
  const room = createMoving(
    // The room asks a window only whether it is still there, and hears that it goes.
    { get: () => Object.assign(Object.create(new EventEmitter()), { isDestroyed: () => false }) },
    {
      tell: (news) => void told.push(news),
      onNews: (heard) => void (hear = heard),
      journalState: () => 'open',
      restart() {},
    },
    { moved: (news) => said.resolve(news) },
    {
      folder: () => folder,
      isUsual: () => true,
      start: () => ({ folder, own: folder, isStick: false, isPlaced: false, computerId: null }),
      copying: () => void called.push('copying'),
      copied: became,
      notCopied: () => void called.push('notCopied'),
      found: () => Promise.resolve(),
      wiped() {},
      forgotten: () => Promise.resolve(),
    },
  )
  showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [tempFolder()] })
  const asked = await room.ask('chosen', 'main')
  room.move(asked?.id ?? '')
  hear({ kind: 'copied', problem })
  const { problem: saidProblem, folder: saidFolder } = await said.promise
  expect(saidFolder).toBe(folder)
  expect(told).toMatchObject([{ kind: 'copy' }])
  return { problem: saidProblem, called }
}

describe('a move', () => {
  it('is told as one where the copy took its name, and as a problem where it did not', async () => {
    expect(await moved(null, () => Promise.resolve(true))).toEqual({
      problem: null,
      called: ['copying'],
    })
    expect(await moved(null, () => Promise.resolve(false))).toMatchObject({ problem: 'busy' })
    expect(await moved(null, () => Promise.reject(new Error('EIO')))).toMatchObject({
      problem: 'read-only',
    })
    expect(await moved('disk-full', () => Promise.resolve(true))).toEqual({
      problem: 'disk-full',
      called: ['copying', 'notCopied'],
    })
  })
})

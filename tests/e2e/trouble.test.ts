import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { noStrace } from '../faults/strace.ts'
import { journalIn } from '../unit/store/journal-in.ts'
import {
  beginJournal,
  choosePassphrase,
  firstNoteBeingWritten,
  gone,
  passphrase,
  seen,
  unlock,
  words,
} from './agent.ts'

const clock = '2026-11-22T14:00:00Z'
let lull: Lull
let full: ChildProcess | null = null
afterEach(async () => {
  full?.kill()
  full = null
  await lull?.kill()
})

/** A journal with a check-in in it, closed; `change` gets its folder. Then Lull begins again. */
async function foundWith(change: (folder: string) => unknown): Promise<string> {
  lull = await launch({ clock })
  const { profile } = lull
  await beginJournal(lull)
  await lull.quit()
  const folder = join(profile, 'journal')
  await change(folder)
  lull = await launch({ profile, clock })
  return folder
}

async function tryToOpen(): Promise<Page> {
  const page = await lull.window('unlock')
  await page.getByLabel('Passphrase').waitFor()
  await seen(() => lull.focus()).toBe('unlock')
  await lull.type(passphrase)
  await lull.press('Enter')
  return page
}

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true })
  for (let times = 0; times < 12; times++) {
    if (await button.evaluate((element) => element === document.activeElement)) return
    await lull.press('Tab')
  }
  throw new Error(`no way to "${name}" by keyboard`)
}

/** Words typed into a first note, one step before they are saved. */
async function aNoteBeingWritten(text: string): Promise<Page> {
  lull = await launch({ clock })
  await beginJournal(lull)
  await lull.secondProcess(['--note'])
  return firstNoteBeingWritten(lull, text)
}

async function savedAfterAll(note: Page) {
  await lull.press('Enter')
  await note.getByText('It’s kept. And from here?').waitFor()
  await lull.press('Enter')
  await gone(lull, 'note')
}

describe('a damaged journal', () => {
  it('is said to be so, kept, shown, and left beside another one, all by keyboard', async () => {
    let damaged = Buffer.alloc(0)
    const folder = await foundWith((at) => {
      damaged = readFileSync(join(at, 'journal.db'))
      damaged.fill(7, 5000, 6000)
      writeFileSync(join(at, 'journal.db'), damaged)
    })
    const page = await tryToOpen()
    await page.getByText('Your journal is damaged and can’t be opened.').waitFor()
    expect(await words(page)).toMatch(
      /it is also kept beside the copies, in the folder \S+-damaged\./,
    )
    expect(readFileSync(join(folder, 'journal.db'))).toEqual(damaged)

    await tabTo(page, 'Show its folder')
    await lull.press('Enter')
    await seen(() => lull.opened()).toContain(folder)
    await tabTo(page, 'Begin another journal')
    await lull.press('Enter')
    await page.getByRole('heading', { name: 'Another journal, beside this one' }).waitFor()
    await lull.press('Escape')
    await page.getByRole('heading', { name: 'Unlock your journal' }).waitFor()

    // What was found is still said, and the ways out of it are still there.
    await page.getByText('Your journal is damaged and can’t be opened.').waitFor()
    await tabTo(page, 'Open a copy')
    await lull.press('Enter')
    await page.getByRole('heading', { name: 'Open a copy' }).waitFor()
    await lull.press('Escape')
    await page.getByRole('heading', { name: 'Unlock your journal' }).waitFor()
    await tabTo(page, 'Begin another journal')
    await lull.press('Enter')
    await page.getByRole('heading', { name: 'Another journal, beside this one' }).waitFor()
    await tabTo(page, 'Begin another one')
    await lull.press('Enter')
    await choosePassphrase(lull)
    const apart = join(lull.profile, 'journal-2026-11-22')
    expect(readFileSync(join(apart, 'journal.db'))).toEqual(damaged)
    expect(readdirSync(join(apart, 'backups'))).toHaveLength(1)
    expect(readdirSync(folder)).toContain('journal.keys')
  })

  it('of which the database is gone is not taken for none', async () => {
    await foundWith((folder) => renameSync(join(folder, 'journal.db'), join(folder, 'elsewhere')))
    const page = await tryToOpen()
    await page.getByText('Lull can’t find your journal’s files.').waitFor()
    await page.getByRole('button', { name: 'Begin another journal' }).waitFor()
  })

  it('of which an older file is found opens, and says that entries may be missing', async () => {
    lull = await launch({ clock })
    const { profile } = lull
    await beginJournal(lull)
    await lull.quit()
    const db = join(profile, 'journal', 'journal.db')
    const older = readFileSync(db)
    lull = await launch({ profile, clock })
    await unlock(lull)
    await lull.quit()
    writeFileSync(db, older)
    lull = await launch({ profile, clock })
    const page = await tryToOpen()
    await page.getByText('the newest entries may be missing').waitFor()
    await lull.press('Tab')
    await lull.press('Enter')
    await gone(lull, 'unlock')
  })
})

describe('a newer journal', () => {
  it('is left as it is, and its version told', async () => {
    let before = Buffer.alloc(0)
    const folder = await foundWith(async (at) => {
      const journal = journalIn(at)
      const opened = await journal.open({ passphrase })
      if (!opened.ok) throw new Error(opened.message)
      const { store } = opened
      store.write(() => store.prepare('PRAGMA user_version = 990').run())
      journal.close()
      before = readFileSync(join(at, 'journal.db'))
    })
    const page = await tryToOpen()
    await page.getByText('Your journal was last used by a newer Lull.').waitFor()
    await page.getByText('Its file has version 990; this Lull knows versions up to').waitFor()
    expect(await page.getByRole('button', { name: 'Begin another journal' }).count()).toBe(0)
    expect(readFileSync(join(folder, 'journal.db'))).toEqual(before)
  })
})

const reason = noStrace()
if (reason) process.stdout.write(`a full disk, end to end: skipped, ${reason}\n`)

describe('while a note is saved', () => {
  it.skipIf(reason)(
    'the disk is full: that is said, the words stay, and it is kept once there is room',
    async () => {
      const note = await aNoteBeingWritten('they stay in the field')
      await lull.step(1_500)
      const [vault] = (await lull.pids()).vaults
      full = await fullDisk(vault ?? 0)
      await lull.press('Enter')
      await note.getByText('The disk is full, so this wasn’t kept.').waitFor()
      expect(await note.getByRole('textbox').inputValue()).toBe('they stay in the field')
      full?.kill('SIGINT')
      await new Promise((resolve) => full?.on('exit', resolve))
      full = null
      await savedAfterAll(note)
      expect((await lull.pids()).vaults).toEqual([vault])
    },
  )

  it('its folder is gone: that is said, the words stay, and it is kept once it is back', async () => {
    const note = await aNoteBeingWritten('they stay here too')
    await lull.step(1_500)
    const folder = join(lull.profile, 'journal')
    renameSync(folder, `${folder}-away`)
    await lull.press('Enter')
    await note.getByText('Lull can’t find your journal’s files.').waitFor()
    expect(await note.getByRole('textbox').inputValue()).toBe('they stay here too')
    renameSync(`${folder}-away`, folder)
    await savedAfterAll(note)
  })

  it('its folder is gone, also after a lock: no other journal is begun', async () => {
    lull = await launch({ clock })
    await beginJournal(lull)
    const folder = join(lull.profile, 'journal')
    renameSync(folder, `${folder}-away`)
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await lull.tray.press('Open Lull')
    const page = await tryToOpen()
    await page.getByText('Lull can’t find your journal’s files.').waitFor()
    renameSync(`${folder}-away`, folder)
    await unlock(lull)
  })
})

/** From when this resolves every write of that process to a file finds no room, until it is ended. */
function fullDisk(pid: number): Promise<ChildProcess> {
  const inject = 'inject=pwrite64,ftruncate,fallocate:error=ENOSPC'
  const strace = spawn('strace', ['-f', '-p', String(pid), '-o', '/dev/null', '-e', inject])
  return new Promise((resolve, reject) => {
    strace.once('error', reject)
    strace.stderr.once('data', () => resolve(strace))
  })
}

import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { magnitude, withoutHome, type ShellFacts } from '../../../src/diagnostics/kinds.ts'
import { longestReport, reportText } from '../../../src/diagnostics/report.ts'
import { idAt, openDesk, openJournalDesk } from '../../desk.ts'

const shell: ShellFacts = {
  lull: '0.1.0',
  electron: '45.4.1',
  chromium: '150',
  node: '24.22.0',
  system: 'linux 6.1, x64',
  session: 'wayland',
  packaged: true,
  place: 'usual',
  folder: '~/.config/Lull',
  displays: 2,
  dumps: 0,
  settings: { sound: false, 'own patterns': 2 },
  log: [
    { code: 'started', at: 0 },
    { code: 'window-gone', window: 'note', reason: 'oom', left: true, at: 1_000 },
    { code: 'refused', window: 'main', problem: 'disk-full', at: 2_000 },
  ],
}

describe('a report', () => {
  it('says in plain lines how Lull is doing', () => {
    const text = reportText(shell, null, null)
    expect(text).toContain('  folder: ~/.config/Lull\n')
    expect(text).toContain('  own patterns: 2\n')
    expect(text).toContain('  1970-01-01T00:00:01Z window-gone note oom left\n')
    expect(text).toContain('Journal\n  could not be asked\n')
    const long = {
      ...shell,
      log: Array.from({ length: 9_000 }, () => ({ code: 'started' as const, at: 0 })),
    }
    expect(reportText(long, null, null).length).toBe(longestReport)
  })

  it('has of an open journal orders of magnitude and the file’s state, and no entry', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words', shiftStart: '22:00' })
    const note = { id: idAt(desk.clock.now()), difficulty: 4, type: 'angry' } as const
    await desk.ask('note', 'note.save', { ...note, words: 'quillwort 7719' })
    const journal = await desk.ask('main', 'diagnostics.get', {})
    const checked = await desk.ask('main', 'diagnostics.check', {})
    expect(checked).toEqual({ whole: true, problems: 0 })
    expect(journal.inside?.cipher).toMatch(/^sqlcipher, /)
    expect(journal.inside?.sqlite).toMatch(/^3\.\d+/)
    expect(journal.inside?.schema).toBeGreaterThan(17)
    expect(Object.keys(journal.inside?.rows ?? {})).toContain('note')
    expect(new Set(Object.values(journal.inside?.rows ?? {})).size).toBeGreaterThan(1)
    const text = reportText(shell, journal, checked)
    expect(text).toContain('  checked: whole\n')
    expect(text).not.toContain('quillwort')
    expect(text).not.toContain('22:00')
    expect(text).not.toContain(desk.folder)
  })

  it('can be had without a journal, and of a locked one; the check can’t', async () => {
    using desk = openDesk()
    expect(await desk.ask('main', 'diagnostics.get', {})).toEqual({
      state: 'absent',
      kilobytes: '0',
      copies: 0,
      lastCopy: null,
      inside: null,
    })
    await expect(desk.ask('main', 'diagnostics.check', {})).rejects.toThrow('no-journal')
  })

  it('is saved where the agent chose, once, and while it is locked too', async () => {
    using desk = openDesk()
    const grant = crypto.randomUUID()
    const out = mkdtempSync(join(tmpdir(), 'lull-report-'))
    onTestFinished(() => rmSync(out, { recursive: true }))
    const path = join(out, 'report.txt')
    desk.companion.hear({ kind: 'file', grant, purpose: 'report', window: 'main', path })
    await desk.ask('main', 'diagnostics.save', { grant, text: 'what was read' })
    expect(readFileSync(path, 'utf8')).toBe('what was read')
    await expect(desk.ask('main', 'diagnostics.save', { grant, text: 'again' })).rejects.toThrow(
      'no-grant',
    )
  })
})

describe('what a report shows of a number or a path', () => {
  it.each([
    [0, '0'],
    [0.4, '0'],
    [1, '1-9'],
    [9, '1-9'],
    [10, '10-99'],
    [1000, '1000-9999'],
    [999_999, '100000-999999'],
  ])('%s is %s', (count, said) => expect(magnitude(count)).toBe(said))

  it('lies in the order that it names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (count) => {
        const [low = 0, high = 0] = magnitude(count).split('-').map(Number)
        expect(low <= count && count <= high).toBe(true)
      }),
    )
  })

  it.each([
    ['/home/anna/.config/Lull', '/home/anna', '/', '~/.config/Lull'],
    ['/home/anna', '/home/anna/', '/', '~'],
    ['/home/annabel/Lull', '/home/anna', '/', null],
    ['/media/anna/stick', '/home/anna', '/', null],
    ['C:\\Users\\anna\\AppData\\Local\\Lull', 'C:\\Users\\anna', '\\', '~\\AppData\\Local\\Lull'],
    ['D:\\anna', 'C:\\Users\\anna', '\\', null],
    ['/anything', '/', '/', null],
  ])('%s with the home %s', (path, home, separator, said) =>
    expect(withoutHome(path, home, separator)).toBe(said),
  )
})

import { i18n } from '@lingui/core'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deviceText, plainFile } from '../../../electron/device-file.ts'
import {
  elsewhereWords,
  inDeviceFile,
  journalFileWords,
  keptRows,
  listWords,
  seenRows,
  staysWords,
} from '../../../renderer/i18n/about/privacy.ts'
import { aboutParts } from '../../../renderer/i18n/about/about.ts'
import { journalFiles } from '../../../src/store/files.ts'
import { idAt, openJournalDesk } from '../../desk.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

describe('the page on privacy', () => {
  it('lists what is in device.json: all of it, and nothing else', () => {
    const written: object = JSON.parse(deviceText(plainFile))
    expect(Object.keys(inDeviceFile).toSorted()).toEqual(Object.keys(written).toSorted())
  })

  it('lists the journal’s files, all of them', async () => {
    const { folder: _folder, ...files } = journalFiles('/journal')
    expect(Object.keys(journalFileWords).toSorted()).toEqual(Object.keys(files).toSorted())
    // And what lies there once something was kept is among them.
    using desk = await openJournalDesk()
    await desk.ask('main', 'checkin.save', { stress: 4, energy: 6 })
    await desk.ask('note', 'note.keepDraft', {
      id: idAt(desk.clock.now()),
      step: 'type',
      difficulty: 4,
      type: null,
      words: '',
    })
    const known = Object.values(files).map((path) => path.replace(/^.*[/\\]/, ''))
    const there = readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replace(/^.*[/\\]/, ''))
      .filter((name) => name.startsWith('journal.'))
      // SQLite's index of the log, which holds no content, is named with the log; it goes with the journal.
      .map((name) => name.replace(/-shm$/, '-wal'))
    for (const name of there) expect(known).toContain(name)
  })

  it('names every folder and file that Lull makes beside those', () => {
    const words = listWords(elsewhereWords).join('\n')
    const folders = ['sessionData', 'temp', 'crashDumps', 'logs']
    const source = (path: string) =>
      readFileSync(join(import.meta.dirname, '../../..', path), 'utf8')
    // As electron/paths.ts makes them: all of them, and no other.
    const made = [
      ...source('electron/paths.ts').matchAll(/\[(.+)\] as const|\(join\(folder, ('.+')\)\)/g),
    ]
      .flatMap(([, list = '', one = '']) => [...`${list}${one}`.matchAll(/'(\w+)'/g)])
      .map(([, name]) => name)
    expect(made).toEqual(folders)
    for (const name of folders) expect(words).toContain(name)
    for (const [file, path] of [
      ['journal-place.json', 'src/store/journal-place.ts'],
      ['computer.json', 'src/store/computer-id.ts'],
    ] as const) {
      expect(source(path)).toContain(`'${file}'`)
      expect(words).toContain(file)
    }
  })

  it('says of all that “Delete everything” leaves where it is', () => {
    const words = listWords(staysWords).join('\n')
    for (const left of ['took out', 'earlier place', 'stick', 'settings', 'log of trouble'])
      expect(words).toContain(left)
  })

  it('promises a lock only where the desktop tells of it, and no memory that main may keep', () => {
    const does = seenRows().find(({ name }) => name.startsWith('Remote control'))?.does
    expect(does).toContain('Where the desktop tells')
    expect(does).toContain('PDF')
  })

  it('says of each thing that others can see what Lull does about it, or that it can’t', () => {
    const rows = seenRows()
    const spoken = JSON.stringify(rows)
    for (const [, words] of Object.entries({
      process: 'list of programs',
      'command lines': 'Command lines',
      files: 'Times and sizes of files',
      'login item': 'Start at login',
      notifications: 'history of them',
      print: 'print server',
      screen: 'Screen recording',
      keystrokes: 'Keystroke',
      recall: 'Recall',
      clipboard: 'clipboard',
      swap: 'Swap and hibernation',
      backups: 'Backups by IT',
    }))
      expect(spoken).toContain(words)
    for (const { name, seen, does } of rows)
      expect([name, seen, does].every((text) => text.length > 3)).toBe(true)
  })

  it('has a table in which every row is filled, and pages with a heading for each part', () => {
    for (const row of keptRows()) expect(Object.values(row)).not.toContain('')
    const ids = aboutParts().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(listWords(inDeviceFile)).not.toContain('')
  })
})

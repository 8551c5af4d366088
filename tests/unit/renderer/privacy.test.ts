import { i18n } from '@lingui/core'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deviceText, plainFile } from '../../../electron/device-file.ts'
import {
  inDeviceFile,
  journalFileWords,
  keptRows,
  listWords,
  seenRows,
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
      // SQLite's index of the log, which holds no content; it goes with the journal.
      .filter((name) => name.startsWith('journal.') && !name.endsWith('-shm'))
    for (const name of there) expect(known).toContain(name)
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

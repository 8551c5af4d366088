import { describe, expect, it } from 'vitest'
import { isFileName } from '../../../src/file-purposes.ts'

describe('the name that a page may suggest', () => {
  it.each(['note-2026-11-26.txt', 'a.txt', `${'a'.repeat(60)}.txt`])('may be %s', (name) => {
    expect(isFileName(name, 'incident')).toBe(true)
  })
  it.each([
    '',
    'note',
    '.txt',
    'note.exe',
    'note.txt.exe',
    '../note.txt',
    'a/b.txt',
    'a\\b.txt',
    'c:note.txt',
    'note 1.txt',
    'Note.txt',
    'note.txt\n',
    'nöte.txt',
    '-note.txt',
    `${'a'.repeat(61)}.txt`,
    'note\u202etxt.exe',
    'note.txt\0',
  ])('may not be %j', (name) => {
    expect(isFileName(name, 'incident')).toBe(false)
  })
})

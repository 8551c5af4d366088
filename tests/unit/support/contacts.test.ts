import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactKinds, longestContact, noContacts } from '../../../src/support/kinds.ts'
import { openDesk, openJournalDesk, passphrase } from '../../desk.ts'

const maria = { kind: 'teammate', name: 'Maria', reach: 'desk 14' } as const
const none = { kind: 'teammate', name: '', reach: '' } as const

async function deskWithWords() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}

describe('contacts', () => {
  it('give back whatever was written, exactly, and what was written before', async () => {
    using desk = await deskWithWords()
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...contactKinds), text, text, async (kind, name, reach) => {
        const before = await desk.ask('main', 'contacts.get', {})
        const after = await desk.ask('main', 'contacts.set', { kind, name, reach })
        expect(after).toEqual(
          before.map((each) => (each.kind === kind ? { kind, name, reach } : each)),
        )
        expect(await desk.ask('main', 'contacts.get', {})).toEqual(after)
      }),
      { numRuns: 50 },
    )
  })

  it('survive a lock, and can’t be read during it', async () => {
    using desk = await deskWithWords()
    await desk.ask('main', 'contacts.set', maria)
    desk.restart()
    await expect(desk.ask('main', 'contacts.get', {})).rejects.toThrow('locked')
    await expect(desk.ask('main', 'contacts.set', maria)).rejects.toThrow('locked')
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await desk.ask('main', 'contacts.get', {})).toContainEqual(maria)
  })

  it('are empty before there is a journal, and have nowhere to be kept', async () => {
    using desk = openDesk()
    expect(await desk.ask('main', 'contacts.get', {})).toEqual(noContacts)
    await expect(desk.ask('main', 'contacts.set', maria)).rejects.toThrow('no-journal')
  })

  it.each(['unasked', 'numbers'] as const)(
    'are words: where words are %s none can be written, but what is there can go',
    async (words) => {
      using desk = await deskWithWords()
      await desk.ask('main', 'contacts.set', maria)
      await desk.ask('main', 'settings.set', { words })
      await expect(desk.ask('main', 'contacts.set', { ...maria, name: 'Ana' })).rejects.toThrow(
        'words-off',
      )
      expect(await desk.ask('main', 'contacts.get', {})).toContainEqual(maria)
      expect(await desk.ask('main', 'contacts.set', none)).toEqual(noContacts)
    },
  )

  it.each([
    ['a kind that nobody knows', { ...maria, kind: 'boss' }],
    ['a name that is a diary', { ...maria, name: 'x'.repeat(longestContact + 1) }],
    ['a missing field', { kind: 'lead', name: 'Ana' }],
    ['one more field', { ...maria, note: 'kind' }],
    ['a list', [maria]],
    ['null', null],
  ])('refuse %s, and change nothing', async (_what, input) => {
    using desk = await deskWithWords()
    const answer = await desk.raw('main', { id: 1, method: 'contacts.set', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await desk.ask('main', 'contacts.get', {})).toEqual(noContacts)
  })

  it('are no business of the small windows', async () => {
    using desk = await deskWithWords()
    for (const window of ['note', 'card', 'pause', 'unlock'] as const)
      await expect(desk.ask(window, 'contacts.get', {})).rejects.toThrow('no-right')
  })

  it('find a place in a journal that an older Lull began', async () => {
    using desk = openDesk()
    cpSync(join(import.meta.dirname, '../../fixtures/version-1'), desk.folder, { recursive: true })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await desk.ask('main', 'contacts.set', maria)).toContainEqual(maria)
  })
})

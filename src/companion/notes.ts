import type { noteMethods } from '../contract/notes.ts'
import type { Handlers, Shapes } from '../door.ts'
import { firstNote, sealedStart } from '../notes/notes.ts'
import { Refusal } from '../refusal.ts'
import type { Desk } from './desk.ts'

export const noteHandlers = ({
  state,
  open,
  rooms,
  changed,
  waiting,
  journal,
  clock,
  random,
  prompts,
  whileLocked,
}: Desk): Handlers<Shapes<typeof noteMethods>> => ({
  'note.begin': () => {
    if (state() === 'absent') return firstNote(clock, random, waiting.draft)
    const seal = state() === 'locked' ? journal.sealed.key() : null
    return seal ? sealedStart(clock, random, seal) : open().notes.begin(prompts.callRuns())
  },
  'note.seal': ({ id, sealed }) => {
    whileLocked()
    if (!journal.sealed.put(id, Uint8Array.fromBase64(sealed)))
      throw new Refusal('sealed-full', 'As many notes as can wait are sealed already.')
    return null
  },
  'note.dropSealed': ({ id }) => {
    whileLocked()
    journal.sealed.drop(id)
    return null
  },
  'note.keepDraft': (draft) => {
    // Without a journal a draft has no words: those are asked about after the first save.
    if (state() === 'absent' && draft.words === '') waiting.draft = draft
    else open().notes.keepDraft(draft)
    return null
  },
  'note.dropDraft': ({ id }) => {
    waiting.draft = null
    rooms()?.notes.dropDraft(id)
    return null
  },
  'note.save': (note) => {
    open().types.require(note.type)
    open().notes.save(note)
    return changed({ id: note.id })
  },
  'journal.list': (asked) =>
    state() === 'absent' ? { notes: [], hasMore: false } : open().reading.list(asked),
  'note.add': (note) => {
    const { adding, reading, types } = open()
    types.require(note.type)
    adding.add(note)
    return changed(reading.one(note.id))
  },
  'note.details': ({ id }) => open().reading.details(id),
  'note.edit': (note) => {
    open().types.require(note.type)
    open().changing.edit(note)
    return changed(null)
  },
  'note.dropWords': ({ id }) => changed(open().changing.dropWords(id)),
  'note.delete': ({ id }) => changed(open().changing.delete(id)),
  'note.undo': ({ id }) => {
    open().changing.undo(id)
    return changed(null)
  },
  'words.kept': () =>
    state() === 'absent'
      ? { notes: 0, checkIns: 0, others: 0, draft: false }
      : open().allWords.kept(),
  'words.drop': () => changed(open().allWords.drop()),
  'words.undo': () => {
    open().allWords.undo()
    return changed(null)
  },
  'guide.card': ({ id }) => ({ technique: open().cards.after(id) }),
})

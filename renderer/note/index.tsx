import { noteCatalogs } from '../i18n/note/catalogs.ts'
import { speakAlso } from '../i18n/speak.ts'
import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openNote } from '../state/note.ts'
import { NoteScreen } from './NoteScreen.tsx'

void start(async () => {
  const [note] = await Promise.all([openNote(doors), speakAlso(noteCatalogs)])
  return <NoteScreen note={note} />
})

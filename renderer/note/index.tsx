import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openNote } from '../state/note.ts'
import { NoteScreen } from './NoteScreen.tsx'

void start(async () => <NoteScreen note={await openNote(doors)} />)

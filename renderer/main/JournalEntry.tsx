import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import type { JournalNote } from '../../src/contract.ts'
import { difficulties, type TypeId } from '../../src/guidance/types.ts'
import { saysAnything, type Details } from '../../src/notes/kinds.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { Scale } from '../components/Scale.tsx'
import type { JournalRoom, OpenNote } from '../state/journal.ts'
import classes from './Journal.module.css'
import { isDone } from './keyboard.ts'
import main from './Main.module.css'
import { NoteDetails } from './NoteDetails.tsx'
import { OwnWords } from './OwnWords.tsx'
import { PlanFrom } from './plans/PlanFrom.tsx'
import { TypeField } from './TypeField.tsx'

interface JournalEntryProps {
  note: JournalNote
  /** As it is being changed. */
  open: OpenNote
  work: Work
  /** Its words are being taken off the disk. */
  busy: boolean
  room: JournalRoom
  onIncident: () => void
}

/** One open note: everything in it can be changed, and is kept within a second. Esc shuts it. */
export function JournalEntry({ note, open, work, busy, room, onIncident }: JournalEntryProps) {
  const { difficulty, type, words, nextTime, details } = open
  const [more, setMore] = useState<boolean | null>(null)
  const showsMore = more ?? saysMore(details, nextTime)
  const entry = useRef<HTMLDivElement>(null)
  useEffect(() => {
    entry.current?.querySelector<HTMLElement>('textarea, input:checked')?.focus()
  }, [])
  const close = () => {
    const line = entry.current?.parentElement?.querySelector<HTMLElement>('button[data-note]')
    void room.close().then(() => line?.focus())
  }
  return (
    <div
      ref={entry}
      className={classes['entry']}
      onKeyDown={(event) => {
        if (!isDone(event)) return
        event.preventDefault()
        close()
      }}
    >
      {words !== null && (
        <OwnWords
          asked={note.asked}
          label={t`Words`}
          text={words}
          rows={4}
          onWrite={(text) => room.change({ words: text })}
          onBlank={() => room.blank('words')}
        />
      )}
      <Scale
        legend={t`How hard was it?`}
        values={difficulties}
        low={t`easy`}
        high={t`very hard`}
        picked={difficulty}
        onPick={(picked) => room.change({ difficulty: picked })}
        onDone={(picked) => room.change({ difficulty: picked })}
      />
      <TypeField type={type} work={work} onPick={(picked) => room.change({ type: picked })} />
      <div>
        <button
          type="button"
          className={classes['more']}
          aria-expanded={showsMore}
          onClick={() => setMore(!showsMore)}
        >
          {t`More, when there is time`}
        </button>
      </div>
      {showsMore && details && (
        <NoteDetails
          type={type}
          work={work}
          details={details}
          nextTime={
            nextTime !== null &&
            (nextTime !== '' || asksForNextTime(type)) && (
              <OwnWords
                asked={null}
                label={t`What to try next time`}
                text={nextTime}
                rows={4}
                onWrite={(text) => {
                  setMore(true)
                  room.change({ nextTime: text })
                }}
                onBlank={() => room.blank('nextTime')}
              />
            )
          }
          onChange={(change) => {
            setMore(true)
            room.changeDetails(change)
          }}
        />
      )}
      <div className={main['ways']}>
        <Button kind="main" hint="Esc" onClick={close}>
          {t`Done`}
        </Button>
        <PlanFrom type={type} />
        {(note.hasWords || (words ?? '') !== '' || (nextTime ?? '') !== '') && (
          <Button busy={busy} onClick={() => void room.dropWords()}>
            {t`Drop the words, keep the number`}
          </Button>
        )}
        <Button busy={busy} onClick={() => void room.remove()}>
          {t`Delete the note`}
        </Button>
        {type === 'abusive' && (
          <Button kind="quiet" onClick={onIncident}>
            {t`Incident note`}
          </Button>
        )}
      </div>
      <p className={main['quiet']}>
        {t`Both can be taken back for 8 seconds; then they leave the journal, and every older copy that Lull can change. What was copied out of Lull’s folder, by a backup of this computer for one, is out of reach.`}
      </p>
    </div>
  )
}

/** What was said already is shown at once; what wasn't is nobody's homework. */
const saysMore = (details: Details | null, nextTime: string | null): boolean =>
  (nextTime ?? '') !== '' || (details !== null && saysAnything(details))

/** Abuse and distress get no question and no lesson (design.md, "Against brooding" 6). */
const asksForNextTime = (type: TypeId | null): boolean => type !== 'abusive' && type !== 'distress'

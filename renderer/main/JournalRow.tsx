import { t } from '@lingui/core/macro'
import { useId } from 'react'
import type { JournalNote, Work } from '../../src/contract.ts'
import { typeName } from '../i18n/names.ts'
import { timeIn } from '../i18n/times.ts'
import type { JournalRoom, JournalView } from '../state/journal.ts'
import classes from './Journal.module.css'
import { JournalEntry } from './JournalEntry.tsx'

interface JournalRowProps {
  note: JournalNote
  view: JournalView
  room: JournalRoom
  work: Work
  onIncident: () => void
}

/** One note in one line, and under it what can be changed while it is open. */
export function JournalRow({ note, view, room, work, onIncident }: JournalRowProps) {
  const open = view.open?.id === note.id ? view.open : null
  return (
    <>
      <Line
        note={note}
        work={work}
        isOpen={open !== null}
        onTurn={() => void (open ? room.close() : room.close().then(() => room.open(note)))}
      />
      {open && (
        <JournalEntry note={note} open={open} busy={view.busy} {...{ work, room, onIncident }} />
      )}
    </>
  )
}

interface LineProps {
  note: JournalNote
  work: Work
  isOpen: boolean
  onTurn: () => void
}

/** When, what, how hard as a number, and the first two lines of its words. No colour says hardness. */
function Line({ note, work, isOpen, onTurn }: LineProps) {
  const { at, zone, type, channel, difficulty, words, nextTime, hasWords, edited } = note
  const id = useId()
  const texts = isOpen
    ? []
    : [words ?? '', nextTime === null || nextTime === '' ? '' : t`Next time: ${nextTime}`].filter(
        (text) => text !== '',
      )
  return (
    <button
      type="button"
      data-note={note.id}
      className={classes['line']}
      aria-expanded={isOpen}
      aria-describedby={texts.length > 0 ? id : undefined}
      onClick={onTurn}
    >
      <time dateTime={new Date(at).toISOString()}>{timeIn(at, zone)}</time>
      <span className={classes['what']}>
        <span>{type === null ? t`No type` : typeName(type, channel ?? work)}</span>
        <small>
          {t`${difficulty} of 5`}
          {edited && <>, {t`edited`}</>}
        </small>
        {note.addedLater && <small className={classes['later']}>{t`added later`}</small>}
        {texts.length > 0 && (
          <span id={id} className={classes['folded']}>
            {texts.join(' ')}
          </span>
        )}
        {words === null && hasWords && <small>{t`Its words aren’t shown at this desk.`}</small>}
      </span>
    </button>
  )
}

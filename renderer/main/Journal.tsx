import { t } from '@lingui/core/macro'
import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { JournalNote, Settings } from '../../src/contract.ts'
import { longestQuery } from '../../src/notes/search.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import field from '../components/Field.module.css'
import { Problem } from '../components/Problem.tsx'
import { typeName, typesNow } from '../i18n/names.ts'
import { dayYearOf, timeIn } from '../i18n/times.ts'
import type { JournalRoom } from '../state/journal.ts'
import classes from './Journal.module.css'
import { JournalEntry } from './JournalEntry.tsx'
import main from './Main.module.css'

interface JournalProps {
  room: JournalRoom
  settings: Settings | null
  onIncident: () => void
}

/**
 * Everything that was noted, by shift, newest first. Shifts that aren't in view cost the browser
 * nothing (`content-visibility`), and older ones come as one scrolls.
 */
export default function Journal({ room, settings, onIncident }: JournalProps) {
  const view = useStore(room.store)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])
  const { notes, query, type, hasMore } = view
  const work = settings?.work ?? 'calls'
  const withWords = settings?.words === 'numbers-and-words'
  const picks = query.trim() !== '' || type !== null

  return (
    <>
      <header className={main['head']}>
        <h1>{t`Journal`}</h1>
        <Button kind="quiet" onClick={onIncident}>
          {t`Incident note`}
        </Button>
      </header>
      <div className={classes['filters']} role="search">
        {withWords && <SearchField query={query} onSearch={(q) => void room.pick({ query: q })} />}
        <label className={field['named']}>
          {t`Type`}
          <select
            className={field['field']}
            value={type ?? ''}
            onChange={({ target }) =>
              void room.pick({ type: typesNow().find((each) => each === target.value) ?? null })
            }
          >
            <option value="">{t`All types`}</option>
            {typesNow().map((each) => (
              <option key={each} value={each}>
                {typeName(each, work)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Problem code={view.problem} />
      {notes !== null && notes.length === 0 && (
        <Nothing picks={picks} onAll={() => void room.pick({ query: '', type: null })} />
      )}
      {notes !== null && notes.length > 0 && (
        <div ref={list} onKeyDown={(event) => walk(event, list)}>
          {byShift(notes).map(({ shiftId, shiftDate, of }) => (
            <section key={`${shiftId} ${of[0]?.id}`} className={classes['shift']}>
              <h2>
                <time dateTime={shiftDate}>{dayYearOf(shiftDate)}</time>
              </h2>
              <ul>
                {of.map((note) => (
                  <li key={note.id}>
                    <Line
                      note={note}
                      work={work}
                      isOpen={view.open?.id === note.id}
                      onTurn={() =>
                        void (view.open?.id === note.id
                          ? room.close()
                          : room.close().then(() => room.open(note)))
                      }
                    />
                    {view.open?.id === note.id && (
                      <JournalEntry
                        note={note}
                        open={view.open}
                        work={work}
                        busy={view.busy}
                        room={room}
                        onIncident={onIncident}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {hasMore && <Older key={notes.length} onOlder={() => void room.older()} />}
        </div>
      )}
    </>
  )
}

function SearchField({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  return (
    <label className={`${field['named']} ${classes['search']}`}>
      {t`Search`}
      <input
        type="search"
        className={field['field']}
        value={query}
        maxLength={longestQuery}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => onSearch(target.value)}
      />
    </label>
  )
}

interface LineProps {
  note: JournalNote
  work: Parameters<typeof typeName>[1]
  isOpen: boolean
  onTurn: () => void
}

/** When, what, how hard as a number, and the first two lines of its words. No colour says hardness. */
function Line({ note, work, isOpen, onTurn }: LineProps) {
  const { at, zone, type, difficulty, words, hasWords, edited } = note
  const id = useId()
  return (
    <button
      type="button"
      data-note={note.id}
      className={classes['line']}
      aria-expanded={isOpen}
      aria-describedby={words !== null && words !== '' && !isOpen ? id : undefined}
      onClick={onTurn}
    >
      <time dateTime={new Date(at).toISOString()}>{timeIn(at, zone)}</time>
      <span className={classes['what']}>
        <span>{type === null ? t`No type` : typeName(type, work)}</span>
        <small>
          {t`${difficulty} of 5`}
          {edited && <>, {t`changed`}</>}
        </small>
        {!isOpen && words !== null && words !== '' && (
          <span id={id} className={classes['folded']}>
            {words}
          </span>
        )}
        {words === null && hasWords && <small>{t`Its words aren't shown at this desk.`}</small>}
      </span>
    </button>
  )
}

/** What is older comes when this comes into view, or is pressed. */
function Older({ onOlder }: { onOlder: () => void }) {
  const place = useRef<HTMLParagraphElement>(null)
  const come = useRef(onOlder)
  useEffect(() => {
    come.current = onOlder
  })
  useEffect(() => {
    if (!place.current) return
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) come.current()
      },
      { rootMargin: '600px' },
    )
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <p ref={place} className={classes['older']}>
      <Button onClick={onOlder}>{t`Older`}</Button>
    </p>
  )
}

function Nothing({ picks, onAll }: { picks: boolean; onAll: () => void }) {
  if (picks)
    return (
      <EmptyState action={<Button onClick={onAll}>{t`Show all`}</Button>}>
        {t`Nothing in your journal fits this.`}
      </EmptyState>
    )
  return (
    <EmptyState>{t`What you note stands here, shift by shift. Nobody else sees it.`}</EmptyState>
  )
}

interface OfAShift {
  shiftId: string
  shiftDate: string
  of: JournalNote[]
}

/** Neighbours of one shift stand together. */
function byShift(notes: readonly JournalNote[]): OfAShift[] {
  const shifts: OfAShift[] = []
  for (const note of notes) {
    const last = shifts.at(-1)
    if (last?.shiftId === note.shiftId) last.of.push(note)
    else shifts.push({ shiftId: note.shiftId, shiftDate: note.shiftDate, of: [note] })
  }
  return shifts
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** Up and Down walk from note to note, over the shifts' edges. */
function walk(event: KeyboardEvent, list: RefObject<HTMLDivElement | null>) {
  const step = steps[event.key]
  const from = event.target instanceof Element ? event.target.closest('button[data-note]') : null
  if (step === undefined || !from || !list.current) return
  const lines = [...list.current.querySelectorAll<HTMLElement>('button[data-note]')]
  const to = lines[lines.findIndex((line) => line === from) + step]
  if (!to) return
  event.preventDefault()
  to.focus()
}

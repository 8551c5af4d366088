import { t } from '@lingui/core/macro'
import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import type {
  IncidentEntry,
  Incidents,
  IncidentWords,
  Period,
  Settings,
} from '../../src/contract.ts'
import { lastDays } from '../../src/notes/incident-kinds.ts'
import { Button } from '../components/Button.tsx'
import { Choices } from '../components/Choices.tsx'
import { kindWords } from '../components/CustomerData.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import field from '../components/Field.module.css'
import { Problem } from '../components/Problem.tsx'
import { WhenField } from '../components/WhenField.tsx'
import {
  blankedWords,
  daysWords,
  hardWords,
  hasZones,
  incidentText,
  oftenWords,
  partName,
  scaleWords,
  unlistedWords,
  whenWords,
} from '../i18n/main/incident.ts'
import { fullDayOf } from '../i18n/times.ts'
import type { IncidentRoom } from '../state/incident.ts'
import { Away } from './Away.tsx'
import classes from './Incident.module.css'
import main from './Main.module.css'

interface IncidentProps {
  room: IncidentRoom
  words: Settings['words']
  hasJournal: boolean
  blankAway: boolean
}

/** What was noted as abusive, as a page to print or to save: only because the agent wants it. */
export default function Incident({ room, words, hasJournal, blankAway }: IncidentProps) {
  useEffect(() => {
    if (!hasJournal) return
    void room.look()
    // Not while the window is only away for a moment, in the dialog that asks where to save.
    return room.leave
  }, [room, hasJournal])
  return (
    <Away on={blankAway}>
      <header className={classes['screen']}>
        <h1>{t`Incident note`}</h1>
        <p className={main['lead']}>{t`You never have to show this to anyone.`}</p>
        <p className={classes['about']}>
          {t`When something abusive was noted, how hard it was, and how often: counted from your journal when you open this page, and kept nowhere.`}
        </p>
      </header>
      {hasJournal ? <Counted room={room} withWords={words === 'numbers-and-words'} /> : <Nothing />}
    </Away>
  )
}

function Nothing() {
  return <EmptyState>{t`Nothing was noted as abusive in this time.`}</EmptyState>
}

function Counted({ room, withWords }: { room: IncidentRoom; withWords: boolean }) {
  const { period, counted, words, ticket, written, busy, problem } = useStore(room.store)
  return (
    <>
      <div className={`${classes['choose']} ${classes['screen']}`}>
        <When period={period} counted={counted} onPick={(next) => void room.pick(next)} />
        {withWords && counted !== null && counted.count > 0 && (
          <Ticket ticket={ticket} onType={room.setTicket} />
        )}
      </div>
      <Problem code={problem} />
      {counted !== null && counted.count === 0 && <Nothing />}
      {counted !== null && counted.count > 0 && (
        <>
          <Paper
            counted={counted}
            words={words}
            ticket={ticket}
            withWords={withWords}
            onTick={(id, on) => void room.tick(id, on)}
          />
          <div className={main['bar']}>
            <Button kind="main" onClick={() => print()}>
              {t`Print`}
            </Button>
            <Button
              busy={busy}
              onClick={() =>
                void room.save(incidentText(counted, words), `note-${counted.today}.txt`)
              }
            >
              {t`Save as text`}
            </Button>
            <p role="status" className={main['quiet']}>
              {written &&
                t`It is written. What you saved is a plain file: whoever can open its folder can read it.`}
            </p>
          </div>
        </>
      )}
    </>
  )
}

type Kind = '30' | '90' | '365' | 'all' | 'between'

interface WhenProps {
  period: Period
  counted: Incidents | null
  onPick: (period: Period) => void
}

/** Which days it is about; two days of the agent's own are kept once both are whole. */
function When({ period, counted, onPick }: WhenProps) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [own, setOwn] = useState(false)
  const picked: Kind = own ? 'between' : period.kind === 'last' ? kindOf(period.days) : period.kind

  function between(first: string, last: string) {
    setFrom(first)
    setTo(last)
    if (first !== '' && last !== '' && first <= last)
      onPick({ kind: 'between', from: first, to: last })
  }
  function pick(kind: Kind) {
    setOwn(kind === 'between')
    if (kind === 'between') between(from || (counted?.from ?? ''), to || (counted?.to ?? ''))
    else if (kind === 'all') onPick({ kind })
    else onPick({ kind: 'last', days: lastDays.find((days) => String(days) === kind) ?? 90 })
  }

  return (
    <>
      <Choices
        legend={t`Which time is it about?`}
        look="chips"
        choices={[
          { value: '30', label: t`30 days` },
          { value: '90', label: t`90 days` },
          { value: '365', label: t`A year` },
          { value: 'all', label: t`All of it` },
          { value: 'between', label: t`From … to …` },
        ]}
        picked={picked}
        onPick={pick}
      />
      {own && (
        <div className={classes['days']}>
          <WhenField
            of="date"
            min="1970-01-01"
            max="9999-12-31"
            label={t`First day`}
            value={from}
            onChange={(day) => between(day, to)}
          />
          <WhenField
            of="date"
            min="1970-01-01"
            max="9999-12-31"
            label={t`Last day`}
            value={to}
            onChange={(day) => between(from, day)}
          />
          {from !== '' && to !== '' && from > to && (
            <p role="alert" className={main['amber']}>
              {t`The last day comes before the first.`}
            </p>
          )}
        </div>
      )}
    </>
  )
}

const kindOf = (days: number): Kind => (days === 30 ? '30' : days === 365 ? '365' : '90')

/** For paper alone: it is in no draft, no setting and no file of Lull's. */
function Ticket({ ticket, onType }: { ticket: string; onType: (ticket: string) => void }) {
  const id = useId()
  return (
    <div>
      <label className={field['named']}>
        {t`A ticket number, if the paper needs one`}
        <input
          className={`${field['field']} ${classes['ticket']}`}
          value={ticket}
          maxLength={60}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={id}
          onChange={({ target }) => onType(target.value)}
        />
      </label>
      <small id={id} className={classes['about']}>
        {t`It is printed, and kept nowhere: not in your journal, and not in the saved text.`}
      </small>
    </div>
  )
}

interface PaperProps {
  counted: Incidents
  words: Readonly<Record<string, IncidentWords>>
  ticket: string
  withWords: boolean
  onTick: (id: string, on: boolean) => void
}

/** What is printed, as it stands on the screen. */
function Paper({ counted, words, ticket, withWords, onTick }: PaperProps) {
  const { entries, count, frequency, today } = counted
  const withZone = hasZones(counted)
  const written = fullDayOf(today)
  const anyWords = Object.values(words).some((each) => each.words !== '')
  return (
    <article className={classes['paper']}>
      <header>
        <h2 className={classes['title']}>{t`Incident note`}</h2>
        <p>{daysWords(counted)}</p>
        <p className={classes['about']}>{t`Written on ${written}`}</p>
        {ticket.trim() !== '' && (
          <p className={classes['onPaper']}>
            {t`Ticket:`} <span data-own-words>{ticket}</span>
          </p>
        )}
      </header>
      <p>{oftenWords(counted)}</p>
      {frequency.rows.length > 0 && (
        <ul className={classes['often']} aria-label={t`How often`}>
          {frequency.rows.map(({ key, count: times }) => (
            <li key={key}>
              <span>{partName(frequency.unit, key)}</span>
              <span>{times}</span>
            </li>
          ))}
        </ul>
      )}
      {entries.length < count && <p className={classes['about']}>{unlistedWords(counted)}</p>}
      {withWords && entries.some(({ hasWords }) => hasWords) && (
        <p className={`${classes['about']} ${classes['screen']}`}>
          {t`Words are left out unless you tick them, one by one. Numbers, e-mail addresses and names after Mr or Ms are blanked in them. No program knows every name: read them once more before you hand this on.`}
        </p>
      )}
      <ol className={classes['entries']}>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            words={words[entry.id]}
            withZone={withZone}
            onTick={(on) => onTick(entry.id, on)}
          />
        ))}
      </ol>
      <p className={classes['about']}>{scaleWords()}</p>
      {anyWords && <p className={classes['about']}>{blankedWords()}</p>}
    </article>
  )
}

interface EntryProps {
  entry: IncidentEntry
  words: IncidentWords | undefined
  withZone: boolean
  onTick: (on: boolean) => void
}

function Entry({ entry, words, withZone, onTick }: EntryProps) {
  const when = whenWords(entry, withZone)
  return (
    <li>
      <div className={classes['line']}>
        <time dateTime={new Date(entry.at).toISOString()}>{when}</time>
        <span>{hardWords(entry)}</span>
        {entry.hasWords && (
          <label className={classes['screen']}>
            <input
              type="checkbox"
              checked={words !== undefined}
              aria-label={t`With its words: ${when}`}
              onChange={({ target }) => onTick(target.checked)}
            />
            {t`with its words`}
          </label>
        )}
      </div>
      {words !== undefined && words.words !== '' && (
        <>
          <blockquote data-own-words>{words.words}</blockquote>
          <Blanked words={words} />
        </>
      )}
    </li>
  )
}

function Blanked({ words: { blanked } }: { words: IncidentWords }) {
  if (blanked.length === 0) return null
  const kinds = blanked.map(kindWords).join(', ')
  return <p className={`${classes['about']} ${classes['screen']}`}>{t`Blanked in it: ${kinds}.`}</p>
}

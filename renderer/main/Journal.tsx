import { t } from '@lingui/core/macro'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../src/contract.ts'
import { techniqueIds } from '../../src/guidance/guide.ts'
import { channels, outcomes } from '../../src/notes/kinds.ts'
import { longestQuery } from '../../src/notes/search.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import field from '../components/Field.module.css'
import { Problem } from '../components/Problem.tsx'
import { channelName, outcomeName, techniqueName } from '../i18n/main/details.ts'
import { typeName, typesNow } from '../i18n/names.ts'
import { dayYearOf } from '../i18n/times.ts'
import { noFilter, type JournalRoom } from '../state/journal.ts'
import { AddLater } from './AddLater.tsx'
import classes from './Journal.module.css'
import { JournalList } from './JournalList.tsx'
import { JournalRow } from './JournalRow.tsx'
import main from './Main.module.css'

interface JournalProps {
  room: JournalRoom
  settings: Settings | null
  onIncident: () => void
  onShiftStart: (start: string) => Promise<void>
}

/** Everything that was noted, by shift, newest first; older notes come as one scrolls. */
export default function Journal({ room, settings, onShiftStart, onIncident }: JournalProps) {
  const view = useStore(room.store)
  const [adding, setAdding] = useState(false)
  /** Whether the way to add one takes the focus when it comes back. */
  const [hasAdded, setHasAdded] = useState(false)
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])
  const { query, filter, added } = view
  const notes = useMemo(
    () => view.notes && view.notes.filter(({ id }) => id !== added?.id),
    [view.notes, added?.id],
  )
  const work = settings?.work ?? 'calls'
  const withWords = settings?.words === 'numbers-and-words'
  const picks = query.trim() !== '' || Object.values(filter).some((each) => each !== null)

  return (
    <>
      <header className={main['head']}>
        <h1>{t`Journal`}</h1>
        <span className={main['links']}>
          {!adding && !added && (
            <Button
              kind="quiet"
              focused={hasAdded}
              onClick={() => {
                setAdding(true)
                setHasAdded(true)
              }}
            >
              {t`Add a note of an earlier time`}
            </Button>
          )}
          <Button kind="quiet" onClick={onIncident}>
            {t`Incident note`}
          </Button>
        </span>
      </header>
      {adding && (
        <AddLater
          settings={settings}
          onAdd={room.add}
          onShiftStart={onShiftStart}
          onClose={() => setAdding(false)}
        />
      )}
      <Problem code={view.problem} />
      {added && (
        <section>
          <h2>
            <time dateTime={added.shiftDate}>{dayYearOf(added.shiftDate)}</time>
          </h2>
          <JournalRow note={added} {...{ view, room, work, onIncident }} />
        </section>
      )}
      <div className={classes['filters']} role="search">
        {withWords && <SearchField query={query} onSearch={(q) => void room.pick({ query: q })} />}
        <Filter
          label={t`Type`}
          all={t`All types`}
          choices={typesNow()}
          nameOf={(each) => typeName(each, work)}
          picked={filter.type}
          onPick={(type) => void room.pick({ filter: { type } })}
        />
        <Filter
          label={t`Channel`}
          all={t`All channels`}
          choices={channels}
          nameOf={channelName}
          picked={filter.channel}
          onPick={(channel) => void room.pick({ filter: { channel } })}
        />
        <Filter
          label={t`What you did`}
          all={t`All techniques`}
          choices={techniqueIds}
          nameOf={(each) => techniqueName(each, work)}
          picked={filter.technique}
          onPick={(technique) => void room.pick({ filter: { technique } })}
        />
        <Filter
          label={t`How it ended`}
          all={t`All endings`}
          choices={outcomes}
          nameOf={outcomeName}
          picked={filter.outcome}
          onPick={(outcome) => void room.pick({ filter: { outcome } })}
        />
      </div>
      {notes !== null && notes.length === 0 && (
        <Nothing picks={picks} onAll={() => void room.pick({ query: '', filter: noFilter })} />
      )}
      {notes !== null && notes.length > 0 && (
        <JournalList notes={notes} {...{ view, room, work, onIncident }} />
      )}
    </>
  )
}

interface FilterProps<Value> {
  label: string
  /** The choice that leaves nothing out. */
  all: string
  choices: readonly Value[]
  nameOf: (value: Value) => string
  picked: Value | null
  onPick: (value: Value | null) => void
}

function Filter<Value extends string>(props: FilterProps<Value>) {
  const { label, all, choices, nameOf, picked, onPick } = props
  return (
    <label className={field['named']}>
      {label}
      <select
        className={field['field']}
        value={picked ?? ''}
        onChange={({ target }) => onPick(choices.find((each) => each === target.value) ?? null)}
      >
        <option value="">{all}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
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

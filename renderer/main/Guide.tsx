import { plural, t } from '@lingui/core/macro'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { keyOf, places, type Place, type TechniqueId } from '../../src/guidance/guide.ts'
import { found } from '../../src/guidance/search.ts'
import type { Settings, Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import field from '../components/Field.module.css'
import { entry, groupName, textsOf, type Entry } from '../i18n/guide/entries.ts'
import type { Main } from '../state/main.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'
import main from './Main.module.css'
import { PocketCards } from './PocketCards.tsx'

interface GuideProps {
  /** What the agent mostly does: the texts follow it. */
  work: Work
  /** The technique that was asked for from elsewhere. */
  opened: TechniqueId | null
  /** Null while the journal is locked: then nobody knows whether this desk may have a text field. */
  words: Settings['words'] | null
  main: Main
}

/** The guide: a list that can be searched, and a page for each thing in it. */
export default function Guide({ work, words, opened, main: screen }: GuideProps) {
  const first: Place | null = opened === null ? null : { kind: 'technique', id: opened }
  const [open, setOpen] = useState<Place | null>(first)
  const [last, setLast] = useState<string | null>(first && keyOf(first))
  const [wanted, setWanted] = useState('')
  const [cards, setCards] = useState(false)
  const entries = useMemo(() => places.map((place) => entry(place, work)), [work])

  function show(place: Place) {
    setOpen(place)
    setLast(keyOf(place))
  }
  if (open)
    return (
      <GuidePage
        key={keyOf(open)}
        entry={entry(open, work)}
        work={work}
        onOpen={show}
        onBack={() => setOpen(null)}
        onTalk={() => screen.go('support')}
        onPause={() => screen.pause()}
        onIncident={() => screen.go('incident')}
      />
    )
  if (cards) return <PocketCards work={work} onBack={() => setCards(false)} />
  return (
    <GuideList
      entries={entries}
      onCards={() => setCards(true)}
      wanted={mayType(words) ? wanted : ''}
      mayType={mayType(words)}
      last={last}
      onWant={(words) => {
        setWanted(words)
        setLast(null)
      }}
      onOpen={show}
    />
  )
}

const mayType = (words: Settings['words'] | null) =>
  words === 'numbers-and-words' || words === 'unasked'

interface GuideListProps {
  entries: readonly Entry[]
  wanted: string
  /** Numbers only takes every text field away, this one too. */
  mayType: boolean
  /** The page that was open before: it has the focus again. */
  last: string | null
  onWant: (words: string) => void
  onOpen: (place: Place) => void
  onCards: () => void
}

/** All pages in three groups, or those on which the wanted words stand. Up and Down walk. */
function GuideList(props: GuideListProps) {
  const { entries, wanted, mayType, last, onWant, onOpen, onCards } = props
  const list = useRef<HTMLDivElement>(null)
  const shown = found(
    entries.map((each) => ({ key: each, title: each.title, texts: textsOf(each) })),
    wanted,
  ).map(({ key }) => key)
  const searching = wanted.trim() !== ''

  return (
    <div ref={list} className={classes['list']} onKeyDown={(event) => walk(event, list.current)}>
      <header>
        <h1>{t`Guide`}</h1>
        <p className={main['lead']}>
          {t`For a hard moment, one thing at a time. It also opens while your journal is locked.`}
        </p>
      </header>
      {mayType && (
        <label className={classes['search']}>
          <span className="unseen">{t`Search the guide`}</span>
          <input
            type="search"
            className={field['field']}
            placeholder={t`Search the guide`}
            value={wanted}
            onChange={({ target }) => onWant(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || wanted === '') return
              event.preventDefault()
              onWant('')
            }}
          />
        </label>
      )}
      <p role="status" className={searching ? main['quiet'] : 'unseen'}>
        {searching && plural(shown.length, { 0: 'Nothing found', one: '# page', other: '# pages' })}
      </p>
      {searching ? (
        shown.length > 0 ? (
          <Pages entries={shown} label={t`Found`} last={last} onOpen={onOpen} />
        ) : (
          <EmptyState>{t`No page has these words. A single word, or its beginning, finds more.`}</EmptyState>
        )
      ) : (
        (['type', 'technique', 'page'] as const).map((kind) => (
          <section key={kind}>
            <h2>{groupName(kind)}</h2>
            <Pages
              entries={entries.filter(({ place }) => place.kind === kind)}
              label={groupName(kind)}
              last={last}
              onOpen={onOpen}
            />
          </section>
        ))
      )}
      {!searching && (
        <p>
          <Button onClick={onCards}>{t`Print pocket cards`}</Button>
        </p>
      )}
      {!searching && (
        <p className={main['quiet']}>
          {t`After a note Lull may show one line of this guide: of what fits the type, what you haven’t seen for longest, and nothing twice in a shift. None after abuse or distress. It can be switched off in Settings.`}
        </p>
      )}
    </div>
  )
}

interface PagesProps {
  entries: readonly Entry[]
  label: string
  last: string | null
  onOpen: (place: Place) => void
}

function Pages({ entries, label, last, onOpen }: PagesProps) {
  return (
    <ul className={classes['pages']} aria-label={label}>
      {entries.map(({ place, title }) => (
        <li key={keyOf(place)}>
          <button
            type="button"
            data-page={keyOf(place)}
            autoFocus={keyOf(place) === last}
            onClick={() => onOpen(place)}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** From the search field down the list and back up into it; it ends at both ends. */
function walk(event: KeyboardEvent, list: HTMLElement | null) {
  const step = steps[event.key]
  if (step === undefined || !list) return
  const stops = [...list.querySelectorAll<HTMLElement>('input, button')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  stops[at + step]?.focus()
}

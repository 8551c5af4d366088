import { plural, t } from '@lingui/core/macro'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { keyOf, places } from '../../src/guidance/guide.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { useKeys } from '../components/keys.ts'
import { groupName, pocketCard, type PocketCard } from '../i18n/guide/entries.ts'
import { pageName } from '../i18n/main/names.ts'
import { Back } from './Back.tsx'
import main from './Main.module.css'
import classes from './PocketCards.module.css'

interface PocketCardsProps {
  work: Work
  onBack: () => void
}

/** As many fit on A4 and on Letter. */
const aSheet = 8
const kinds = ['type', 'technique'] as const

/** Small cards to print and cut out: those that are ticked, eight to a page. Esc goes back. */
export function PocketCards({ work, onBack }: PocketCardsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const cards = useMemo(
    () =>
      places.flatMap((place) =>
        place.kind === 'page' ? [] : [{ kind: place.kind, ...pocketCard(place, work) }],
      ),
    [work],
  )
  useKeys((event) => {
    if (event.key !== 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return false
    onBack()
    return true
  })
  const tick = (key: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(key)
    else next.delete(key)
    setTicked(next)
  }
  const chosen = cards.filter(({ place }) => ticked.has(keyOf(place)))

  return (
    <div className={classes['page']}>
      <div className={classes['screen']}>
        <Back to={pageName('guide')} onBack={onBack} />
        <header>
          <h1 ref={heading} tabIndex={-1}>{t`Pocket cards`}</h1>
          <p className={main['lead']}>
            {t`Tick what you want to have at hand. Eight cards fit on a sheet, with lines to cut along.`}
          </p>
        </header>
        {kinds.map((kind) => (
          <Group key={kind} title={groupName(kind)}>
            {cards
              .filter((card) => card.kind === kind)
              .map(({ place, title }) => (
                <label key={keyOf(place)}>
                  <input
                    type="checkbox"
                    checked={ticked.has(keyOf(place))}
                    onChange={({ target }) => tick(keyOf(place), target.checked)}
                  />
                  {title}
                </label>
              ))}
          </Group>
        ))}
        <div className={main['bar']}>
          <Button kind="main" busy={chosen.length === 0} onClick={() => print()}>
            {t`Print the cards`}
          </Button>
          <Button
            onClick={() =>
              setTicked(
                new Set(
                  chosen.length === cards.length ? [] : cards.map(({ place }) => keyOf(place)),
                ),
              )
            }
          >
            {chosen.length === cards.length ? t`Tick none` : t`Tick all`}
          </Button>
          <p role="status" className={main['quiet']}>
            {chosen.length === 0
              ? t`No card is ticked yet.`
              : plural(chosen.length, { one: '# card', other: '# cards' })}
          </p>
        </div>
      </div>
      {Array.from({ length: Math.ceil(chosen.length / aSheet) }, (_, sheet) => (
        <div key={sheet} className={classes['sheet']}>
          {chosen.slice(sheet * aSheet, (sheet + 1) * aSheet).map((card) => (
            <Card key={keyOf(card.place)} card={card} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={classes['ticks']}>{children}</div>
    </div>
  )
}

function Card({ card: { title, point, texts, said } }: { card: PocketCard }) {
  return (
    <article className={classes['card']}>
      <h3>{title}</h3>
      {point !== '' && <p>{point}</p>}
      <ul>
        {texts.map((text) => (
          <li key={text}>{said ? <q>{text}</q> : text}</li>
        ))}
      </ul>
    </article>
  )
}

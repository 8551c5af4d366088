import { t } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import type { Place } from '../../src/guidance/guide.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { isWriting, useKeys } from '../components/keys.ts'
import { techniqueName, type Entry, type Section } from '../i18n/guide/entries.ts'
import { pageName } from '../i18n/main/names.ts'
import { Back } from './Back.tsx'
import classes from './Guide.module.css'
import main from './Main.module.css'

interface GuidePageProps {
  entry: Entry
  work: Work
  onOpen: (place: Place) => void
  onBack: () => void
  onTalk: () => void
  onPause: () => void
  onIncident: () => void
}

/** One page of the guide, as it also fits on a pocket card. Esc or Backspace goes back. */
export function GuidePage(props: GuidePageProps) {
  const { entry, work, onOpen, onBack, onTalk, onPause } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useKeys((event) => {
    const back = event.key === 'Escape' || (event.key === 'Backspace' && !isWriting(event))
    if (!back || event.ctrlKey || event.metaKey || event.altKey) return false
    onBack()
    return true
  })
  const { place, title, point, sections, techniques, doors } = entry

  return (
    <article className={classes['page']}>
      <Back to={pageName('guide')} onBack={onBack} />
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {point !== '' && <p className={main['lead']}>{point}</p>}
      </header>
      {doors && (
        <div className={`${main['ways']} ${classes['screen']}`}>
          <Button kind="main" onClick={onTalk}>
            {t`Talk to someone`}
          </Button>
          <Button onClick={onPause}>{t`Take a pause`}</Button>
          <Button onClick={onBack}>{t`Close`}</Button>
        </div>
      )}
      {sections.map((section) => (
        <section key={section.heading}>
          <h2>{section.heading}</h2>
          <Texts section={section} />
        </section>
      ))}
      {techniques.length > 0 && (
        <section className={classes['screen']}>
          <h2>{t`What fits here`}</h2>
          <ul className={classes['fits']}>
            {techniques.map((id) => (
              <li key={id}>
                <Button onClick={() => onOpen({ kind: 'technique', id })}>
                  {techniqueName(id, work)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className={`${classes['foot']} ${classes['screen']}`}>
        <Button kind="quiet" onClick={() => print()}>
          {t`Print as a pocket card`}
        </Button>
        {place.kind === 'type' && place.id === 'abusive' && (
          <Button kind="quiet" onClick={props.onIncident}>
            {t`Incident note`}
          </Button>
        )}
      </footer>
    </article>
  )
}

function Texts({ section: { look, texts } }: { section: Section }) {
  switch (look) {
    case 'text':
      return texts.map((text) => <p key={text}>{text}</p>)
    case 'steps':
      return (
        <ol className={classes['points']}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )
    case 'points':
      return (
        <ul className={classes['points']}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )
    case 'says':
    case 'avoids':
      return (
        <ul className={classes[look]}>
          {texts.map((text) => (
            <li key={text}>
              <q>{text}</q>
            </li>
          ))}
        </ul>
      )
  }
}

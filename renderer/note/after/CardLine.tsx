import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import type { TechniqueId } from '../../../src/guidance/guide.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { cardLine, cardName } from '../../i18n/after/cards.ts'
import type { Doors } from '../../state/bridge.ts'
import classes from '../Note.module.css'

export interface CardLineProps {
  doors: Doors
  /** The note that was saved. */
  noteId: string
  work: Work
}

/** One technique that fits what was noted, in one line; "more" opens its page. Often there is none. */
export default function CardLine({ doors, noteId, work }: CardLineProps) {
  const [technique, setTechnique] = useState<TechniqueId | null>(null)
  useEffect(() => {
    let here = true
    async function look() {
      const { technique } = await doors.vault('guide.card', { id: noteId })
      if (here) setTechnique(technique)
    }
    // A card is an extra: where it can't be had, the note simply ends without one.
    look().catch(() => {})
    return () => {
      here = false
    }
  }, [doors, noteId])
  if (technique === null) return null
  return (
    <aside className={classes['card']} aria-label={t`From the guide`}>
      <p>
        <strong>{cardName(technique, work)}</strong> {cardLine(technique, work)}
      </p>
      <Button
        kind="quiet"
        onClick={() => void doors.shell('open', { window: 'main', page: 'guide', technique })}
      >
        {t`More`}
      </Button>
    </aside>
  )
}

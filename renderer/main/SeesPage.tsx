import { t } from '@lingui/core/macro'
import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { pageName } from '../i18n/main/names.ts'
import { seesRows } from '../i18n/main/sees.ts'
import { doors } from '../state/doors.ts'
import { createSeesRoom } from '../state/sees.ts'
import main from './Main.module.css'
import classes from './SeesPage.module.css'

interface SeesPageProps {
  /** Whether Lull says where its windows open; on Wayland the desktop does. */
  isPlaced: boolean
}

/** What Lull can see of this desktop, and what it can't: each in a line, with what to do instead. */
export default function SeesPage({ isPlaced }: SeesPageProps) {
  const id = useId()
  const [room] = useState(() => createSeesRoom(doors))
  const { sees, problem } = useStore(room.store)
  useEffect(() => void room.look(), [room])
  return (
    <>
      <header>
        <h1 id={id}>{pageName('sees')}</h1>
        <p className={main['lead']}>
          {t`While something waits to be offered, Lull checks whether this is a moment for it.`}
        </p>
      </header>
      <Problem code={problem} />
      {sees && (
        <ul aria-labelledby={id} className={classes['rows']}>
          {seesRows(sees, isPlaced).map(({ name, isSeen, says, now }) => (
            <li key={name}>
              <div className={classes['name']}>
                {name}
                <span className={main['quiet']}>
                  {isSeen ? t`seen` : t`not seen`}
                  {now !== null && ` · ${now}`}
                </span>
              </div>
              <p>{says}</p>
            </li>
          ))}
        </ul>
      )}
      <p className={main['quiet']}>
        {t`The reason for a wait can be read in Lull for seven days; nothing else of this is kept. We have tried it on what these systems’ tools print, not yet at each of these desks.`}
      </p>
      <p>
        <Button onClick={() => void room.look()}>{t`Look again`}</Button>
      </p>
    </>
  )
}

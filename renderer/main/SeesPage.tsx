import { t } from '@lingui/core/macro'
import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { pageName } from '../i18n/main/names.ts'
import { seesRows, type SeenRow } from '../i18n/main/sees.ts'
import { doors } from '../state/doors.ts'
import type { Main } from '../state/main.ts'
import { createSeesRoom } from '../state/sees.ts'
import main from './Main.module.css'
import classes from './SeesPage.module.css'

interface SeesPageProps {
  /** Whether Lull says where its windows open; on Wayland the desktop does. */
  isPlaced: boolean
  main: Main
}

/** What Lull can see of this desktop, and what it can't: each in a line, with what to do instead. */
export default function SeesPage({ isPlaced, main: screen }: SeesPageProps) {
  const id = useId()
  const [room] = useState(() => createSeesRoom(doors))
  const { sees, problem } = useStore(room.store)
  useEffect(() => void room.look(), [room])
  return (
    <>
      <header>
        <h1 id={id}>{pageName('sees')}</h1>
        <p className={main['lead']}>
          {t`It looks while something waits to be offered, and lets that wait. Nothing of it is kept.`}
        </p>
      </header>
      <Problem code={problem} />
      {sees && (
        <Rows labelledBy={id}>
          {seesRows(sees, isPlaced).map((row) => (
            <Row key={row.name} first={<Name row={row} />} last={row.now}>
              {row.says}
            </Row>
          ))}
        </Rows>
      )}
      <p className={main['quiet']}>
        {t`Tried by us on what these systems' tools print, not yet at each of these desks.`}
      </p>
      <p className={main['ways']}>
        <Button onClick={() => void room.look()}>{t`Look again`}</Button>
        <Button kind="quiet" onClick={() => screen.go('settings')}>
          {t`Back to Settings`}
        </Button>
      </p>
    </>
  )
}

function Name({ row }: { row: SeenRow }) {
  return (
    <span className={classes['name']}>
      {row.name}
      <small>{row.isSeen ? t`seen` : t`not seen`}</small>
    </span>
  )
}

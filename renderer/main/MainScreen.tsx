import { t } from '@lingui/core/macro'
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { Main } from '../state/main.ts'
import classes from './Main.module.css'
import { Sidebar } from './Sidebar.tsx'
import { Today } from './Today.tsx'

/** The charts are loaded when they are first looked at. */
const Trends = lazy(() => import('./Trends.tsx'))

export function MainScreen({ main }: { main: Main }) {
  const state = useStore(main.store)
  const { page, today, trends, journal } = state
  return (
    <div className={classes['window']}>
      <Sidebar page={page} canLock={journal.state === 'open'} onGo={main.go} onLock={main.lock} />
      <main className={classes['page']}>
        <Problem code={state.problem} />
        {today === null || trends === null ? (
          <Locked onUnlock={() => main.open('unlock')} />
        ) : page === 'today' ? (
          <Today
            today={today}
            journal={journal}
            waitingCheckIn={state.checkIn}
            onCheckIn={main.checkIn}
            onOpen={main.open}
          />
        ) : (
          <Suspense>
            <Trends trends={trends} />
          </Suspense>
        )}
      </main>
    </div>
  )
}

function Locked({ onUnlock }: { onUnlock: () => void }) {
  return (
    <>
      <h1>{t`Your journal is locked`}</h1>
      <p className={classes['lead']}>{t`Pauses work all the same.`}</p>
      <p>
        <Button kind="main" onClick={onUnlock}>
          {t`Unlock`}
        </Button>
      </p>
    </>
  )
}

import { t } from '@lingui/core/macro'
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { isWriting, useKeys } from '../components/keys.ts'
import { Problem } from '../components/Problem.tsx'
import { Toast } from '../components/Toast.tsx'
import { guideCatalogs } from '../i18n/guide/catalogs.ts'
import { speakAlso } from '../i18n/speak.ts'
import type { Main } from '../state/main.ts'
import { Away } from './Away.tsx'
import { saidWords } from './journal-words.ts'
import classes from './Main.module.css'
import { NotYet } from './NotYet.tsx'
import { pageByKey } from './pages.ts'
import { Sidebar } from './Sidebar.tsx'
import { Today } from './Today.tsx'

/** What most days don't need is loaded when it is first looked at. */
const Breathe = lazy(() => import('./Breathe.tsx'))
const Asked = lazy(() => import('./Asked.tsx'))
const Journal = lazy(() => import('./Journal.tsx'))
const Trends = lazy(() => import('./Trends.tsx'))
const Settings = lazy(() => import('./Settings.tsx'))
const Support = lazy(() => import('./Support.tsx'))
const Guide = lazy(async () => {
  const [part] = await Promise.all([import('./Guide.tsx'), speakAlso(guideCatalogs)])
  return part
})

export function MainScreen({ main }: { main: Main }) {
  const state = useStore(main.store)
  const { page, saved, journal } = state
  const said = useStore(main.journal.store, (view) => view.said)
  const undo = said ? said.undo : (saved?.undo ?? null)

  useKeys((event) => {
    if (!event.ctrlKey && !event.metaKey) return false
    const wanted = pageByKey(event.key)
    if (wanted) main.go(wanted)
    else if (event.key === 'z' && undo && !isWriting(event)) void undo()
    else return false
    return true
  })

  return (
    <div className={classes['window']}>
      <Sidebar page={page} canLock={journal.state === 'open'} onGo={main.go} onLock={main.lock} />
      <div className={classes['beside']}>
        <main key={page} className={classes['page']}>
          <div className={classes['content']}>
            <Problem code={state.problem} />
            <Suspense>
              <Page main={main} />
            </Suspense>
          </div>
        </main>
        <Toast
          said={
            said
              ? { key: `journal ${said.key}`, words: saidWords(said) }
              : saved && { key: saved.count, words: t`Saved.` }
          }
          onUndo={undo && (() => void undo())}
        />
      </div>
    </div>
  )
}

function Page({ main }: { main: Main }) {
  const state = useStore(main.store)
  const { page, today, trends, journal } = state
  switch (page) {
    case 'breathe':
      return <Breathe device={state.device} pauses={state.pauses} main={main} />
    case 'guide':
      return <Guide work={state.settings?.work ?? 'calls'} main={main} />
    case 'support':
      return (
        <Support
          contacts={state.contacts}
          words={state.settings?.words ?? null}
          hasJournal={journal.state !== 'absent'}
          main={main}
        />
      )
    case 'settings':
      return (
        <Settings
          device={state.device}
          shortcuts={state.shortcuts}
          settings={state.settings}
          hasJournal={journal.state !== 'absent'}
          choose={main.choose}
          chooseDevice={main.chooseDevice}
          onAsked={() => main.go('asked')}
        />
      )
  }
  if (today === null || trends === null) return <Locked onUnlock={() => main.open('unlock')} />
  if (page === 'asked') return <Asked room={main.asked} />
  const blankAway = state.device.blankAway
  if (page === 'trends')
    return (
      <Away on={blankAway}>
        <Trends trends={trends} />
      </Away>
    )
  if (page === 'journal')
    return (
      <Away on={blankAway}>
        <Journal room={main.journal} settings={state.settings} />
      </Away>
    )
  if (page !== 'today') return <NotYet />
  return (
    <Today
      today={today}
      journal={journal}
      device={state.device}
      work={state.settings?.work ?? 'calls'}
      tray={state.tray}
      waitingCheckIn={state.checkIn}
      main={main}
    />
  )
}

function Locked({ onUnlock }: { onUnlock: () => void }) {
  return (
    <>
      <header>
        <h1>{t`Your journal is locked`}</h1>
        <p className={classes['lead']}>{t`Pauses work all the same.`}</p>
      </header>
      <p>
        <Button kind="main" onClick={onUnlock}>
          {t`Unlock`}
        </Button>
      </p>
    </>
  )
}

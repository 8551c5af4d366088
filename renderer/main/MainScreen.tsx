import { t } from '@lingui/core/macro'
import { lazy, Suspense, useCallback } from 'react'
import { useStore } from 'zustand'
import type { TypeId } from '../../src/guidance/types.ts'
import { Button } from '../components/Button.tsx'
import { isWriting, useKeys } from '../components/keys.ts'
import { Problem } from '../components/Problem.tsx'
import { Toast } from '../components/Toast.tsx'
import { aboutCatalogs } from '../i18n/about/catalogs.ts'
import { guideCatalogs } from '../i18n/guide/catalogs.ts'
import { pageName } from '../i18n/main/names.ts'
import { speakAlso } from '../i18n/speak.ts'
import type { Main } from '../state/main.ts'
import { Away } from './Away.tsx'
import { Back } from './Back.tsx'
import { Caught } from './Caught.tsx'
import { checkInSaidWords, droppedAllWords, saidWords } from './journal-words.ts'
import classes from './Main.module.css'
import { pageByKey, parentOf } from './pages.ts'
import { PlansPage } from './plans/parts.ts'
import { MakePlan } from './plans/PlanFrom.tsx'
import { planSaidWords } from './plans/said.ts'
import { Sidebar } from './Sidebar.tsx'
import { Today } from './Today.tsx'
import { TroubleLine } from './TroubleLine.tsx'
import { TrendsMore } from './TrendsMore.tsx'
import { SheetPage, WeekPage } from './week/parts.ts'

/** What most days don't need is loaded when it is first looked at. */
const Breathe = lazy(() => import('./Breathe.tsx'))
const Asked = lazy(() => import('./Asked.tsx'))
const Copies = lazy(() => import('./Copies.tsx'))
const Data = lazy(() => import('./Data.tsx'))
const Journal = lazy(() => import('./Journal.tsx'))
const Trends = lazy(() => import('./trends/TrendsPage.tsx'))
const CheckIns = lazy(() => import('./checkins/CheckInsPage.tsx'))
const SelfCheck = lazy(() => import('./selfcheck/SelfCheckPage.tsx'))
const Settings = lazy(() => import('./Settings.tsx'))
const Connect = lazy(() => import('./Connect.tsx'))
const SeesPage = lazy(() => import('./SeesPage.tsx'))
const KeysPage = lazy(() => import('./keys/KeysPage.tsx'))
const Incident = lazy(() => import('./Incident.tsx'))
const Support = lazy(() => import('./Support.tsx'))
const About = lazy(async () => {
  const [part] = await Promise.all([import('./about/AboutPage.tsx'), speakAlso(aboutCatalogs)])
  return part
})
const Privacy = lazy(async () => {
  const [part] = await Promise.all([import('./about/PrivacyPage.tsx'), speakAlso(aboutCatalogs)])
  return part
})
const Evidence = lazy(async () => {
  const [part] = await Promise.all([import('./about/EvidencePage.tsx'), speakAlso(aboutCatalogs)])
  return part
})
const Report = lazy(async () => {
  const [part] = await Promise.all([import('./about/ReportPage.tsx'), speakAlso(aboutCatalogs)])
  return part
})
const Guide = lazy(async () => {
  const [part] = await Promise.all([import('./Guide.tsx'), speakAlso(guideCatalogs)])
  return part
})

export function MainScreen({ main }: { main: Main }) {
  const state = useStore(main.store)
  const { page, saved, journal } = state
  const said = useStore(main.journal.store, (view) => view.said)
  const planSaid = useStore(main.plans.store, (view) => view.said)
  const checkInSaid = useStore(main.checkIns.store, (view) => view.said)
  const selfCheckSaid = useStore(main.selfCheck.store, (view) => view.said)
  const allWords = useStore(main.allWords.store)
  const dropped = allWords.canUndo || saved === null ? allWords.dropped : null
  const undoWords = allWords.canUndo ? main.allWords.undo : null
  const undo = said
    ? said.undo
    : planSaid
      ? planSaid.undo
      : checkInSaid
        ? checkInSaid.undo
        : selfCheckSaid
          ? selfCheckSaid.undo
          : dropped
            ? undoWords
            : (saved?.undo ?? null)

  const makePlan = useCallback(
    (type: TypeId | null) => {
      main.plans.make({ type })
      main.go('plans')
    },
    [main],
  )

  const parent = parentOf(page)
  useKeys((event) => {
    if (!event.ctrlKey && !event.metaKey) {
      if (event.key !== 'Escape' || parent === null || isFilling(event)) return false
      main.go(parent)
      return true
    }
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
            {parent && <Back to={pageName(parent)} onBack={() => main.go(parent)} />}
            <TroubleLine
              trouble={state.trouble}
              onRead={main.troubleRead}
              onReport={() => {
                main.troubleRead()
                main.go('report')
              }}
            />
            <Problem code={state.problem} />
            <Caught key={page} onReport={() => main.go('report')}>
              <Suspense>
                <MakePlan value={makePlan}>
                  <Page main={main} />
                </MakePlan>
              </Suspense>
            </Caught>
          </div>
        </main>
        <Toast
          said={
            said
              ? { key: `journal ${said.key}`, words: saidWords(said) }
              : planSaid
                ? { key: `plan ${planSaid.key}`, words: planSaidWords(planSaid) }
                : checkInSaid
                  ? { key: `check-in ${checkInSaid.key}`, words: checkInSaidWords(checkInSaid) }
                  : selfCheckSaid
                    ? { key: `self-check ${selfCheckSaid.key}`, words: t`The self-check is gone.` }
                    : dropped
                      ? { key: 'words', words: droppedAllWords(dropped) }
                      : saved && { key: saved.count, words: t`Saved.` }
          }
          onUndo={undo && (() => void undo())}
        />
      </div>
    </div>
  )
}

/** Whoever is in the middle of filling in a field doesn't lose it by a key that closes lists. */
const isFilling = ({ target }: KeyboardEvent) =>
  target instanceof Element &&
  target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=range])')

function Page({ main }: { main: Main }) {
  const state = useStore(main.store)
  const { page, today, journal } = state
  switch (page) {
    case 'breathe':
      return <Breathe device={state.device} pauses={state.pauses} main={main} />
    case 'guide':
      return (
        <Guide
          key={state.guideAt?.turn}
          work={state.settings?.work ?? 'calls'}
          words={state.settings?.words ?? null}
          opened={state.guideAt?.technique ?? null}
          main={main}
        />
      )
    case 'support':
      return (
        <Support
          contacts={state.contacts}
          words={state.settings?.words ?? null}
          hasJournal={journal.state !== 'absent'}
          main={main}
        />
      )
    case 'connect':
      return <Connect device={state.device} main={main} />
    case 'sees':
      return <SeesPage isPlaced={state.placed !== false} />
    case 'about':
      return <About main={main} />
    case 'privacy':
      return <Privacy main={main} />
    case 'evidence':
      return <Evidence />
    case 'report':
      return <Report isOpen={journal.state === 'open'} />
    case 'keys':
      return <KeysPage device={state.device} journal={journal} main={main} />
    case 'settings':
      return (
        <Settings
          device={state.device}
          shortcuts={state.shortcuts}
          settings={state.settings}
          types={state.types}
          hasJournal={journal.state !== 'absent'}
          go={main.go}
          allWords={main.allWords}
          choose={main.choose}
          setTypes={main.setTypes}
          shift={main.shift}
          chooseDevice={main.chooseDevice}
          recordKeys={main.recordKeys}
        />
      )
  }
  if (today === null) return <Locked onUnlock={() => main.open('unlock')} />
  if (page === 'asked') return <Asked room={main.asked} />
  if (page === 'data')
    return (
      <Data
        room={main.data}
        work={state.settings?.work ?? 'calls'}
        words={state.settings?.words === 'numbers-and-words'}
        onCopies={() => main.go('copies')}
      />
    )
  if (page === 'copies') return <Copies room={main.copies} />
  const blankAway = state.device.blankAway
  if (page === 'trends')
    return (
      <Away on={blankAway}>
        <Trends
          room={main.trends}
          hasJournal={journal.state !== 'absent'}
          work={state.settings?.work ?? 'calls'}
          onTalk={() => main.go('support')}
          onSheet={() => main.go('sheet')}
        />
        <TrendsMore onGo={main.go} />
      </Away>
    )
  if (page === 'check-ins')
    return (
      <Away on={blankAway}>
        <CheckIns room={main.checkIns} hasJournal={journal.state !== 'absent'} />
      </Away>
    )
  if (page === 'self-check')
    return (
      <Away on={blankAway}>
        <SelfCheck
          room={main.selfCheck}
          hasJournal={journal.state !== 'absent'}
          heavy={today.heavyNumbers}
          onTalk={() => main.go('support')}
        />
      </Away>
    )
  if (page === 'week')
    return (
      <WeekPage
        room={main.week}
        selfCheck={main.selfCheck}
        plans={main.plans}
        work={state.settings?.work ?? 'calls'}
        words={state.settings?.words ?? 'unasked'}
        hasJournal={journal.state !== 'absent'}
        blankAway={blankAway}
        onSheet={() => main.go('sheet')}
      />
    )
  if (page === 'sheet')
    return (
      <SheetPage
        room={main.sheet}
        work={state.settings?.work ?? 'calls'}
        hasJournal={journal.state !== 'absent'}
        blankAway={blankAway}
      />
    )
  if (page === 'journal')
    return (
      <Away on={blankAway}>
        <Journal
          room={main.journal}
          settings={state.settings}
          onIncident={() => main.go('incident')}
          onShiftStart={(shiftStart) => main.choose({ shiftStart })}
        />
      </Away>
    )
  if (page === 'plans')
    return (
      <PlansPage
        room={main.plans}
        work={state.settings?.work ?? 'calls'}
        words={state.settings?.words ?? 'unasked'}
        hasJournal={journal.state !== 'absent'}
      />
    )
  if (page === 'incident')
    return (
      <Incident
        room={main.incident}
        words={state.settings?.words ?? 'unasked'}
        hasJournal={journal.state !== 'absent'}
        blankAway={blankAway}
      />
    )
  return (
    <Today
      today={today}
      journal={journal}
      device={state.device}
      work={state.settings?.work ?? 'calls'}
      words={state.settings?.words === 'numbers-and-words'}
      tray={state.tray}
      placed={state.placed}
      isQuiet={state.isQuiet}
      waitingCheckIn={state.checkIn}
      checkInAsked={state.checkInAsked}
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

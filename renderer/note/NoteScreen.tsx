import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { pathOf } from '../../src/notes/brooding.ts'
import { isWriting, useKeys } from '../components/keys.ts'
import { Problem } from '../components/Problem.tsx'
import { Gap, Small } from '../components/Small.tsx'
import type { Note } from '../state/note.ts'
import { Desk } from './Desk.tsx'
import { Difficulty } from './Difficulty.tsx'
import { wordsFollow, type Flow } from './flow.ts'
import { Onward } from './Onward.tsx'
import { Type } from './Type.tsx'
import { Waiting } from './Waiting.tsx'
import { Words } from './Words.tsx'
import classes from './Note.module.css'

/**
 * A note on a call: how hard, what it was, a few words where words are allowed; and a step from there
 * where it was hard.
 */
export function NoteScreen({ note }: { note: Note }) {
  const flow = useStore(note.store)
  const waiting = flow.stage === 'waiting'

  useKeys((event) => {
    if (event.key === 'Escape' && !waiting) void note.close()
    else if (isBack(event)) note.act({ act: 'back' })
    else return false
    return true
  })
  useEffect(() => {
    addEventListener('pagehide', note.leave)
    return () => removeEventListener('pagehide', note.leave)
  }, [note])

  return (
    <Small footer={<Footer flow={flow} note={note} />}>
      <Step flow={flow} note={note} />
      <Problem code={flow.problem} />
      {flow.sealed && (
        <p className={classes['sealed']}>
          {t`Your journal is locked. What you note is sealed; it can be read once you unlock.`}
        </p>
      )}
      <p role="status" className="unseen">
        {flow.saved && t`Kept.`}
      </p>
    </Small>
  )
}

const isBack = (event: KeyboardEvent) =>
  !isWriting(event) && (event.key === 'Backspace' || (event.altKey && event.key === 'ArrowLeft'))

function Step({ flow, note }: { flow: Flow; note: Note }) {
  if (flow.stage === 'waiting') return <Waiting onUnlock={note.unlock} />
  switch (flow.step) {
    case 'difficulty':
      return <Difficulty flow={flow} act={note.act} />
    case 'type':
      return <Type flow={flow} act={note.act} />
    case 'words':
      return <Words flow={flow} act={note.act} />
    case 'desk':
      return <Desk onAnswer={note.answerDesk} />
    case 'onward':
      return <Onward flow={flow} act={note.act} goOnward={note.goOnward} doors={note.doors} />
  }
}

/** What is kept, and the ways on, back and out; each is a button, with its key beside it. */
function Footer({ flow, note }: { flow: Flow; note: Note }) {
  const { step, stage, saved } = flow
  const next = () => note.act({ act: 'next' })
  const asking = stage === 'asking'
  const out = (
    <>
      {!saved && (
        <Button kind="quiet" onClick={() => note.act({ act: 'drop' })}>
          {t`Not this one`}
        </Button>
      )}
      {step !== 'onward' && (
        <Button kind="quiet" onClick={note.talk}>
          {t`Talk to someone`}
        </Button>
      )}
    </>
  )
  const ways = (
    <>
      <Gap />
      {asking && step !== 'difficulty' && !saved && (
        <Button kind="quiet" onClick={() => note.act({ act: 'back' })}>
          {t`Back`}
        </Button>
      )}
      {step === 'onward' && pathOf(flow) === 'hard' ? (
        <Button kind="quiet" hint="Enter" onClick={next}>
          {t`Done`}
        </Button>
      ) : (
        asking && (
          <Button kind="quiet" hint="Esc" onClick={() => void note.close()}>
            {t`Close`}
          </Button>
        )
      )}
    </>
  )
  const onward = asking ? nextWords(flow) : null
  if (onward === null)
    return (
      <>
        {out}
        {ways}
      </>
    )
  return (
    <>
      <Button kind="main" hint="Enter" onClick={next}>
        {onward}
      </Button>
      {ways}
      <span className={classes['break']} />
      {out}
    </>
  )
}

/** What Enter does here, or null where a number is still to be chosen or nothing is asked. */
function nextWords(flow: Flow): string | null {
  if (flow.step === 'difficulty') return flow.difficulty === null ? null : t`Go on`
  if (flow.step === 'type') return wordsFollow(flow) ? t`Go on` : t`Save`
  return flow.step === 'words' ? t`Save` : null
}

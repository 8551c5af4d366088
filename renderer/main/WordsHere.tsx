import { plural, t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { KeptWords, Settings } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Problem } from '../components/Problem.tsx'
import type { AllWordsRoom } from '../state/all-words.ts'
import classes from './Settings.module.css'

interface WordsHereProps {
  room: AllWordsRoom
  mode: Settings['words']
}

/** What becomes of the words that there are, at a desk for numbers only; and how they go for good. */
export function WordsHere({ room, mode }: WordsHereProps) {
  const { kept, busy, problem } = useStore(room.store)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])
  const there =
    kept !== null && (kept.notes > 0 || kept.checkIns > 0 || kept.others > 0 || kept.draft)
  return (
    <div className={classes['words']}>
      {there && <p className={classes['hint']}>{keptWords(kept, mode)}</p>}
      {there && mode === 'numbers' && (
        <p>
          <Button busy={busy} onClick={() => setAsking(true)}>
            {t`Drop all these words for good`}
          </Button>
        </p>
      )}
      <Problem code={problem} />
      {asking && kept && (
        <Sure
          {...kept}
          onDrop={() => {
            setAsking(false)
            void room.drop()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

/** By the mode that is on: what is so, or what would be. */
function keptWords({ notes, checkIns, others, draft }: KeptWords, mode: Settings['words']): string {
  const now = plural(notes, {
    one: '# note has words. They stay encrypted in your journal and aren’t shown at this desk.',
    other: '# notes have words. They stay encrypted in your journal and aren’t shown at this desk.',
  })
  const then = plural(notes, {
    one: '# note has words. With numbers only they stay encrypted in your journal, and aren’t shown at this desk.',
    other:
      '# notes have words. With numbers only they stay encrypted in your journal, and aren’t shown at this desk.',
  })
  return [
    ...(notes > 0 ? [mode === 'numbers' ? now : then] : []),
    ...(checkIns > 0
      ? [plural(checkIns, { one: '# check-in has words.', other: '# check-ins have words.' })]
      : []),
    ...(others > 0
      ? [
          plural(others, {
            one: 'Something is written of # shift or week.',
            other: 'Something is written of # shifts and weeks.',
          }),
        ]
      : []),
    ...(draft ? [t`An unfinished note has words too; they wait in it.`] : []),
  ].join(' ')
}

interface SureProps extends KeptWords {
  onDrop: () => void
  onClose: () => void
}

function Sure({ notes, checkIns, others, draft, ...props }: SureProps) {
  return (
    <Dialog
      title={t`Drop all words?`}
      onClose={props.onClose}
      actions={
        <>
          <Button focused onClick={props.onClose}>
            {t`Keep them`}
          </Button>
          <Button onClick={props.onDrop}>{t`Drop the words, keep the numbers`}</Button>
        </>
      }
    >
      {notes > 0 && (
        <p>
          {plural(notes, {
            one: 'The words of # note go. Its numbers stay.',
            other: 'The words of # notes go. Their numbers stay.',
          })}
        </p>
      )}
      {checkIns > 0 && (
        <p>
          {plural(checkIns, {
            one: 'The words of # check-in go. Its numbers stay.',
            other: 'The words of # check-ins go. Their numbers stay.',
          })}
        </p>
      )}
      {others > 0 && (
        <p>
          {plural(others, {
            one: 'What you wrote of # shift or week goes.',
            other: 'What you wrote of # shifts and weeks goes.',
          })}
        </p>
      )}
      {draft && <p>{t`The words of your unfinished note go. Its numbers stay.`}</p>}
      <p>
        {t`Your plans, your list of what does you good, and people to talk to stay; each can be changed in its place.`}
      </p>
      <p>
        {t`This can be taken back for 8 seconds; then they leave the journal, and every older copy that Lull can change. What was copied out of Lull’s folder, by a backup of this computer for one, is out of reach.`}
      </p>
    </Dialog>
  )
}

import { plural, t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Problem } from '../components/Problem.tsx'
import type { AllWordsRoom } from '../state/all-words.ts'
import { droppedAllWords } from './journal-words.ts'
import main from './Main.module.css'
import classes from './Settings.module.css'

interface WordsHereProps {
  room: AllWordsRoom
  mode: Settings['words']
}

/** What becomes of the words that there are, at a desk for numbers only; and how they go for good. */
export function WordsHere({ room, mode }: WordsHereProps) {
  const { kept, dropped, canUndo, busy, problem } = useStore(room.store)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])
  const there = kept !== null && (kept.notes > 0 || kept.draft)
  return (
    <div className={classes['words']}>
      {there && <p className={classes['hint']}>{keptWords(kept.notes, kept.draft, mode)}</p>}
      {there && mode === 'numbers' && (
        <p>
          <Button busy={busy} onClick={() => setAsking(true)}>
            {t`Drop all these words for good`}
          </Button>
        </p>
      )}
      <div role="status" className={dropped ? main['ways'] : undefined}>
        {dropped && (
          <>
            <span>{droppedAllWords(dropped)}</span>
            {canUndo && (
              <Button kind="quiet" onClick={() => void room.undo()}>
                {t`Undo`}
              </Button>
            )}
          </>
        )}
      </div>
      <Problem code={problem} />
      {asking && kept && (
        <Sure
          notes={kept.notes}
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
function keptWords(notes: number, draft: boolean, mode: Settings['words']): string {
  const unfinished = draft ? ` ${t`An unfinished note has words too; they wait in it.`}` : ''
  if (mode === 'numbers')
    return (
      (notes > 0
        ? plural(notes, {
            one: "# note has words. They stay encrypted in your journal and aren't shown at this desk.",
            other:
              "# notes have words. They stay encrypted in your journal and aren't shown at this desk.",
          })
        : '') + unfinished
    ).trim()
  return (
    (notes > 0
      ? plural(notes, {
          one: "# note has words. With numbers only they stay encrypted in your journal, and aren't shown at this desk.",
          other:
            "# notes have words. With numbers only they stay encrypted in your journal, and aren't shown at this desk.",
        })
      : '') + unfinished
  ).trim()
}

function Sure(props: { notes: number; onDrop: () => void; onClose: () => void }) {
  const { notes } = props
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
      <p>
        {plural(notes, {
          0: 'The words of your unfinished note go. Its numbers stay.',
          one: 'The words of # note go, and those of an unfinished one. Their numbers stay.',
          other: 'The words of # notes go, and those of an unfinished one. Their numbers stay.',
        })}
      </p>
      <p>
        {t`This can be taken back for 8 seconds; then they leave the disk for good. What was copied out of Lull's folder, by a backup of this computer for one, is out of reach.`}
      </p>
    </Dialog>
  )
}

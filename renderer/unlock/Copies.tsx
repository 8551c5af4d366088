import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { CopyLine, CopyLook, ErrorCode } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import {
  copyDiffersWords,
  copyHoldsWords,
  copyKindWords,
  copyTimeWords,
} from '../i18n/keys/copies.ts'
import { sizeWords } from '../i18n/keys/counts.ts'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'
import { SecretForm } from './SecretForm.tsx'
import classes from './Unlock.module.css'

type CopiesProps = Pick<
  UnlockState,
  'by' | 'busy' | 'problem' | 'refused' | 'keys' | 'copies' | 'task'
> & {
  onLookInside: (name: string, secret: string) => Promise<void>
  onSwitch: () => void
  onWaited: () => void
  onBack: () => void
}

/** Which copy, and what opens it: that of now while the journal is locked, else that of then. */
export function Copies(props: CopiesProps) {
  const { task } = props
  // In an open journal only those are asked for that its own keys don't open.
  const copies = props.copies.filter(({ opens }) =>
    task === 'copies' ? opens === 'other-key' : opens !== 'damaged',
  )
  const [picked, setPicked] = useState<string | null>(null)
  // What was kept as it was found is the last to open.
  const first = copies.find(({ kind }) => kind !== 'damaged') ?? copies[0]
  const name = picked ?? first?.name

  return (
    <main className={classes['screen']}>
      <h1>{t`Open a copy`}</h1>
      {copies.length === 0 ? (
        <>
          <p>{t`There is no copy here that could be opened.`}</p>
          <div className={classes['actions']}>
            <Button kind="main" hint="Esc" focused onClick={props.onBack}>
              {t`Back`}
            </Button>
          </div>
        </>
      ) : (
        <SecretForm
          {...props}
          go={t`Look inside`}
          going={t`Looking…`}
          leave={t`Back`}
          ofNow={false}
          canSwitch
          onSecret={(secret) => {
            if (name !== undefined) void props.onLookInside(name, secret)
          }}
          onLeave={props.onBack}
          over={
            <>
              <fieldset className={classes['copies']}>
                <legend>{t`Which one?`}</legend>
                {copies.map((copy) => (
                  <label key={copy.name}>
                    <input
                      type="radio"
                      name="copy"
                      checked={copy.name === name}
                      onChange={() => setPicked(copy.name)}
                    />
                    <span>
                      {copyTimeWords(copy)}
                      <small>
                        {copyKindWords(copy.kind)}, {sizeWords(copy.bytes)}
                      </small>
                    </span>
                  </label>
                ))}
              </fieldset>
              <p className={classes['small']}>
                {task === 'copies'
                  ? t`What opened your journal when the copy was made opens it.`
                  : t`What opens your journal opens it, or what opened it when the copy was made. Nothing is changed by a look.`}
              </p>
            </>
          }
        />
      )}
    </main>
  )
}

interface CopyInsideProps {
  line: CopyLine
  look: CopyLook
  busy: boolean
  problem: ErrorCode | null
  onRestore: () => Promise<void>
  onBack: () => void
}

/** What is in it, and what putting it back does. */
export function CopyInside({ line, look, busy, problem, onRestore, onBack }: CopyInsideProps) {
  const time = copyTimeWords(line)
  const lines = look.differs ? copyDiffersWords(look.differs) : []
  return (
    <Say
      heading={t`The copy of ${time}`}
      actions={
        <>
          <Button kind="main" busy={busy} onClick={() => void onRestore()}>
            {t`Put it back`}
          </Button>
          <Button hint="Esc" onClick={onBack}>
            {t`Back`}
          </Button>
        </>
      }
    >
      <p>{copyHoldsWords(look)}</p>
      {lines.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {look.differs ? (
        <p>{t`Your current journal is kept as a copy first. What you deleted stays deleted, words that you dropped stay away, and your settings stay as they are.`}</p>
      ) : (
        <p>{t`What lies here now is kept as it is, in the folder of the copies. What was entered after the copy isn’t in it. Where your journal can’t be read any more, entries that you deleted after it may be there again; their words are not, unless the copy couldn’t be changed then.`}</p>
      )}
      <Problem code={problem} />
    </Say>
  )
}

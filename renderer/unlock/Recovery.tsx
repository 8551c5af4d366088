import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import field from '../components/Field.module.css'
import { Problem } from '../components/Problem.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'
import classes from './Unlock.module.css'

type OfferKeyProps = Pick<UnlockState, 'busy' | 'problem'> & {
  onNow: () => Promise<void>
  onLater: () => void
}

/** A recovery key is best written where nobody looks on, so it can wait until home. */
export function OfferKey({ busy, problem, onNow, onLater }: OfferKeyProps) {
  return (
    <Say
      heading={t`A key for the day you forget`}
      actions={
        <>
          <Button kind="main" busy={busy} onClick={() => void onNow()}>
            {t`Write it down now`}
          </Button>
          <Button onClick={onLater}>{t`Remind me at home`}</Button>
        </>
      }
    >
      <p>{t`A recovery key opens your journal when the passphrase is gone. Without either, nobody can open it, and neither can Lull.`}</p>
      <p>{t`Write it on paper, and where nobody looks on.`}</p>
      <Problem code={problem} />
    </Say>
  )
}

interface ShowKeyProps {
  recoveryKey: string
  onWritten: () => void
  onClose: () => void
}

/** The key, this once, in groups of four. */
export function ShowKey({ recoveryKey, onWritten, onClose }: ShowKeyProps) {
  return (
    <Say
      heading={t`Your recovery key`}
      actions={
        <>
          <Button kind="main" onClick={onWritten}>{t`It’s on paper`}</Button>
          <Button onClick={onClose}>{t`Not now`}</Button>
        </>
      }
    >
      <p>{t`Write it down by hand and keep it away from this computer. Lull shows it only now. A printer, a photo or the clipboard keeps a copy where others can look.`}</p>
      <ul className={classes['key']} data-own-words aria-label={t`Recovery key, in groups of four`}>
        {recoveryKey.split(/[\s-]+/).map((group, index) => (
          <li key={`${index} ${group}`}>{group}</li>
        ))}
      </ul>
    </Say>
  )
}

type CheckKeyProps = Pick<UnlockState, 'busy' | 'problem' | 'recovery' | 'refused'> & {
  onKeep: (groups: [string, string]) => Promise<void>
  onAgain: () => Promise<void>
  onClose: () => void
}

/** Two groups of it are typed back: until then the key opens nothing, and the one before still does. */
export function CheckKey(props: CheckKeyProps) {
  const { busy, problem, recovery, onKeep, onAgain, onClose } = props
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const isWrong = problem === 'not-the-same'

  return (
    <main className={classes['screen']}>
      <h1>{t`Two groups, from your paper`}</h1>
      <p>{t`So that what stands there is what opens your journal. The key counts once these two are right.`}</p>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void onKeep([first, second])
        }}
      >
        <div className={classes['groups']}>
          {(
            [
              [recovery.asked[0], first, setFirst],
              [recovery.asked[1], second, setSecond],
            ] as const
          ).map(([at, typed, write], index) => (
            <label key={at} className={field['named']}>
              {t`Group ${at + 1} of 7`}
              <input
                className={field['field']}
                value={typed}
                maxLength={20}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                autoFocus={index === 0}
                aria-invalid={isWrong || undefined}
                aria-describedby="problem"
                onChange={({ target }) => write(target.value)}
              />
            </label>
          ))}
        </div>
        <Problem id="problem" code={problem} />
        <div className={classes['actions']}>
          <Button kind="main" submit busy={busy}>
            {t`That’s it`}
          </Button>
          <Button busy={busy} onClick={() => void onAgain()}>
            {t`Show me a new one`}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t`Not now`}
          </Button>
        </div>
        <p
          className={classes['small']}
        >{t`A key is shown once. Another showing makes another key, and what you wrote down just now never opens anything.`}</p>
      </form>
    </main>
  )
}

import { t } from '@lingui/core/macro'
import type { CopyLine, ErrorCode } from '../../src/contract.ts'
import { isTrouble } from '../../src/keys/troubles.ts'
import { Button } from '../components/Button.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { renewedWords } from './Changes.tsx'
import { movedWords } from './Place.tsx'
import { SecretForm } from './SecretForm.tsx'
import classes from './Unlock.module.css'
import { Trouble } from './Trouble.tsx'

type OpenProps = Pick<
  UnlockState,
  | 'by'
  | 'busy'
  | 'problem'
  | 'trouble'
  | 'refused'
  | 'keys'
  | 'renewed'
  | 'moved'
  | 'ended'
  | 'copies'
> & {
  onOpen: (secret: string) => Promise<void>
  onKeychain: () => Promise<void>
  onWaited: () => void
  onSwitch: () => void
  onClose: () => void
  onShowFolder: () => void
  onAnew: () => void
  onCopies: () => Promise<void>
  onLook: (page: 'guide' | 'support' | 'report') => void
}

/** Opens the journal by the passphrase, the recovery key, or what the system keeps. */
export function Open(props: OpenProps) {
  const { busy, problem, keys, renewed, ended, onLook } = props
  const isStuck = isTrouble(problem)
  // The same passphrase again opens no damaged journal; a copy may.
  const openCopy = isStuck && props.copies.some(isHopeful)
  const copyButton = (kind: 'main' | 'plain') => (
    <Button kind={kind} busy={busy} onClick={() => void props.onCopies()}>
      {t`Open a copy`}
    </Button>
  )

  return (
    <main className={classes['screen']}>
      <h1>{t`Unlock your journal`}</h1>
      {props.moved && movedWords(props.moved).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {ended && (
        <p role="status">{t`Lull’s journal part ended by itself and was started again. Nothing that was kept is lost.`}</p>
      )}
      {renewed && renewedWords(renewed).map((sentence) => <p key={sentence}>{sentence}</p>)}
      <SecretForm
        {...props}
        go={t`Unlock`}
        going={t`Unlocking…`}
        leave={t`Close`}
        ofNow
        // Not where only one of the two is there. Of a key file that can’t be read, nobody knows.
        canSwitch={keys.passphrase === keys.recoveryKey}
        onSecret={(secret) => void props.onOpen(secret)}
        onLeave={props.onClose}
        under={
          <Trouble
            problem={problem}
            trouble={props.trouble}
            busy={busy}
            onShow={props.onShowFolder}
            onAnew={props.onAnew}
          />
        }
        first={openCopy && copyButton('main')}
        beside={
          <>
            {isStuck && !openCopy && copyButton('plain')}
            {keys.keychain && (
              <Button busy={busy} onClick={() => void props.onKeychain()}>
                {t`Use the keychain`}
              </Button>
            )}
          </>
        }
      />
      <footer className={classes['meanwhile']}>
        <Button kind="quiet" onClick={() => onLook('guide')}>
          {t`Guide`}
        </Button>
        <Button kind="quiet" onClick={() => onLook('support')}>
          {t`Talk to someone`}
        </Button>
        {(ended || (problem !== null && troubles.includes(problem))) && (
          <Button kind="quiet" onClick={() => onLook('report')}>
            {t`Report a problem`}
          </Button>
        )}
      </footer>
    </main>
  )
}

/** What a report can help with; a wrong passphrase isn't among it. */
const troubles: readonly ErrorCode[] = ['damaged', 'newer', 'busy', 'read-only', 'failed']

/** Not what was kept of the journal as it was found. */
const isHopeful = ({ kind, opens }: CopyLine) => kind !== 'damaged' && opens !== 'damaged'

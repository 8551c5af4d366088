import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { CopyLine, ErrorCode } from '../../src/contract.ts'
import { isDamage } from '../../src/keys/damages.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { Gap } from '../components/Small.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { renewedWords } from './Changes.tsx'
import { movedWords } from './Place.tsx'
import { SecretField } from './SecretField.tsx'
import classes from './Unlock.module.css'
import { Trouble } from './Trouble.tsx'
import { Wait } from './Wait.tsx'

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
  const { by, busy, problem, refused, keys, renewed, ended, onOpen, onSwitch, onClose, onLook } =
    props
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const byKey = by === 'recoveryKey'
  const isDamaged = isDamage(problem)
  const openCopy = isDamaged && props.copies.some(isHopeful)
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
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (secret !== '' && keys.waitMs === 0) void onOpen(secret)
        }}
      >
        <SecretField
          key={by}
          label={byKey ? t`Recovery key` : t`Passphrase`}
          secret={secret}
          onWrite={setSecret}
          shown={byKey || shown}
          {...(byKey ? {} : { onShow: () => setShown(!shown) })}
          autoComplete={byKey ? 'off' : 'current-password'}
          focused
          invalid={problem === 'wrong-secret'}
          describedBy="problem"
          refused={refused}
        />
        <Problem id="problem" code={problem} />
        <Trouble
          problem={problem}
          trouble={props.trouble}
          busy={busy}
          onShow={props.onShowFolder}
          onAnew={props.onAnew}
        />
        <Wait key={refused} waitMs={keys.waitMs} onOver={props.onWaited} />
        <div className={classes['actions']}>
          {/* The same passphrase again opens no damaged journal; a copy may. */}
          {openCopy && copyButton('main')}
          <Button kind={openCopy ? 'plain' : 'main'} submit busy={busy || keys.waitMs > 0}>
            {busy ? t`Unlocking…` : t`Unlock`}
          </Button>
          {isDamaged && !openCopy && copyButton('plain')}
          {keys.keychain && (
            <Button busy={busy} onClick={() => void props.onKeychain()}>
              {t`Use the keychain`}
            </Button>
          )}
          <Gap />
          {/* Not where only one of the two is there. Of a key file that can’t be read, nobody knows. */}
          {keys.passphrase === keys.recoveryKey && (
            <Button
              kind="quiet"
              onClick={() => {
                setSecret('')
                onSwitch()
              }}
            >
              {byKey ? t`Use the passphrase` : t`Use the recovery key`}
            </Button>
          )}
          <Button kind="quiet" hint="Esc" onClick={onClose}>
            {t`Close`}
          </Button>
        </div>
      </form>
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

import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { NewPassphrase } from './NewPassphrase.tsx'
import { notThereWords } from './Place.tsx'

type CreateProps = Pick<UnlockState, 'busy' | 'problem' | 'copies' | 'notThere'> & {
  onCreate: (passphrase: string) => Promise<void>
  onCopies: () => Promise<void>
  /** There is one already, on a stick or from another computer. */
  onFind: () => Promise<void>
  onClose: () => void
}

/** The passphrase of a new journal. */
export function Create({ onCreate, onCopies, onFind, copies, notThere, ...props }: CreateProps) {
  return (
    <NewPassphrase
      {...props}
      heading={t`Choose a passphrase`}
      go={t`Begin`}
      going={t`Making your journal…`}
      onChoose={onCreate}
      also={
        <Button kind="quiet" busy={props.busy} onClick={() => void onFind()}>
          {t`I have one already`}
        </Button>
      }
    >
      <p>{t`It encrypts everything you keep. Only you know it, and nobody can ask Lull for it. If you forget it, only a recovery key opens your journal.`}</p>
      {copies.length > 0 && (
        <p>
          {t`There was a journal here: its copies are still there.`}{' '}
          <Button kind="quiet" onClick={() => void onCopies()}>
            {t`Open a copy`}
          </Button>
        </p>
      )}
      <p role="status">{notThereWords(notThere)}</p>
    </NewPassphrase>
  )
}

import { t } from '@lingui/core/macro'
import type { UnlockState } from '../state/unlock.ts'
import { NewPassphrase } from './NewPassphrase.tsx'

type CreateProps = Pick<UnlockState, 'busy' | 'problem'> & {
  onCreate: (passphrase: string) => Promise<void>
  onClose: () => void
}

/** The passphrase of a new journal. */
export function Create({ onCreate, ...props }: CreateProps) {
  return (
    <NewPassphrase
      {...props}
      heading={t`Choose a passphrase`}
      go={t`Begin`}
      going={t`Making your journal…`}
      onChoose={onCreate}
    >
      <p>{t`It encrypts everything you keep. Only you know it, and nobody can ask Lull for it. If you forget it, only a recovery key opens your journal.`}</p>
    </NewPassphrase>
  )
}

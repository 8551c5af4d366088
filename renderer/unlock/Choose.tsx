import { t } from '@lingui/core/macro'
import type { UnlockState } from '../state/unlock.ts'
import { NewPassphrase } from './NewPassphrase.tsx'

type ChooseProps = Pick<UnlockState, 'busy' | 'problem' | 'task'> & {
  onChoose: (passphrase: string) => Promise<void>
  onClose: () => void
}

/** Another passphrase for the journal: for the same key, or with a new one. */
export function Choose({ task, ...props }: ChooseProps) {
  if (task === 'renew')
    return (
      <NewPassphrase
        {...props}
        heading={t`A new key for your journal`}
        go={t`Make a new key`}
        going={t`Making a new key…`}
      >
        <p>{t`Everything is encrypted anew, under a passphrase that nobody knows yet. The old passphrase, the recovery key and the keychain open nothing after this. Your journal locks when it is done.`}</p>
      </NewPassphrase>
    )
  return (
    <NewPassphrase
      {...props}
      heading={t`Choose another passphrase`}
      go={t`Change it`}
      going={t`Changing it…`}
    >
      <p>{t`From then on the old one no longer opens your journal. Older copies of it, in its folder “backups” or elsewhere, still open to it.`}</p>
    </NewPassphrase>
  )
}

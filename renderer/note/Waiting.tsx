import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import classes from './Note.module.css'

/** The note is finished, and stays in this window until there is an open journal to keep it. */
export function Waiting({ onUnlock }: { onUnlock: () => void }) {
  return (
    <div className={classes['waiting']}>
      <h1>{t`Your note waits here`}</h1>
      <p role="status">{t`It’s kept by itself as soon as your journal is open. Only your passphrase opens it.`}</p>
      <Button kind="main" onClick={onUnlock}>
        {t`Open your journal`}
      </Button>
    </div>
  )
}

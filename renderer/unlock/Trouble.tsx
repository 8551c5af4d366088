import { t } from '@lingui/core/macro'
import { isTrouble } from '../../src/keys/troubles.ts'
import { Button } from '../components/Button.tsx'
import type { UnlockState } from '../state/unlock.ts'
import classes from './Unlock.module.css'

type TroubleProps = Pick<UnlockState, 'problem' | 'trouble' | 'busy'> & {
  onShow: () => void
  onAnew: () => void
}

/** What else is known of a journal that can't be opened, and what can be done about it. */
export function Trouble({ problem, trouble, busy, onShow, onAnew }: TroubleProps) {
  if (!trouble) return null
  const { newer, kept } = trouble
  const { form, knows } = newer ?? { form: 0, knows: 0 }
  const name = kept === null ? null : lastOf(kept)
  return (
    <section className={classes['trouble']} aria-label={t`What can be done`}>
      {newer && <p>{t`Its file has version ${form}; this Lull knows versions up to ${knows}.`}</p>}
      {name !== null && (
        <p>{t`As it was found, it is also kept beside the copies, in the folder ${name}.`}</p>
      )}
      <div>
        <Button kind="quiet" onClick={onShow}>
          {t`Show its folder`}
        </Button>
        {isTrouble(problem) && (
          <Button kind="quiet" busy={busy} onClick={onAnew}>
            {t`Begin another journal`}
          </Button>
        )}
      </div>
    </section>
  )
}

const lastOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

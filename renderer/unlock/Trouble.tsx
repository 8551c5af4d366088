import { t } from '@lingui/core/macro'
import { isDamage } from '../../src/keys/damages.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'
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
        {isDamage(problem) && (
          <Button kind="quiet" busy={busy} onClick={onAnew}>
            {t`Begin another journal`}
          </Button>
        )}
      </div>
    </section>
  )
}

type AnewProps = Pick<UnlockState, 'busy' | 'problem'> & {
  onAnew: () => Promise<void>
  onBack: () => void
}

/** Before another journal is begun: what becomes of this one. */
export function Anew({ busy, problem, onAnew, onBack }: AnewProps) {
  return (
    <Say
      heading={t`Another journal, beside this one`}
      actions={
        <>
          <Button kind="main" busy={busy} onClick={() => void onAnew()}>
            {t`Begin another one`}
          </Button>
          <Button hint="Esc" onClick={onBack}>
            {t`Leave it as it is`}
          </Button>
        </>
      }
    >
      <p>{t`Nothing of the one that doesn’t open is deleted or changed. Its whole folder, with its copies, gets today’s date in its name and stays beside the new one.`}</p>
      <p>{t`Lull then opens the new journal. To go back, close Lull, move the new folder away and give the old one back the name it had.`}</p>
      <Problem code={problem} />
    </Say>
  )
}

const lastOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

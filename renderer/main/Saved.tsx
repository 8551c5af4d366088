import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import type { MainState } from '../state/main.ts'
import classes from './Main.module.css'

/** Says that a choice is saved, and takes it back. It stays until the next one: nobody has to hurry. */
export function Saved({ saved }: { saved: MainState['saved'] }) {
  return (
    <div role="status" className={saved ? classes['saved'] : undefined}>
      {saved && (
        <>
          <span key={saved.count}>{t`Saved.`}</span>
          <Button kind="quiet" hint="Ctrl+Z" onClick={() => void saved.undo()}>
            {t`Undo`}
          </Button>
        </>
      )}
    </div>
  )
}

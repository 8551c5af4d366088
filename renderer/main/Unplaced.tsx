import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import type { Main } from '../state/main.ts'
import classes from './Main.module.css'

/** On Wayland, once: no program may say where its windows open, nor that they stay on top. */
export function Unplaced({ chooseDevice }: { chooseDevice: Main['chooseDevice'] }) {
  return (
    <p className={classes['line']}>
      {t`This desktop opens windows where it likes, so a pause may not come to the corner, nor stay above others.`}
      <Button kind="quiet" onClick={() => void chooseDevice({ unplacedTold: true })}>
        {t`Got it`}
      </Button>
    </p>
  )
}

import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import type { Main } from '../state/main.ts'
import classes from './Main.module.css'

const minute = 60_000

interface NoTrayProps {
  told: boolean
  isQuiet: boolean
  main: Main
}

/** On a desktop without tray icons: what the tray's menu has and no page, and a word on it, once. */
export function NoTray({ told, isQuiet, main }: NoTrayProps) {
  return (
    <Card
      label={t`Without a tray`}
      under={
        !told && (
          <>
            <span>
              {t`This desktop shows no tray icons, so what stands in Lull’s menu there is here. “lull --pause” and keys that work everywhere (Settings) open it from anywhere.`}
            </span>
            <Button kind="quiet" onClick={() => void main.chooseDevice({ noTrayTold: true })}>
              {t`Got it`}
            </Button>
          </>
        )
      }
    >
      <div className={classes['ways']}>
        <Button onClick={main.mark}>{t`Tough one`}</Button>
        {isQuiet ? (
          <Button onClick={() => main.quiet(0)}>{t`End quiet`}</Button>
        ) : (
          <>
            <Button onClick={() => main.quiet(30 * minute)}>{t`Quiet for 30 minutes`}</Button>
            <Button onClick={() => main.quiet(60 * minute)}>{t`Quiet for an hour`}</Button>
            <Button onClick={() => main.quiet(16 * 60 * minute)}>
              {t`Quiet for the rest of the shift`}
            </Button>
          </>
        )}
        <Button onClick={main.quit}>{t`Quit`}</Button>
      </div>
    </Card>
  )
}

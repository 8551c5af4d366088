import { t } from '@lingui/core/macro'
import { patterns } from '../../src/breathing/patterns.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { patternName } from '../i18n/names.ts'
import classes from './Main.module.css'

/** The pauses that can be taken. They work while the journal is locked, too. */
export function Breathe({ onPause }: { onPause: () => void }) {
  return (
    <>
      <header>
        <h1>{t`Breathe`}</h1>
        <p className={classes['lead']}>{t`Softly, not deeply. Stop whenever you like.`}</p>
      </header>
      {Object.values(patterns).map(({ id, phases }) => {
        const [inhale = 0, exhale = 0] = phases.map(({ ms }) => ms / 1000)
        return (
          <Card key={id} label={patternName(id)}>
            <Beside>
              <div>
                <h2>{patternName(id)}</h2>
                <p className={classes['quiet']}>
                  {t`${inhale} s in, ${exhale} s out, for one minute. A short pause.`}
                </p>
              </div>
              <Button kind="main" onClick={onPause}>
                {t`Begin`}
              </Button>
            </Beside>
          </Card>
        )
      })}
      <p className={classes['quiet']}>
        {t`Dizzy or uneasy? Breathe as you like, or look out of the window instead.`}
      </p>
    </>
  )
}

import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import type { Main } from '../state/main.ts'
import classes from './Main.module.css'

/** Offered once: that a phone can be connected. Either answer takes it away for good. */
export function ConnectOffer({ main }: { main: Main }) {
  return (
    <Card label={t`Connect your phone`}>
      <Beside>
        <div>
          <h2>{t`Connect your phone`}</h2>
          <p>{t`Then Lull knows by itself when a call is over. It is always in Settings, too.`}</p>
        </div>
        <div className={classes['ways']}>
          <Button
            onClick={() => {
              void main.chooseDevice({ connectTold: true })
              main.go('connect')
            }}
          >
            {t`Look`}
          </Button>
          <Button kind="quiet" onClick={() => void main.chooseDevice({ connectTold: true })}>
            {t`Not needed`}
          </Button>
        </div>
      </Beside>
    </Card>
  )
}

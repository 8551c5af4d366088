import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import main from './Main.module.css'
import classes from './ShiftCards.module.css'

interface HeavyNumbersProps {
  onTalk: () => void
  /** It was read: it doesn't come again (src/selfcheck/heavy-rule.ts). */
  onRead: () => void
}

/** One sentence, once, and the way to the page with people to talk to. */
export function HeavyNumbers({ onTalk, onRead }: HeavyNumbersProps) {
  return (
    <Card label={t`About your numbers`}>
      <p className={classes['closing']}>
        {t`These are heavy numbers. You don’t have to sort this out alone.`}
      </p>
      <div className={`${main['ways']} ${classes['ways']}`}>
        <Button
          kind="main"
          onClick={() => {
            onRead()
            onTalk()
          }}
        >
          {t`Talk to someone`}
        </Button>
        <Button onClick={onRead}>{t`Close`}</Button>
      </div>
    </Card>
  )
}

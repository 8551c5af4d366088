import { t } from '@lingui/core/macro'
import type { HookTest as Test } from '../../src/ports.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { arrivedWords, outcomeWords, thrownWords, timeWithSecondsOf } from '../i18n/main/connect.ts'
import classes from './Connect.module.css'

interface HookTestProps {
  test: Test | null
  onTest: () => void
}

/** Listens for a minute, and shows what came and what was thrown away: kinds, never a value. */
export function HookTest({ test, onTest }: HookTestProps) {
  const listening = test?.listening === true
  return (
    <Card label={t`Test my hook`}>
      <Beside>
        <div>
          <h2>{t`Test my hook`}</h2>
          <p>
            {t`Lull listens for a minute and shows what arrives here. Nothing of it is kept or counted.`}
          </p>
        </div>
        <Button onClick={onTest} busy={listening}>
          {listening ? t`Listening` : test ? t`Once more` : t`Listen`}
        </Button>
      </Beside>
      <div role="log" aria-label={t`What arrived`} className={classes['arrived']}>
        {test && (
          <>
            <p className={classes['hint']}>
              {listening
                ? t`Until ${timeWithSecondsOf(test.until)}. Make a call and end it, or run what you pasted.`
                : test.arrived.length === 0
                  ? t`The minute is over, and nothing arrived.`
                  : t`The minute is over.`}
            </p>
            {test.arrived.length > 0 && (
              <Rows>
                {test.arrived.map((arrived, index) => (
                  // They only ever grow at the end.
                  <Row key={index} first={<time>{timeWithSecondsOf(arrived.at)}</time>}>
                    {arrivedWords(arrived)}
                    <small className={classes['hint']}>
                      {[outcomeWords(arrived.outcome), thrownWords(arrived.thrown)]
                        .filter(Boolean)
                        .join(' ')}
                    </small>
                  </Row>
                ))}
              </Rows>
            )}
          </>
        )}
      </div>
    </Card>
  )
}

import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import main from './Main.module.css'
import type { Page } from './pages.ts'

/** From Trends on to what its dots are made of, and to the month. */
export function TrendsMore({ onGo }: { onGo: (page: Page) => void }) {
  return (
    <>
      <p className={main['line']}>
        {t`Once a month, two minutes: how work and customers have been.`}
        <Button onClick={() => onGo('self-check')}>{t`Self-check`}</Button>
      </p>
      <p className={main['line']}>
        {t`The numbers behind the dots: look at them, say more, change them.`}
        <Button onClick={() => onGo('check-ins')}>{t`All check-ins`}</Button>
      </p>
    </>
  )
}

import { t } from '@lingui/core/macro'
import type { Trouble } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { troubleWords } from '../i18n/main/trouble.ts'
import main from './Main.module.css'

interface TroubleLineProps {
  trouble: Trouble | null
  onRead: () => void
  onReport: () => void
}

/** What ended by itself, told once. It is always there, so that it is heard. */
export function TroubleLine({ trouble, onRead, onReport }: TroubleLineProps) {
  return (
    <div role="status" className={main['told']}>
      {trouble !== null && (
        <div className={main['notice']}>
          <p>{troubleWords(trouble)}</p>
          <p className={main['ways']}>
            <Button onClick={onRead}>{t`Close`}</Button>
            <Button kind="quiet" onClick={onReport}>
              {t`Report a problem`}
            </Button>
          </p>
        </div>
      )}
    </div>
  )
}

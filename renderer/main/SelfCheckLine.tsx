import { t } from '@lingui/core/macro'
import type { Today } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import main from './Main.module.css'

interface SelfCheckLineProps {
  line: NonNullable<Today['selfCheck']>
  onOpen: () => void
  onSkip: () => void
}

/** Once a month, one line; never a window. */
export function SelfCheckLine({ line, onOpen, onSkip }: SelfCheckLineProps) {
  return (
    <p className={main['line']}>
      {line === 'due'
        ? t`Once a month, two minutes: how work and customers have been.`
        : t`Your self-check of this month is half done.`}
      <span className={main['ways']}>
        <Button onClick={onOpen}>{line === 'due' ? t`Self-check` : t`Go on with it`}</Button>
        <Button kind="quiet" onClick={onSkip}>
          {t`Not this month`}
        </Button>
      </span>
    </p>
  )
}

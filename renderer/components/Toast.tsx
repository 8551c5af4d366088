import { t } from '@lingui/core/macro'
import { Button } from './Button.tsx'
import classes from './Toast.module.css'

interface ToastProps {
  /** What was done; null shows nothing. A new `key` for the same words has them read out again. */
  said: { key: string | number; words: string } | null
  /** Null where it can't be taken back any more. */
  onUndo: (() => void) | null
}

/**
 * Says what was done, and takes it back. It stays until the next thing is done, since nobody should
 * have to hurry; its place is always there, so that screen readers hear it.
 */
export function Toast({ said, onUndo }: ToastProps) {
  return (
    <div role="status" className={said ? classes['toast'] : undefined}>
      {said && (
        <>
          <span key={said.key}>{said.words}</span>
          {onUndo && (
            <Button kind="quiet" hint="Ctrl+Z" onClick={onUndo}>
              {t`Undo`}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

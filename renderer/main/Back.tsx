import { t } from '@lingui/core/macro'
import main from './Main.module.css'

/** The one way back from a page that the sidebar doesn't name, at its top. Esc does the same. */
export function Back({ to, onBack }: { to: string; onBack: () => void }) {
  return (
    <p className={main['back']}>
      <button
        type="button"
        aria-label={t`Back to ${to}`}
        aria-keyshortcuts="Escape"
        onClick={onBack}
      >
        <span aria-hidden="true">‹ </span>
        {to}
      </button>
    </p>
  )
}

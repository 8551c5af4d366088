import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { safetyWords } from '../i18n/safety.ts'

/** The whole of what is to be known about breathing at a pace; loaded when somebody asks for more. */
export function Minding({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={t`What to mind`}
      onClose={onClose}
      actions={
        <Button kind="main" focused onClick={onClose}>
          {t`Close`}
        </Button>
      }
    >
      {safetyWords().map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Dialog>
  )
}

import { t } from '@lingui/core/macro'
import classes from '../Note.module.css'

/** Under a note while the journal is locked. */
export default function SealedLine() {
  return (
    <p className={classes['sealed']}>
      {t`Your journal is locked. What you note is sealed; it can be read once you unlock.`}
    </p>
  )
}

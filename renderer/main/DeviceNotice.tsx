import { t } from '@lingui/core/macro'
import type { Device } from '../../src/contract.ts'
import classes from './Main.module.css'

/** Says, once, why the choices of this computer are back at their beginning. */
export function DeviceNotice({ notice }: { notice: Device['notice'] }) {
  if (notice === null) return null
  return (
    <p role="status" className={classes['notice']}>
      {notice === 'newer'
        ? t`The settings of this computer were written by a newer Lull. The old file is kept beside the new one, and the settings begin anew. Your journal is untouched.`
        : t`The settings of this computer couldn't be read. The old file is kept beside the new one, and the settings begin anew. Your journal is untouched.`}
    </p>
  )
}

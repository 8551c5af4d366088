import type { Device } from '../../src/contract.ts'
import { noticeWords } from '../i18n/main/notices.ts'
import classes from './Main.module.css'

/** Says, once, what of the choices of this computer could not be read. */
export function DeviceNotice({ notice }: { notice: Device['notice'] }) {
  if (notice === null) return null
  return (
    <p role="status" className={classes['notice']}>
      {noticeWords(notice)}
    </p>
  )
}
